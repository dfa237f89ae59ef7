//! The tables of the runtime, and how they come to be.
//!
//! Each step adds something and none takes anything away, so an instance of the version before works on the tables of
//! the version after; that is what a rolling deployment needs. The version is a row, and a step and its row are one
//! transaction.

use super::error::Error;
use super::remembered::{Fingerprint, Hold, Lease, Remembered, Scope, Token};
use super::transaction::{OpenTransaction, Transaction};
use super::value::{Row, Value};

/// How a store writes what SQL leaves open.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dialect {
    /// Keeps other instances out until the transaction ends.
    pub(crate) lock: Option<&'static str>,
    /// The type of bytes.
    pub(crate) bytes: &'static str,
    /// The type of a number that grows with every row.
    pub(crate) serial: &'static str,
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

/// Looks up who holds a key.
pub(crate) const LOOK_UP_LEASE: &str = "SELECT operation, fingerprint, token, leased_until, expires_at \
     FROM tiebeam_idempotency_lease WHERE scope = $1";

const TAKE: &str = "INSERT INTO tiebeam_idempotency_lease \
     (scope, operation, fingerprint, token, leased_until, expires_at) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT (scope) DO NOTHING";

const TAKE_OVER: &str = "UPDATE tiebeam_idempotency_lease \
     SET operation = $2, fingerprint = $3, token = $4, leased_until = $5, expires_at = $6 \
     WHERE scope = $1 AND token = $7";

const RENEW: &str = "UPDATE tiebeam_idempotency_lease SET leased_until = $3, expires_at = $4 \
     WHERE scope = $1 AND token = $2";

const RELEASE: &str = "DELETE FROM tiebeam_idempotency_lease WHERE scope = $1 AND token = $2";

/// The tables whose rows expire, and their keys.
const EXPIRING: [(&str, &str); 4] = [
    ("tiebeam_idempotency", "scope"),
    ("tiebeam_idempotency_lease", "scope"),
    ("tiebeam_inbox", "consumer, event_id"),
    ("tiebeam_event", "id"),
];

/// What keeps an event in the log beyond its time: it was not published yet.
const UNPUBLISHED: &str = "AND NOT EXISTS (SELECT 1 FROM tiebeam_outbox AS waiting WHERE waiting.event_id = tiebeam_event.id)";

const VERSIONS: &str =
    "CREATE TABLE IF NOT EXISTS tiebeam_schema (name TEXT PRIMARY KEY, version BIGINT NOT NULL)";

/// The statements that lead from each version to the next; `BYTES` stands for the type of bytes, `SERIAL` for that of
/// a number that grows with every row.
const STEPS: &[&[&str]] = &[
    &[
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
    ],
    // A table of its own: a request that runs in one transaction never looks here.
    &[
        "CREATE TABLE tiebeam_idempotency_lease (
            scope BYTES PRIMARY KEY,
            operation TEXT NOT NULL,
            fingerprint BYTES NOT NULL,
            token BYTES NOT NULL,
            leased_until BIGINT NOT NULL,
            expires_at BIGINT NOT NULL
        )",
        "CREATE INDEX tiebeam_idempotency_lease_expires_at ON tiebeam_idempotency_lease (expires_at)",
    ],
    // The outbox: the log of events, the heads of their keys, and what is still to be published.
    &[
        "CREATE TABLE tiebeam_epoch (epoch BIGINT NOT NULL, incarnation TEXT NOT NULL)",
        "INSERT INTO tiebeam_epoch (epoch, incarnation) VALUES (1, '')",
        "CREATE TABLE tiebeam_event_head (
            topic TEXT NOT NULL,
            key TEXT NOT NULL,
            sequence BIGINT NOT NULL,
            PRIMARY KEY (topic, key)
        )",
        "CREATE TABLE tiebeam_event (
            id TEXT PRIMARY KEY,
            topic TEXT NOT NULL,
            key TEXT,
            epoch BIGINT NOT NULL,
            sequence BIGINT,
            event TEXT NOT NULL,
            expires_at BIGINT
        )",
        "CREATE INDEX tiebeam_event_expires_at ON tiebeam_event (expires_at)",
        "CREATE TABLE tiebeam_outbox (
            id SERIAL,
            partition BIGINT NOT NULL,
            event_id TEXT NOT NULL,
            emitted_at BIGINT NOT NULL
        )",
        "CREATE INDEX tiebeam_outbox_partition ON tiebeam_outbox (partition, id)",
        "CREATE TABLE tiebeam_lease (
            name TEXT PRIMARY KEY,
            owner TEXT NOT NULL,
            epoch BIGINT NOT NULL,
            leased_until BIGINT NOT NULL
        )",
    ],
    // The inbox: what a consumer has seen, where it stands in each key, and what it could not handle.
    &[
        "CREATE TABLE tiebeam_inbox (
            consumer TEXT NOT NULL,
            event_id TEXT NOT NULL,
            outcome TEXT NOT NULL,
            attempts BIGINT NOT NULL,
            expires_at BIGINT,
            PRIMARY KEY (consumer, event_id)
        )",
        "CREATE INDEX tiebeam_inbox_expires_at ON tiebeam_inbox (expires_at)",
        "CREATE TABLE tiebeam_position (
            consumer TEXT NOT NULL,
            topic TEXT NOT NULL,
            key TEXT NOT NULL,
            epoch BIGINT NOT NULL,
            sequence BIGINT NOT NULL,
            PRIMARY KEY (consumer, topic, key)
        )",
        "CREATE TABLE tiebeam_dead_letter (
            consumer TEXT NOT NULL,
            event_id TEXT NOT NULL,
            topic TEXT NOT NULL,
            key TEXT,
            epoch BIGINT,
            sequence BIGINT,
            event TEXT NOT NULL,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            attempts BIGINT NOT NULL,
            died_at BIGINT NOT NULL,
            PRIMARY KEY (consumer, event_id)
        )",
        "CREATE INDEX tiebeam_dead_letter_key ON tiebeam_dead_letter (consumer, topic, key, sequence)",
    ],
];

/// Takes the steps that were not taken yet.
pub(crate) async fn migrate(open: OpenTransaction, dialect: Dialect) -> Result<(), Error> {
    if let Some(lock) = dialect.lock {
        open.query(lock, &[]).await?;
    }
    open.execute(VERSIONS, &[]).await?;
    let done = version(&open).await?;
    for (index, step) in STEPS.iter().enumerate().skip(done) {
        for statement in *step {
            let statement =
                statement.replace("BYTES", dialect.bytes).replace("SERIAL", dialect.serial);
            open.execute(&statement, &[]).await?;
        }
        let version = i64::try_from(index + 1).expect("there are few steps");
        let written = "INSERT INTO tiebeam_schema (name, version) VALUES ('store', $1) \
             ON CONFLICT (name) DO UPDATE SET version = excluded.version";
        open.execute(written, &[version.into()]).await?;
    }
    open.commit().await
}

/// Forgets some answers, some requests without one, and some events that were applied or published, that expired.
pub(crate) async fn sweep(
    open: OpenTransaction,
    dialect: Dialect,
    now: i64,
    limit: u32,
) -> Result<u64, Error> {
    let mut count = 0;
    for (table, key) in EXPIRING {
        let unless = if table == "tiebeam_event" { UNPUBLISHED } else { "" };
        let sql = format!(
            "DELETE FROM {table} WHERE ({key}) IN \
             (SELECT {key} FROM {table} WHERE expires_at <= $1 {unless} ORDER BY expires_at LIMIT $2 {})",
            dialect.skip_locked
        );
        count += open.execute(&sql, &[now.into(), limit.into()]).await?;
    }
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
    let status: i64 = row.get("status")?;
    let body: Vec<u8> = row.get("body")?;
    Ok(Remembered {
        operation: row.get("operation")?,
        fingerprint: Fingerprint(bytes(row, "fingerprint")?),
        status: status.try_into().map_err(Error::rejected)?,
        fields: row.get("fields")?,
        body: body.into(),
        expires: row.get("expires_at")?,
    })
}

/// Who holds the key, in a row that [`LOOK_UP_LEASE`] found.
pub(crate) fn lease(row: &Row) -> Result<Lease, Error> {
    Ok(Lease {
        operation: row.get("operation")?,
        fingerprint: Fingerprint(bytes(row, "fingerprint")?),
        token: Token(bytes(row, "token")?),
        until: row.get("leased_until")?,
        expires: row.get("expires_at")?,
    })
}

fn bytes<const N: usize>(row: &Row, column: &str) -> Result<[u8; N], Error> {
    let bytes: Vec<u8> = row.get(column)?;
    bytes.try_into().map_err(|_| Error::rejected(format!("{column} has {N} bytes")))
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

/// The statement that changes who holds a key; it touches a row where it did.
pub(crate) fn hold(scope: Scope, hold: Hold) -> (&'static str, Vec<Value>) {
    let scope = Value::from(&scope.0[..]);
    match hold {
        Hold::Take(lease) => (TAKE, lease_params(scope, lease)),
        Hold::TakeOver(from, lease) => {
            let mut params = lease_params(scope, lease);
            params.push(from.0[..].into());
            (TAKE_OVER, params)
        }
        Hold::Renew(token, until, expires) => {
            (RENEW, vec![scope, token.0[..].into(), until.into(), expires.into()])
        }
        Hold::Release(token) => (RELEASE, vec![scope, token.0[..].into()]),
    }
}

fn lease_params(scope: Value, lease: Lease) -> Vec<Value> {
    vec![
        scope,
        lease.operation.into(),
        lease.fingerprint.0[..].into(),
        lease.token.0[..].into(),
        lease.until.into(),
        lease.expires.into(),
    ]
}
