//! The business logic through the experience APIs: what is sold, paid for, shipped and given back.

use std::path::Path;

use customer_experience_v1::operations::{close_account, get_dashboard, sign_up};
use customer_experience_v1::{AccountState, CustomerExperience, PostalAddress, SignUp};
use order_experience_v1::operations::{cancel_order, check_out, get_order, track_order};
use order_experience_v1::{
    BasketLine, CancelForm, CheckOut, OnAccount, OrderExperience, OrderState, OrderView, PayWith,
    PaymentHint, SavedCard,
};
use retail_app::settings::Source;
use retail_app::{Layout, Scene, Settings, slots};
use retail_models::common::{Country, Language};
use retail_models::customer::CustomerId;
use retail_models::inventory::Sku;
use shipping_process_v1::operations::create_shipment;
use shipping_process_v1::{ShipOrder, ShippingProcess, Speed};
use tiebeam::operation::Failure as _;
use tiebeam::{Context, IdempotencyKey, Patch, Problem};

/// The enterprise with one customer.
pub struct Shop {
    pub scene: Scene,
    web: customer_experience_v1::Client,
    mobile: order_experience_v1::Client,
    context: Context,
    pub customer: CustomerId,
}

impl Shop {
    pub async fn open() -> Self {
        Self::with(Settings::defaults().with("store.kind", "memory", Source::CommandLine)).await
    }

    /// The same with databases in a directory, which outlive a service.
    pub async fn open_in(directory: &Path) -> Self {
        let directory = directory.to_str().expect("the path is UTF-8");
        Self::with(Settings::defaults().with("store.directory", directory, Source::CommandLine))
            .await
    }

    async fn with(settings: Settings) -> Self {
        let settings = settings
            .with("serve.first-port", "0", Source::CommandLine)
            .with("serve.recorder", "true", Source::CommandLine)
            .with("simulation.admin", "true", Source::CommandLine)
            .with("simulation.payco-latency-ms", "0", Source::CommandLine);
        let scene = Scene::build(&settings, Layout::Together).await.expect("ports are free");
        let http = |slot| scene.client(slot).expect("everything runs");
        let web = customer_experience_v1::Client::new(http(&slots::CUSTOMER_EXPERIENCE));
        let mobile = order_experience_v1::Client::new(http(&slots::ORDER_EXPERIENCE));
        let context = Context::new();
        let account = web.sign_up(&context, form("ada@example.com")).await;
        let account = account.expect("the form is fine");
        Self { scene, web, mobile, context, customer: account.id }
    }

    async fn buy(
        &self,
        sku: &str,
        quantity: i32,
        pay_with: PayWith,
    ) -> Result<check_out::Response, check_out::Error> {
        let mut request = self.purchase(sku, quantity);
        request.body.pay_with = pay_with;
        self.mobile.check_out(&self.context, request).await
    }

    /// The request of a purchase, to be sent more than once.
    pub fn purchase(&self, sku: &str, quantity: i32) -> check_out::Request {
        check_out::Request {
            idempotency_key: IdempotencyKey::fresh(),
            x_device_id: None,
            x_app_version: "7.12.0".to_owned(),
            body: CheckOut {
                customer_id: self.customer,
                lines: vec![BasketLine { sku: Sku(sku.to_owned()), quantity }],
                pay_with: card("4242"),
                deliver_to: None,
                gift: Patch::Absent,
            },
        }
    }

    /// Sends a request once, whatever comes of it.
    pub async fn send(&self, request: &check_out::Request) -> Result<OrderView, Problem> {
        let http = self.scene.client(&slots::ORDER_EXPERIENCE).expect("everything runs");
        let mobile = order_experience_v1::Client::new(http.without_retries());
        match mobile.check_out(&self.context, request.clone()).await {
            Ok(check_out::Response::Created(order)) => Ok(*order),
            Ok(other) => panic!("a good card needs no review: {other:?}"),
            Err(error) => Err(error.into_problem()),
        }
    }

    pub async fn cancel(&self, order: &OrderView) -> Result<OrderView, cancel_order::Error> {
        let request = cancel_order::Request {
            order_id: order.id,
            idempotency_key: IdempotencyKey::fresh(),
            if_match: None,
            body: CancelForm { why: None },
        };
        self.mobile.cancel_order(&self.context, request).await
    }

    /// The states of all transactions of the payment processor.
    pub async fn transactions(&self) -> Vec<String> {
        let state = self.scene.state("payco").await.expect("the processor answers");
        let transactions = state.as_array().into_iter().flatten();
        transactions.map(|it| it["state"].as_str().unwrap_or_default().to_owned()).collect()
    }

    pub async fn order(&self, sku: &str, quantity: i32) -> OrderView {
        match self.buy(sku, quantity, card("4242")).await {
            Ok(check_out::Response::Created(order)) => *order,
            other => panic!("a good card buys what is there, but: {other:?}"),
        }
    }

    pub async fn available(&self, sku: &str) -> Option<i64> {
        self.scene.state("erp").await.expect("the ERP answers")["available"][sku].as_i64()
    }
}

/// A form with a key of its own.
fn form(email: &str) -> sign_up::Request {
    let body = SignUp {
        name: "Ada Byrne".to_owned(),
        email: email.to_owned(),
        birth_date: None,
        address: PostalAddress {
            street: "14 Harbour Row".to_owned(),
            city: "Dublin".to_owned(),
            postal_code: None,
            country: Country("IE".to_owned()),
        },
        language: Language("de".to_owned()),
        newsletter: false,
    };
    sign_up::Request { idempotency_key: IdempotencyKey::fresh(), body }
}

fn card(last_digits: &str) -> PayWith {
    PayWith::Card(SavedCard {
        token: "tok_4f9a1c77".to_owned(),
        last_digits: last_digits.to_owned(),
        expires: "2028-03".to_owned(),
    })
}

#[tokio::test]
async fn an_order_goes_through_all_tiers_and_shows_on_the_dashboard() {
    let shop = Shop::open().await;
    let order = shop.order("LMP-0042", 2).await;
    assert_eq!(order.total, "99.80 EUR");
    assert_eq!(shop.available("LMP-0042").await, Some(118));

    let customer_id = shop.customer;
    let request = get_dashboard::Request { customer_id, orders: 3, x_page_view: None };
    let dashboard = shop.web.get_dashboard(&shop.context, request).await.expect("it is her own");
    assert_eq!(dashboard.body.greeting, "Guten Tag, Ada Byrne!");
    assert_eq!(dashboard.body.latest_orders[0].title, "2 × Desk lamp Hedwig");
    assert_eq!(dashboard.x_orders_shown, 1);
}

#[tokio::test]
async fn a_declined_card_gives_the_stock_back() {
    let shop = Shop::open().await;
    let outcome = shop.buy("CHR-0007", 1, card("0002")).await;
    assert!(matches!(
        outcome,
        Err(check_out::Error::PaymentFailed(detail)) if detail.hint == PaymentHint::TryAgainLater
    ));
    assert_eq!(shop.available("CHR-0007").await, Some(4));
}

#[tokio::test]
async fn who_may_not_owe_that_much_is_told_to_pay_by_card() {
    let shop = Shop::open().await;
    let on_account = || PayWith::Invoice(OnAccount { reference: None });
    assert!(shop.buy("CHR-0011", 1, on_account()).await.is_ok());
    let outcome = shop.buy("TBL-0021", 1, on_account()).await;
    assert!(matches!(
        outcome,
        Err(check_out::Error::PaymentFailed(detail)) if detail.hint == PaymentHint::PayByCard
    ));
}

#[tokio::test]
async fn a_customer_on_hold_cannot_order() {
    let shop = Shop::open().await;
    let form = format!("EXT_REF={:X}&HOLD=X", shop.customer.0.simple());
    shop.scene.operate("crm", "/screens/review", &form).await.expect("the CRM knows her");
    let outcome = shop.buy("LMP-0042", 1, card("4242")).await;
    assert!(matches!(outcome, Err(check_out::Error::Forbidden)), "{outcome:?}");
    assert_eq!(shop.available("LMP-0042").await, Some(120));
}

#[tokio::test]
async fn a_cancelled_order_gives_everything_back_and_lets_the_account_close() {
    let shop = Shop::open().await;
    let order = shop.order("LMP-0100", 3).await;
    assert_eq!(shop.available("LMP-0100").await, Some(22));
    let close = || close_account::Request { customer_id: shop.customer, if_match: None };
    let refused = shop.web.close_account(&shop.context, close()).await;
    assert!(matches!(refused, Err(close_account::Error::OpenOrders(_))), "{refused:?}");

    let request = cancel_order::Request {
        order_id: order.id,
        idempotency_key: IdempotencyKey::fresh(),
        if_match: None,
        body: CancelForm { why: Some("Found one in the attic.".to_owned()) },
    };
    let cancelled = shop.mobile.cancel_order(&shop.context, request).await;
    assert_eq!(cancelled.expect("it has not left").state, OrderState::Cancelled);
    assert_eq!(shop.available("LMP-0100").await, Some(25));
    shop.web.close_account(&shop.context, close()).await.expect("nothing is open");
}

#[tokio::test]
async fn a_shipped_order_can_be_tracked_and_not_cancelled() {
    let shop = Shop::open().await;
    let order = shop.order("TBL-0021", 1).await;
    let request = create_shipment::Request {
        idempotency_key: IdempotencyKey::fresh(),
        body: ShipOrder { order_id: order.id, speed: Speed::Standard, remark: None },
    };
    let http = shop.scene.client(&slots::SHIPPING_PROCESS).expect("everything runs");
    let shipping = shipping_process_v1::Client::new(http);
    let shipped = shipping.create_shipment(&shop.context, request).await;
    shipped.expect("the order is paid");

    let request = track_order::Request { order_id: order.id };
    let tracking = shop.mobile.track_order(&shop.context, request).await.expect("it is hers");
    assert_eq!(tracking.parcels[0].carrier, "dpd");
    let outcome = shop.cancel(&order).await;
    assert!(matches!(outcome, Err(cancel_order::Error::TooLate)), "{outcome:?}");
    let request = get_order::Request { order_id: order.id };
    let view = shop.mobile.get_order(&shop.context, request).await.expect("it is hers");
    assert_eq!(view.state, OrderState::Shipped);
}

#[tokio::test]
async fn an_order_that_was_undone_is_tried_anew_under_the_same_key() {
    let mut shop = Shop::open().await;
    let request = shop.purchase("RUG-0003", 2);
    for _ in 0..2 {
        shop.scene.take_away("payment-service").await.expect("it runs");
        let problem = shop.send(&request).await.expect_err("nobody enters the payment");
        assert!(problem.is_unavailable(), "{problem:?}");
        assert_eq!(shop.available("RUG-0003").await, Some(9), "everything was undone");
        shop.scene.bring_back("payment-service").await.expect("it starts");
    }
    let order = shop.send(&request).await.expect("everything works");
    assert_eq!(order.state, OrderState::Confirmed);
    assert_eq!(shop.send(&request).await.expect("it was placed"), order);
    assert_eq!(shop.available("RUG-0003").await, Some(7));
    // Two purchases of two attempts each: every attempt saw that the one before was undone, and was undone itself.
    assert_eq!(shop.transactions().await, ["VOID", "VOID", "VOID", "VOID", "AUTH"]);
}

#[tokio::test]
async fn an_account_that_the_crm_did_not_want_is_tried_anew_under_the_same_key() {
    let shop = Shop::open().await;
    let http = shop.scene.client(&slots::CUSTOMER_EXPERIENCE).expect("everything runs");
    let web = customer_experience_v1::Client::new(http.without_retries());
    // The web shop tries the process API twice, and the Customer Service tells the CRM whenever it can.
    shop.scene.operate("crm", "/faults", "fault=fail&times=99").await.expect("it is scripted");
    let request = form("bea@example.com");
    let outcome = web.sign_up(&shop.context, request.clone()).await;
    assert!(matches!(outcome, Err(sign_up::Error::Other(_))), "{outcome:?}");
    shop.scene.operate("crm", "/faults", "fault=none").await.expect("it is scripted");
    let account = web.sign_up(&shop.context, request.clone()).await.expect("the CRM works");
    assert_eq!(account.state, AccountState::Active);
    let again = web.sign_up(&shop.context, request).await.expect("it is the same");
    assert_eq!(again, account);
}

#[tokio::test]
async fn an_order_that_nobody_paid_for_does_not_leave_the_house() {
    let mut shop = Shop::open().await;
    let order = shop.order("LMP-0042", 1).await;
    // What is kept in memory is gone, the payment among it.
    shop.scene.take_away("payment-service").await.expect("it runs");
    shop.scene.bring_back("payment-service").await.expect("it starts");
    let request = create_shipment::Request {
        idempotency_key: IdempotencyKey::fresh(),
        body: ShipOrder { order_id: order.id, speed: Speed::Standard, remark: None },
    };
    let http = shop.scene.client(&slots::SHIPPING_PROCESS).expect("everything runs");
    let shipping = shipping_process_v1::Client::new(http);
    let outcome = shipping.create_shipment(&shop.context, request).await;
    assert!(matches!(outcome, Err(create_shipment::Error::NotReady(_))), "{outcome:?}");
}
