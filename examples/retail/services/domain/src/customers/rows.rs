//! The table of the Customer Service. An address belongs to one open account, in capitals or not.

use customer_service_v1::operations::list_customers;
use retail_models::common::Revision;
use retail_models::customer::{Customer, CustomerId, CustomerStatus, LoyaltyLevel};
use tiebeam::store::Transaction;
use tiebeam::types::Timestamp;
use tiebeam::{Page, Problem};

use crate::listing::{Direction, Listing, Source};
use crate::schema::Steps;
use crate::{document, revision};

/// How the table comes to be.
pub const STEPS: Steps = &[
    &[
        "CREATE TABLE accounts (
        id TEXT PRIMARY KEY,
        email TEXT NOT NULL,
        status TEXT NOT NULL,
        loyalty TEXT NOT NULL,
        closed_at TEXT,
        revision BIGINT NOT NULL CHECK (revision >= 1),
        document TEXT NOT NULL
    )",
        "CREATE UNIQUE INDEX accounts_open_email ON accounts (email) WHERE closed_at IS NULL",
    ],
    &["CREATE TABLE confirmed_orders (customer_id TEXT PRIMARY KEY, count BIGINT NOT NULL)"],
];

/// In the order in which they were opened: identifiers grow with time.
static OLDEST: Source = Source {
    table: "accounts",
    columns: "id, document",
    key: &["id"],
    direction: Direction::Ascending,
};

/// What the service knows of a customer, a little more than it tells.
#[derive(Debug)]
pub struct Account {
    pub customer: Customer,
    pub closed_at: Option<Timestamp>,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Done,
    /// It was not written, because another open account has the address.
    EmailTaken,
}

/// Counts an order of a customer that was confirmed; answers how many there are.
pub async fn count_order(transaction: &Transaction, id: CustomerId) -> Result<i64, Problem> {
    let sql = "INSERT INTO confirmed_orders (customer_id, count) VALUES ($1, 1) \
         ON CONFLICT (customer_id) DO UPDATE SET count = confirmed_orders.count + 1 \
         RETURNING count";
    let rows = transaction.query(sql, &[id.0.into()]).await?;
    Ok(rows.first().map_or(Ok(1), |row| row.get("count"))?)
}

/// Writes a new account.
pub async fn insert(transaction: &Transaction, customer: &Customer) -> Result<Written, Problem> {
    let sql = "INSERT INTO accounts (id, email, status, loyalty, revision, document) \
         VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (email) WHERE closed_at IS NULL DO NOTHING";
    let params = [
        customer.id.0.into(),
        email(customer).into(),
        customer.status.as_str().into(),
        customer.loyalty.as_str().into(),
        customer.revision.0.into(),
        document::write(customer)?,
    ];
    let count = transaction.execute(sql, &params).await?;
    Ok(if count == 1 { Written::Done } else { Written::EmailTaken })
}

/// Writes an account over the one that it was made from.
pub async fn replace(
    transaction: &Transaction,
    before: Revision,
    account: &Account,
) -> Result<Written, Problem> {
    let Account { customer, closed_at } = account;
    let sql = "UPDATE accounts SET email = $3, status = $4, loyalty = $5, closed_at = $6, \
         revision = $7, document = $8 WHERE id = $1 AND revision = $2";
    let params = [
        customer.id.0.into(),
        before.0.into(),
        email(customer).into(),
        customer.status.as_str().into(),
        customer.loyalty.as_str().into(),
        (*closed_at).into(),
        customer.revision.0.into(),
        document::write(customer)?,
    ];
    match transaction.execute(sql, &params).await {
        Ok(count) => Ok(revision::found(count).map(|()| Written::Done)?),
        // The transaction can do nothing more, and need not: whoever asked is refused.
        Err(error) if error.is_unique_violation() => Ok(Written::EmailTaken),
        Err(error) => Err(error.into()),
    }
}

pub async fn find(transaction: &Transaction, id: CustomerId) -> Result<Option<Account>, Problem> {
    let sql = "SELECT closed_at, document FROM accounts WHERE id = $1";
    let rows = transaction.query(sql, &[id.0.into()]).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    Ok(Some(Account { customer: document::read(row)?, closed_at: row.get("closed_at")? }))
}

pub async fn list(
    transaction: &Transaction,
    request: &list_customers::Request,
) -> Result<Page<Customer>, Problem> {
    Listing::of(&OLDEST)
        .one_of("status", request.status.iter().map(CustomerStatus::as_str))
        .only("loyalty =", request.loyalty.as_ref().map(LoyaltyLevel::as_str))
        .page(transaction, &request.page, document::read)
        .await
}

fn email(customer: &Customer) -> String {
    customer.profile.email.to_ascii_lowercase()
}
