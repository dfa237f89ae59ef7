//! The table of the Order History Service.
//!
//! The events of an order come from three topics, in any order. Each writes columns of its own, so the row is the same in
//! the end, and where the order stands follows from what is filled in. A row is shown when it is known whose order it is
//! and what it costs.

use order_history_service_v1::operations::list_past_orders;
use retail_models::common::Money;
use retail_models::customer::CustomerId;
use retail_models::order::{Cancellation, OrderId, OrderNumber, OrderStatus, PastOrder};
use retail_order_events::{OrderCancelled, OrderConfirmed, OrderCreated};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tiebeam::problem::own;
use tiebeam::store::{Row, Transaction, Value};
use tiebeam::types::Uuid;
use tiebeam::{Page, Problem};

use crate::listing::{Direction, Listing, Source};
use crate::schema::Steps;

/// How the table comes to be.
pub const STEPS: Steps = &[&[
    "CREATE TABLE past_orders (
        order_id TEXT PRIMARY KEY,
        customer_id TEXT,
        number TEXT,
        total TEXT,
        placed_at TEXT,
        confirmed_at TEXT,
        cancellation TEXT
    )",
    "CREATE INDEX past_orders_of_customer ON past_orders (customer_id, order_id)",
]];

const COLUMNS: &str = "order_id, customer_id, number, total, placed_at, confirmed_at, cancellation";

/// The latest first: identifiers grow with time.
static LATEST: Source = Source {
    table: "past_orders",
    columns: COLUMNS,
    key: &["order_id"],
    direction: Direction::Descending,
};

pub async fn note_order(transaction: &Transaction, event: &OrderCreated) -> Result<(), Problem> {
    let sql = "INSERT INTO past_orders (order_id, customer_id, number, total, placed_at) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (order_id) DO UPDATE \
         SET customer_id = excluded.customer_id, number = excluded.number, \
         total = excluded.total, placed_at = excluded.placed_at";
    let params = [
        event.order_id.0.into(),
        event.customer_id.0.into(),
        event.number.as_ref().map(|number| number.0.clone()).into(),
        write(&event.total)?,
        event.placed_at.map(|instant| instant.to_string()).into(),
    ];
    transaction.execute(sql, &params).await?;
    Ok(())
}

pub async fn note_confirmation(
    transaction: &Transaction,
    event: &OrderConfirmed,
) -> Result<(), Problem> {
    let sql = "INSERT INTO past_orders (order_id, confirmed_at) VALUES ($1, $2) \
         ON CONFLICT (order_id) DO UPDATE SET confirmed_at = excluded.confirmed_at";
    let params = [event.order_id.0.into(), event.confirmed_at.to_string().into()];
    transaction.execute(sql, &params).await?;
    Ok(())
}

pub async fn note_cancellation(
    transaction: &Transaction,
    event: &OrderCancelled,
) -> Result<(), Problem> {
    let sql = "INSERT INTO past_orders (order_id, cancellation) VALUES ($1, $2) \
         ON CONFLICT (order_id) DO UPDATE SET cancellation = excluded.cancellation";
    let params = [event.order_id.0.into(), write(&event.cancellation)?];
    transaction.execute(sql, &params).await?;
    Ok(())
}

pub async fn find(transaction: &Transaction, id: OrderId) -> Result<Option<PastOrder>, Problem> {
    let sql =
        format!("SELECT {COLUMNS} FROM past_orders WHERE order_id = $1 AND total IS NOT NULL");
    transaction.query(&sql, &[id.0.into()]).await?.first().map(read).transpose()
}

pub async fn list(
    transaction: &Transaction,
    request: &list_past_orders::Request,
) -> Result<Page<PastOrder>, Problem> {
    Listing::of(&LATEST)
        .only("customer_id =", request.customer_id.map(|id| id.0))
        // Only what is complete.
        .only("total >", Some(""))
        .page(transaction, &request.page, read)
        .await
}

fn read(row: &Row) -> Result<PastOrder, Problem> {
    let total: String = row.get("total")?;
    let number: Option<String> = row.get("number")?;
    let cancellation: Option<Cancellation> = parse(row.get("cancellation")?)?;
    let confirmed_at = row.get("confirmed_at")?;
    let customer_id: Uuid = row.get("customer_id")?;
    Ok(PastOrder {
        order_id: OrderId(row.get("order_id")?),
        customer_id: CustomerId(customer_id),
        status: match (&cancellation, confirmed_at) {
            (Some(_), _) => OrderStatus::Cancelled,
            (None, Some(_)) => OrderStatus::Confirmed,
            (None, None) => OrderStatus::Placed,
        },
        number: number.map(OrderNumber),
        total: parse::<Money>(Some(total))?.ok_or_else(|| own::INTERNAL_ERROR.problem())?,
        placed_at: row.get("placed_at")?,
        confirmed_at,
        cancellation,
    })
}

fn write<T: Serialize>(value: &T) -> Result<Value, Problem> {
    match serde_json::to_string(value) {
        Ok(text) => Ok(text.into()),
        Err(error) => Err(own::INTERNAL_ERROR.problem().caused_by(error)),
    }
}

fn parse<T: DeserializeOwned>(text: Option<String>) -> Result<Option<T>, Problem> {
    let parsed = text.map(|text| serde_json::from_str(&text)).transpose();
    parsed.map_err(|error| own::INTERNAL_ERROR.problem().caused_by(error))
}
