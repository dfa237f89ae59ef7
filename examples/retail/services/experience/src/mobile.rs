//! The Order Experience API: browsing, buying and tracking, as the mobile app needs it.

use jiff::ToSpan;
use jiff::tz::TimeZone;
use order_experience_v1::operations::{
    browse_products, cancel_order, check_out, get_order, get_shelf, list_orders, quote_basket,
    track_order,
};
use order_experience_v1::orders::operations::{
    cancel_order as give_up, get_category, get_order as read_order, list_orders as list_placed,
    list_products, place_order, quote_order,
};
use order_experience_v1::orders::{
    Basket as PricedBasket, CancelRequest, OrderProcess, PlaceOrder, Quote, RequestedLine,
};
use order_experience_v1::shipping::ShippingProcess;
use order_experience_v1::shipping::operations::list_shipments;
use order_experience_v1::{
    BasketLine, BasketPrice, CheckOut, DeliveryAddress, OrderExperience, OrderState, OrderView,
    PaidByCard, PaidByWallet, PaidOnAccount, PaidWith, ParcelView, PayWith, PaymentHint,
    ProductCard, Shelf, Tracking, errors,
};
use retail_models::common::Address;
use retail_models::inventory::{Category, Product, Quantity};
use retail_models::order::{CancellationReason, Order, OrderStatus};
use retail_models::payment::{
    CardPayment, DeclineReason, InvoicePayment, PaymentMethod, WalletPayment, WalletProvider,
};
use retail_models::shipping::Shipment;
use retail_relay::relayed;
use tiebeam::types::{Date, Decimal, Timestamp, Value};
use tiebeam::{Context, PageRequest};

use crate::words;

/// Browsing, buying and tracking for the mobile app.
#[derive(Debug)]
pub struct MobileApp<Orders, Shipping> {
    /// Sells.
    pub orders: Orders,
    /// Knows where the parcels are.
    pub shipping: Shipping,
}

impl<Orders, Shipping> OrderExperience for MobileApp<Orders, Shipping>
where
    Orders: OrderProcess,
    Shipping: ShippingProcess,
{
    async fn browse_products(
        &self,
        context: &Context,
        request: browse_products::Request,
    ) -> Result<browse_products::Response, browse_products::Error> {
        let listing = list_products::Request {
            category: request.shelf,
            sku: request.sku,
            max_price: request.max_price,
            page: request.page,
        };
        match self.orders.list_products(context, listing).await {
            Ok(page) => Ok(page.map(card)),
            Err(list_products::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn get_shelf(
        &self,
        context: &Context,
        request: get_shelf::Request,
    ) -> Result<get_shelf::Response, get_shelf::Error> {
        let reading = get_category::Request { category: request.shelf };
        match self.orders.get_category(context, reading).await {
            Ok(category) => Ok(shelf(category)),
            Err(get_category::Error::NotFound) => Err(get_shelf::Error::NotFound),
            Err(get_category::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn quote_basket(
        &self,
        context: &Context,
        request: quote_basket::Request,
    ) -> Result<quote_basket::Response, quote_basket::Error> {
        let body = PricedBasket {
            customer_id: request.body.customer_id,
            lines: requested_lines(request.body.lines),
        };
        match self.orders.quote_order(context, quote_order::Request { body }).await {
            Ok(quote) => Ok(basket_price(&quote)),
            Err(quote_order::Error::NotFound) => Err(quote_basket::Error::NotFound),
            Err(quote_order::Error::UnknownProduct(detail)) => {
                let sku = detail.sku;
                Err(quote_basket::Error::NotOrderable(errors::NotOrderable { sku }))
            }
            Err(quote_order::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn check_out(
        &self,
        context: &Context,
        request: check_out::Request,
    ) -> Result<check_out::Response, check_out::Error> {
        let placing = place_order::Request {
            idempotency_key: context.step_key(&request.idempotency_key, "order"),
            x_channel: Some("mobile".to_owned()),
            body: order_form(request.body),
        };
        match self.orders.place_order(context, placing).await {
            Ok(place_order::Response::Created { body, .. }) => {
                Ok(check_out::Response::Created(Box::new(view(*body))))
            }
            Ok(place_order::Response::Accepted { body, .. }) => {
                Ok(check_out::Response::Accepted(Box::new(view(*body))))
            }
            Err(error) => Err(check_out_error(error)),
        }
    }

    async fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        let reading = read_order::Request { order_id: request.order_id };
        match self.orders.get_order(context, reading).await {
            Ok(order) => Ok(view(order)),
            Err(read_order::Error::NotFound) => Err(get_order::Error::NotFound),
            Err(read_order::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        let listing = list_placed::Request {
            customer_id: Some(request.customer_id),
            status: request.state.iter().map(status).collect(),
            number: None,
            placed_after: request.since.and_then(just_before),
            page: request.page,
        };
        match self.orders.list_orders(context, listing).await {
            Ok(page) => Ok(page.map(view)),
            Err(list_placed::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        let cancelling = give_up::Request {
            order_id: request.order_id,
            idempotency_key: context.step_key(&request.idempotency_key, "cancel"),
            if_match: request.if_match,
            body: CancelRequest {
                reason: CancellationReason::ChangedMind,
                comment: request.body.why,
            },
        };
        match self.orders.cancel_order(context, cancelling).await {
            Ok(order) => Ok(view(order)),
            Err(give_up::Error::NotFound) => Err(cancel_order::Error::NotFound),
            Err(give_up::Error::WrongStatus(_)) => Err(cancel_order::Error::TooLate),
            Err(give_up::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn track_order(
        &self,
        context: &Context,
        request: track_order::Request,
    ) -> Result<track_order::Response, track_order::Error> {
        let order_id = request.order_id;
        let order = match self.orders.get_order(context, read_order::Request { order_id }).await {
            Ok(order) => order,
            Err(read_order::Error::NotFound) => return Err(track_order::Error::NotFound),
            Err(read_order::Error::Other(problem)) => return Err(relayed(problem).into()),
        };
        let page = PageRequest { limit: 50, cursor: None };
        let listing = list_shipments::Request { order_id, page };
        let shipments = self.shipping.list_shipments(context, listing).await;
        let shipments =
            shipments.map_err(|list_shipments::Error::Other(problem)| relayed(problem))?;
        Ok(Tracking {
            state: state(&order.status),
            parcels: shipments.items.iter().flat_map(parcels).take(50).collect(),
        })
    }
}

/// What the app may say when an order cannot be placed.
fn check_out_error(error: place_order::Error) -> check_out::Error {
    match error {
        place_order::Error::NotFound => check_out::Error::NotFound,
        place_order::Error::CustomerOnHold => check_out::Error::Forbidden,
        place_order::Error::OutOfStock(detail) => {
            check_out::Error::OutOfStock(errors::OutOfStock {
                sku: detail.sku,
                left: detail.available,
            })
        }
        place_order::Error::UnknownProduct(detail) => {
            check_out::Error::NotOrderable(errors::NotOrderable { sku: detail.sku })
        }
        place_order::Error::CreditExceeded(_) => payment_failed(PaymentHint::PayByCard),
        place_order::Error::PaymentDeclined(detail) => payment_failed(hint(&detail.reason)),
        place_order::Error::Other(problem) => relayed(problem).into(),
    }
}

fn payment_failed(hint: PaymentHint) -> check_out::Error {
    check_out::Error::PaymentFailed(errors::PaymentFailed { hint })
}

fn hint(reason: &DeclineReason) -> PaymentHint {
    match reason {
        DeclineReason::InsufficientFunds => PaymentHint::TryAgainLater,
        DeclineReason::SuspectedFraud => PaymentHint::CallUs,
        _ => PaymentHint::UseAnotherCard,
    }
}

/// The form, as the process tier has it.
fn order_form(form: CheckOut) -> PlaceOrder {
    PlaceOrder {
        customer_id: form.customer_id,
        lines: requested_lines(form.lines),
        payment: payment(form.pay_with),
        ship_to: form.deliver_to.map(address),
        gift_message: form.gift,
        note: None,
        labels: None,
    }
}

fn requested_lines(lines: Vec<BasketLine>) -> Vec<RequestedLine> {
    lines
        .into_iter()
        .map(|line| RequestedLine { sku: line.sku, quantity: Quantity(line.quantity) })
        .collect()
}

fn payment(pay_with: PayWith) -> PaymentMethod {
    match pay_with {
        PayWith::Card(card) => PaymentMethod::Card(CardPayment {
            token: card.token,
            last_digits: card.last_digits,
            expires: card.expires,
        }),
        PayWith::Invoice(account) => PaymentMethod::Invoice(InvoicePayment {
            terms: "P14D".parse().expect("two weeks are an ISO 8601 duration"),
            purchase_order: account.reference,
        }),
        PayWith::Wallet(wallet) => PaymentMethod::Wallet(WalletPayment {
            provider: WalletProvider::from(wallet.provider),
            token: wallet.token,
        }),
        PayWith::Unknown(value) => PaymentMethod::Unknown(value),
    }
}

fn address(address: DeliveryAddress) -> Address {
    Address {
        lines: address.lines,
        city: address.city,
        postal_code: address.postal_code,
        region: None,
        country: address.country,
    }
}

fn card(product: Product) -> ProductCard {
    ProductCard {
        sku: product.sku,
        title: product.name,
        price: words::money(&product.price),
        picture: product.images.and_then(|images| images.into_iter().next()),
        facts: product.attributes,
    }
}

fn shelf(category: Category) -> Shelf {
    Shelf {
        code: category.code,
        title: category.title,
        shelves: category.children.into_iter().map(shelf).collect(),
    }
}

fn basket_price(quote: &Quote) -> BasketPrice {
    let list_price: Decimal = quote
        .lines
        .iter()
        .map(|line| line.unit_price.amount.0 * Decimal::from(line.quantity.0))
        .sum();
    let saved = list_price - quote.total.amount.0;
    BasketPrice {
        total: words::money(&quote.total),
        saved: (saved > Decimal::ZERO).then(|| format!("{saved:.2} {}", quote.total.currency)),
        valid_until: quote.valid_until,
    }
}

/// An order, as the app shows it.
fn view(order: Order) -> OrderView {
    OrderView {
        state: state(&order.status),
        headline: words::headline(&order.lines),
        pieces: order.lines.iter().map(|line| i64::from(line.quantity.0)).sum(),
        total: words::money(&order.total),
        paid_with: paid_with(order.payment),
        gift: order.gift_message,
        placed_at: order.placed_at,
        id: order.id,
        number: order.number,
        version: order.revision,
    }
}

/// How an order was paid, without anything that is worth money.
///
/// A way to pay that came after this code is passed on by its name, and its details stay here.
fn paid_with(payment: PaymentMethod) -> PaidWith {
    match payment {
        PaymentMethod::Card(card) => PaidWith::Card(PaidByCard { last_digits: card.last_digits }),
        PaymentMethod::Invoice(invoice) => PaidWith::Invoice(PaidOnAccount { due: invoice.terms }),
        PaymentMethod::Wallet(wallet) => {
            PaidWith::Wallet(PaidByWallet { provider: wallet.provider.to_string() })
        }
        PaymentMethod::Unknown(value) => {
            let name = value.get("method").cloned().unwrap_or(Value::Null);
            PaidWith::Unknown(Value::from_iter([("kind", name)]))
        }
    }
}

/// The app's word for a status; one that came after this code is passed on as it is.
fn state(status: &OrderStatus) -> OrderState {
    OrderState::from(status.as_str().to_owned())
}

fn status(state: &OrderState) -> OrderStatus {
    OrderStatus::from(state.as_str().to_owned())
}

/// The last instant before a day.
fn just_before(day: Date) -> Option<Timestamp> {
    let midnight = day.to_zoned(TimeZone::UTC).ok()?;
    midnight.timestamp().checked_sub(1.nanosecond()).ok()
}

fn parcels(shipment: &Shipment) -> impl Iterator<Item = ParcelView> {
    let seen = shipment.history.last().and_then(|event| event.place.clone());
    shipment.parcels.iter().map(move |parcel| ParcelView {
        carrier: shipment.carrier.to_string(),
        number: parcel.tracking_number.clone(),
        where_: seen.clone().unwrap_or_else(|| shipment.status.to_string()),
        expected_on: shipment.expected_on,
        page: shipment.tracking_page.clone(),
    })
}
