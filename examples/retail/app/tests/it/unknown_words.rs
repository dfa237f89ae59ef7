//! Words that nobody knew when this was compiled pass three tiers unharmed, and details that nobody checked stay inside.

use std::sync::Arc;

use order_experience_v1::operations::get_order;
use order_experience_v1::{OrderExperience, PaidWith};
use order_process_v2::OrderProcess;
use order_process_v2::operations::get_order as read_order;
use order_service_v1::OrderService;
use order_service_v1::operations::get_order as read_entered;
use retail_domain::Orders;
use retail_experience::MobileApp;
use retail_models::order::{Order, OrderId, OrderStatus};
use retail_models::payment::PaymentMethod;
use retail_process::{OrderDesk, Placing};
use serde_json::json;
use tiebeam::store::{Sqlite, Store};
use tiebeam::types::Uuid;
use tiebeam::{Client, Context};

/// An order as a newer Order Service would write it.
async fn newer() -> Order {
    let reading = read_entered::Request { order_id: OrderId(Uuid::now_v7()) };
    let order = order_service_v1::Stub.get_order(&Context::new(), reading).await;
    Order {
        status: OrderStatus::from("awaitingPickup".to_owned()),
        payment: PaymentMethod::Unknown(
            json!({ "method": "crypto", "wallet": "bc1qexample", "confirmations": 3 }),
        ),
        ..order.expect("the spec has an example")
    }
}

#[tokio::test]
async fn an_order_of_tomorrow_is_shown_today() {
    let order = newer().await;
    let store = Sqlite::in_memory().expect("there is memory");
    let store: Arc<dyn Store> = Arc::new(store);
    let orders = Orders::open(Arc::clone(&store)).await.expect("the database is empty");
    Orders::import(&*store, &order).await.expect("nobody has its number");
    let orders = Client::of_router(order_service_v1::router(orders));
    let desk = OrderDesk {
        customers: customer_service_v1::Stub,
        placing: Placing {
            crm: crm_system_v1::Stub,
            erp: erp_system_v1::Stub,
            payments: payments_system_v1::Stub,
            ledger: payment_service_v1::Stub,
            orders: order_service_v1::Client::new(orders),
        },
    };
    let desk = Client::of_router(order_process_v2::router(desk));
    let desk = order_process_v2::Client::new(desk);
    let context = Context::new();
    let reading = read_order::Request { order_id: order.id };
    let canonical = desk.get_order(&context, reading).await.expect("it is there");
    assert_eq!(canonical, order, "status, payment and all its details survive a process API");

    let app = MobileApp { orders: desk, shipping: shipping_process_v1::Stub };
    let app = Client::of_router(order_experience_v1::router(app));
    let app = order_experience_v1::Client::new(app);
    let reading = get_order::Request { order_id: order.id };
    let view = app.get_order(&context, reading).await.expect("it is there");
    assert_eq!(view.state.as_str(), "awaitingPickup");
    let PaidWith::Unknown(value) = view.paid_with else {
        panic!("nobody knows this way to pay: {:?}", view.paid_with)
    };
    assert_eq!(value, json!({ "kind": "crypto" }), "its wallet number stays inside");
}
