//! The tables of the Order Service.
//!
//! A number is drawn from a row that stays locked until the end of the transaction: an order that is not entered gives
//! its number back, so numbers have no gaps. That orders are entered one after another is the price of it.

use order_service_v1::operations::list_orders;
use retail_models::common::Revision;
use retail_models::order::{Order, OrderId, OrderNumber, OrderStatus};
use tiebeam::store::{Error, Transaction};
use tiebeam::types::Timestamp;
use tiebeam::{Page, Problem};

use crate::listing::{Direction, Listing, Source};
use crate::schema::Steps;
use crate::{document, revision};

/// How the tables come to be.
pub const STEPS: Steps = &[&[
    "CREATE TABLE order_numbers (
        series TEXT PRIMARY KEY,
        last BIGINT NOT NULL
    )",
    "INSERT INTO order_numbers (series, last) VALUES ('A', 0)",
    "CREATE TABLE orders (
        id TEXT PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        customer_id TEXT NOT NULL,
        status TEXT NOT NULL,
        placed_at BIGINT NOT NULL,
        revision BIGINT NOT NULL CHECK (revision >= 1),
        document TEXT NOT NULL
    )",
    "CREATE INDEX orders_of_customer ON orders (customer_id, id)",
]];

/// The newest first: identifiers grow with time.
static NEWEST: Source = Source {
    table: "orders",
    columns: "id, document",
    key: &["id"],
    direction: Direction::Descending,
};

/// Draws the next number.
pub async fn next_number(transaction: &Transaction) -> Result<OrderNumber, Problem> {
    let sql = "UPDATE order_numbers SET last = last + 1 WHERE series = 'A' RETURNING last";
    let rows = transaction.query(sql, &[]).await?;
    let row = rows.first().ok_or_else(|| Error::conflict("nobody counts orders"))?;
    let number: i64 = row.get("last")?;
    Ok(OrderNumber(format!("A{number:08}")))
}

pub async fn insert(transaction: &Transaction, order: &Order) -> Result<(), Problem> {
    let sql = "INSERT INTO orders (id, number, customer_id, status, placed_at, revision, document) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let params = [
        order.id.0.into(),
        (&order.number.0).into(),
        order.customer_id.0.into(),
        order.status.as_str().into(),
        nanoseconds(order.placed_at).into(),
        order.revision.0.into(),
        document::write(order)?,
    ];
    transaction.execute(sql, &params).await?;
    Ok(())
}

/// Writes an order over the one that it was made from.
pub async fn replace(
    transaction: &Transaction,
    before: Revision,
    order: &Order,
) -> Result<(), Problem> {
    let sql = "UPDATE orders SET status = $3, revision = $4, document = $5 \
         WHERE id = $1 AND revision = $2";
    let params = [
        order.id.0.into(),
        before.0.into(),
        order.status.as_str().into(),
        order.revision.0.into(),
        document::write(order)?,
    ];
    let count = transaction.execute(sql, &params).await?;
    Ok(revision::found(count)?)
}

pub async fn find(transaction: &Transaction, id: OrderId) -> Result<Option<Order>, Problem> {
    let sql = "SELECT document FROM orders WHERE id = $1";
    let rows = transaction.query(sql, &[id.0.into()]).await?;
    rows.first().map(document::read).transpose()
}

pub async fn list(
    transaction: &Transaction,
    request: &list_orders::Request,
) -> Result<Page<Order>, Problem> {
    Listing::of(&NEWEST)
        .only("customer_id =", request.customer_id.map(|id| id.0))
        .one_of("status", request.status.iter().map(OrderStatus::as_str))
        .only("number =", request.number.as_ref().map(|number| &number.0))
        .only("placed_at >", request.placed_after.map(nanoseconds))
        .page(transaction, &request.page, document::read)
        .await
}

/// Enters an order that has its number already, and draws greater ones from then on.
pub async fn import(transaction: &Transaction, order: &Order) -> Result<(), Problem> {
    insert(transaction, order).await?;
    let number: i64 = order.number.0.trim_start_matches('A').parse().unwrap_or_default();
    let sql = "UPDATE order_numbers SET last = $1 WHERE series = 'A' AND last < $1";
    transaction.execute(sql, &[number.into()]).await?;
    Ok(())
}

/// An instant as a number, because texts of instants do not compare as instants do. The years 1677 to 2262 fit.
fn nanoseconds(instant: Timestamp) -> i64 {
    let number = instant.as_nanosecond();
    i64::try_from(number).unwrap_or(if number < 0 { i64::MIN } else { i64::MAX })
}
