//! The two routes, and the orders behind them.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use axum::serve::ListenerExt as _;
use http::header::{CONTENT_TYPE, ETAG, LOCATION};
use http::{HeaderMap, HeaderValue, StatusCode, Uri};
use tiebeam::types::{Timestamp, Uuid};
use tokio::net::TcpListener;

use super::field;
use super::problem::Refusal;
use super::rules;
use super::types::{NewOrder, Order};
use crate::sample;
use crate::shelf::Shelf;

type Shop = Arc<Shelf<Order>>;

/// Serves until the process ends.
///
/// # Errors
///
/// When the sample is not an order, or nothing can be accepted.
pub async fn serve(listener: TcpListener) -> anyhow::Result<()> {
    let shop = Shop::default();
    let new: NewOrder = serde_json::from_str(sample::NEW_ORDER)?;
    shop.stock(sample::ID, order(sample::ID, 0, new));
    let router = Router::new()
        .route("/v1/orders", post(create_order))
        .route("/v1/orders/{order_id}", get(get_order))
        .layer(DefaultBodyLimit::max(1 << 20))
        .with_state(shop);
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    Ok(axum::serve(listener, router).await?)
}

async fn get_order(
    State(shop): State<Shop>,
    Path(order_id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let correlation_id = field::correlation_id(&headers);
    match read(&shop, &order_id, &uri) {
        Ok(order) => found(&order, &headers, correlation_id),
        Err(refusal) => refusal.respond(correlation_id),
    }
}

async fn create_order(State(shop): State<Shop>, headers: HeaderMap, body: Bytes) -> Response {
    let correlation_id = field::correlation_id(&headers);
    match enter(&shop, &headers, &body) {
        Ok(order) => created(&order, correlation_id),
        Err(refusal) => refusal.respond(correlation_id),
    }
}

fn read(shop: &Shelf<Order>, order_id: &str, uri: &Uri) -> Result<Order, Refusal> {
    if uri.query().is_some() {
        return Err(invalid("This operation takes no query.".to_owned()));
    }
    let id = order_id.parse().map_err(|_| invalid("orderId must be a UUID.".to_owned()))?;
    let order = shop.get(id);
    order.ok_or_else(|| Refusal::new(StatusCode::NOT_FOUND, "not-found", "Not found"))
}

fn enter(shop: &Shelf<Order>, headers: &HeaderMap, body: &[u8]) -> Result<Order, Refusal> {
    field::check_content_type(headers)?;
    field::check_key(headers)?;
    let new: NewOrder = serde_json::from_slice(body).map_err(|error| invalid(error.to_string()))?;
    let errors = rules::check(&new);
    if !errors.is_empty() {
        return Err(Refusal { errors, ..invalid("See `errors`.".to_owned()) });
    }
    let id = Uuid::now_v7();
    Ok(shop.enter(id, |position| order(id, position, new)))
}

fn invalid(detail: String) -> Refusal {
    let (code, title) = ("validation-failed", "The request is not valid");
    Refusal { detail: Some(detail), ..Refusal::new(StatusCode::BAD_REQUEST, code, title) }
}

fn found(order: &Order, headers: &HeaderMap, correlation_id: HeaderValue) -> Response {
    let tag = format!("\"{}\"", order.revision);
    let is_known = field::has_already(headers, &tag);
    let mut response = if is_known {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response
    } else {
        with_json(order)
    };
    let fields = response.headers_mut();
    fields.insert(ETAG, HeaderValue::try_from(tag).expect("a number in quotes is visible ASCII"));
    fields.insert(field::CORRELATION_ID, correlation_id);
    response
}

fn created(order: &Order, correlation_id: HeaderValue) -> Response {
    let mut response = with_json(order);
    *response.status_mut() = StatusCode::CREATED;
    let location =
        HeaderValue::try_from(format!("/v1/orders/{}", order.id)).expect("a UUID is visible ASCII");
    response.headers_mut().insert(LOCATION, location);
    response.headers_mut().insert(field::CORRELATION_ID, correlation_id);
    response
}

fn with_json(order: &Order) -> Response {
    let mut text = Vec::with_capacity(256);
    serde_json::to_writer(&mut text, order).expect("an order is JSON");
    let mut response = Response::new(Body::from(text));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// A new order, the `position`-th of the shop.
fn order(id: Uuid, position: usize, new: NewOrder) -> Order {
    Order {
        id,
        number: format!("A{position:08}"),
        revision: 1,
        customer_id: new.customer_id,
        status: new.status,
        lines: new.lines,
        discounts: new.discounts,
        total: new.total,
        payment: new.payment,
        ship_to: new.ship_to,
        gift_message: new.gift_message,
        note: new.note,
        reservation_id: new.reservation_id,
        labels: new.labels,
        placed_at: Timestamp::now(),
    }
}
