//! The table of the Payment Service. An order has one payment that lives, and any number that were given back.

use payment_service_v1::operations::list_payments;
use retail_models::common::Revision;
use retail_models::order::OrderId;
use retail_models::payment::{Payment, PaymentId};
use tiebeam::store::Transaction;
use tiebeam::{Page, Problem};

use crate::listing::{Direction, Listing, Source};
use crate::schema::Steps;
use crate::{document, revision};

/// How the table comes to be.
pub const STEPS: Steps = &[&[
    "CREATE TABLE payments (
        id TEXT PRIMARY KEY,
        order_id TEXT NOT NULL,
        status TEXT NOT NULL,
        revision BIGINT NOT NULL CHECK (revision >= 1),
        document TEXT NOT NULL
    )",
    "CREATE UNIQUE INDEX payments_living ON payments (order_id) WHERE status <> 'voided'",
    "CREATE INDEX payments_of_order ON payments (order_id, id)",
]];

/// In the order in which they were entered: identifiers grow with time.
static OLDEST: Source = Source {
    table: "payments",
    columns: "id, document",
    key: &["id"],
    direction: Direction::Ascending,
};

/// Writes a new payment; does nothing and says so where the order has one that lives.
pub async fn insert(transaction: &Transaction, payment: &Payment) -> Result<bool, Problem> {
    let sql = "INSERT INTO payments (id, order_id, status, revision, document) \
         VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (order_id) WHERE status <> 'voided' DO NOTHING";
    let params = [
        payment.id.0.into(),
        payment.order_id.0.into(),
        payment.status.as_str().into(),
        payment.revision.0.into(),
        document::write(payment)?,
    ];
    Ok(transaction.execute(sql, &params).await? == 1)
}

/// Writes a payment over the one that it was made from.
pub async fn replace(
    transaction: &Transaction,
    before: Revision,
    payment: &Payment,
) -> Result<(), Problem> {
    let sql = "UPDATE payments SET status = $3, revision = $4, document = $5 \
         WHERE id = $1 AND revision = $2";
    let params = [
        payment.id.0.into(),
        before.0.into(),
        payment.status.as_str().into(),
        payment.revision.0.into(),
        document::write(payment)?,
    ];
    let count = transaction.execute(sql, &params).await?;
    Ok(revision::found(count)?)
}

pub async fn find(transaction: &Transaction, id: PaymentId) -> Result<Option<Payment>, Problem> {
    let sql = "SELECT document FROM payments WHERE id = $1";
    let rows = transaction.query(sql, &[id.0.into()]).await?;
    rows.first().map(document::read).transpose()
}

/// The payment of an order that was not given back.
pub async fn living(transaction: &Transaction, id: OrderId) -> Result<Option<Payment>, Problem> {
    let sql = "SELECT document FROM payments WHERE order_id = $1 AND status <> 'voided'";
    let rows = transaction.query(sql, &[id.0.into()]).await?;
    rows.first().map(document::read).transpose()
}

pub async fn list(
    transaction: &Transaction,
    request: &list_payments::Request,
) -> Result<Page<Payment>, Problem> {
    Listing::of(&OLDEST)
        .only("order_id =", request.order_id.map(|id| id.0))
        .page(transaction, &request.page, document::read)
        .await
}
