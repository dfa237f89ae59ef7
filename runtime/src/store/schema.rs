//! What the runtime asks of its tables, beside events: answers that are remembered, keys that are held, and what expires.

use super::error::Error;
use super::migrations::Database;
use super::remembered::{Fingerprint, Hold, Lease, Remembered, Scope, Token};
use super::transaction::OpenTransaction;
use super::value::{Row, Value};

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

/// Forgets some answers, some requests without one, and some events that were applied or published, that expired.
pub(crate) async fn sweep(
    open: OpenTransaction,
    database: Database,
    now: i64,
    limit: u32,
) -> Result<u64, Error> {
    let mut count = 0;
    for (table, key) in EXPIRING {
        let unless = if table == "tiebeam_event" { UNPUBLISHED } else { "" };
        let sql = format!(
            "DELETE FROM {table} WHERE ({key}) IN \
             (SELECT {key} FROM {table} WHERE expires_at <= $1 {unless} ORDER BY expires_at LIMIT $2 {})",
            skip_locked(database)
        );
        count += open.execute(&sql, &[now.into(), limit.into()]).await?;
    }
    open.commit().await?;
    Ok(count)
}

/// Locks rows that are to be deleted, passing over those that somebody else has.
fn skip_locked(database: Database) -> &'static str {
    match database {
        Database::Postgres => "FOR UPDATE SKIP LOCKED",
        Database::Sqlite => "",
    }
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
