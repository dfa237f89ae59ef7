//! The tables of the runtime, and how they come to be.
//!
//! Each step adds something and none takes anything away, so an instance of the version before works on the tables of
//! the version after; that is what a rolling deployment needs. The version is a row, and a step and its row are one
//! transaction.

use super::error::Error;
use super::remembered::{Fingerprint, Remembered, Scope};
use super::transaction::{OpenTransaction, Transaction};
use super::value::{Row, Value};

/// How a store writes what SQL leaves open.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dialect {
    /// Keeps other instances out until the transaction ends.
    pub(crate) lock: Option<&'static str>,
    /// The type of bytes.
    pub(crate) bytes: &'static str,
    /// Locks rows that are to be deleted, passing over those that somebody else has.
    pub(crate) skip_locked: &'static str,
}

/// Looks up an answer.
pub(crate) const LOOK_UP: &str = "SELECT operation, fingerprint, status, fields, body, expires_at \
     FROM tiebeam_idempotency WHERE scope = $1";

/// Keeps an answer. There is none under the same scope, or else another transaction was faster.
pub(crate) const KEEP: &str = "INSERT INTO tiebeam_idempotency \
     (scope, operation, fingerprint, status, fields, body, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";

/// Forgets an answer that expired, so that another can be kept.
pub(crate) const FORGET: &str = "DELETE FROM tiebeam_idempotency WHERE scope = $1";

const VERSIONS: &str =
    "CREATE TABLE IF NOT EXISTS tiebeam_schema (name TEXT PRIMARY KEY, version BIGINT NOT NULL)";

/// The statements that lead from each version to the next; `BYTES` stands for the type of bytes.
const STEPS: &[&[&str]] = &[&[
    "CREATE TABLE tiebeam_idempotency (
        scope BYTES PRIMARY KEY,
        operation TEXT NOT NULL,
        fingerprint BYTES NOT NULL,
        status BIGINT NOT NULL,
        fields BYTES NOT NULL,
        body BYTES NOT NULL,
        expires_at BIGINT NOT NULL
    )",
    "CREATE INDEX tiebeam_idempotency_expires_at ON tiebeam_idempotency (expires_at)",
]];

/// Takes the steps that were not taken yet.
pub(crate) async fn migrate(open: OpenTransaction, dialect: Dialect) -> Result<(), Error> {
    if let Some(lock) = dialect.lock {
        open.query(lock, &[]).await?;
    }
    open.execute(VERSIONS, &[]).await?;
    let done = version(&open).await?;
    for (index, step) in STEPS.iter().enumerate().skip(done) {
        for statement in *step {
            open.execute(&statement.replace("BYTES", dialect.bytes), &[]).await?;
        }
        let version = i64::try_from(index + 1).expect("there are few steps");
        let written = "INSERT INTO tiebeam_schema (name, version) VALUES ('store', $1) \
             ON CONFLICT (name) DO UPDATE SET version = excluded.version";
        open.execute(written, &[version.into()]).await?;
    }
    open.commit().await
}

/// Forgets some answers that expired.
pub(crate) async fn sweep(
    open: OpenTransaction,
    dialect: Dialect,
    now: i64,
    limit: u32,
) -> Result<u64, Error> {
    let expired =
        "SELECT scope FROM tiebeam_idempotency WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2";
    let sql = format!(
        "DELETE FROM tiebeam_idempotency WHERE scope IN ({expired} {})",
        dialect.skip_locked
    );
    let count = open.execute(&sql, &[now.into(), limit.into()]).await?;
    open.commit().await?;
    Ok(count)
}

/// How many steps were taken. A store that is ahead of us has taken all of ours.
async fn version(transaction: &Transaction) -> Result<usize, Error> {
    let sql = "SELECT version FROM tiebeam_schema WHERE name = $1";
    let rows = transaction.query(sql, &[Value::from("store")]).await?;
    let version: i64 = rows.first().map_or(Ok(0), |row| row.get("version"))?;
    Ok(usize::try_from(version).unwrap_or_default())
}

/// The answer in a row that [`LOOK_UP`] found.
pub(crate) fn remembered(row: &Row) -> Result<Remembered, Error> {
    let fingerprint: Vec<u8> = row.get("fingerprint")?;
    let status: i64 = row.get("status")?;
    let body: Vec<u8> = row.get("body")?;
    Ok(Remembered {
        operation: row.get("operation")?,
        fingerprint: Fingerprint(
            fingerprint.try_into().map_err(|_| Error::rejected("a fingerprint has 32 bytes"))?,
        ),
        status: status.try_into().map_err(Error::rejected)?,
        fields: row.get("fields")?,
        body: body.into(),
        expires: row.get("expires_at")?,
    })
}

/// The parameters of [`KEEP`].
pub(crate) fn params(scope: Scope, answer: Remembered) -> [Value; 7] {
    [
        scope.0[..].into(),
        answer.operation.into(),
        answer.fingerprint.0[..].into(),
        answer.status.into(),
        answer.fields.into(),
        answer.body.to_vec().into(),
        answer.expires.into(),
    ]
}
