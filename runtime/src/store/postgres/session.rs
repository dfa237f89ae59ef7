//! One transaction on one connection, and how its statements share round trips.

use std::time::Duration;

use deadpool::managed::{Object, Pool};
use jiff::Timestamp;
use tokio::runtime::Handle;
use tokio::sync::OnceCell;
use tokio_postgres::types::ToSql;

use super::connection::{Connection, Connector};
use super::convert;
use super::writes::{Emitted, Kept};
use crate::store::backend::{Pending, Session};
use crate::store::error::Error;
use crate::store::keys::{Hand, Keys};
use crate::store::remembered::{Claim, Hold, Known, Lease, Remembered, Scope, Writes};
use crate::store::schema::{self, FORGET, LOOK_UP, LOOK_UP_LEASE};
use crate::store::value::{Row, Value};

/// The lock ends with the transaction, and the transaction with the connection: a process that dies leaves nothing.
const LOCK: &str = "SELECT pg_try_advisory_xact_lock($1) AS is_ours";

/// Who looks for an answer or for whoever is about to give one must not overlook what was committed meanwhile, whatever
/// isolation the handlers have.
const BEGIN_LOOKING: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";

/// Whoever only looks sees with each statement what was committed before it.
const BEGIN_READING: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY";

/// How long a transaction that nobody ended may take to be undone before its connection is given up.
const UNDOING: Duration = Duration::from_secs(5);

/// A transaction that takes a connection with its first statement.
pub(super) struct PostgresSession {
    pool: Pool<Connector>,
    keys: Keys,
    begin: &'static str,
    /// It changes nothing, so nobody waits for its begin and its end.
    is_reading: bool,
    hand: Hand,
    connection: OnceCell<Object<Connector>>,
}

/// What is looked up under a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Answer,
    /// The answer, and who holds the key.
    All,
}

/// What was found under a key.
struct Found {
    answer: Option<Remembered>,
    lease: Option<Lease>,
}

impl PostgresSession {
    pub(super) fn new(pool: Pool<Connector>, keys: Keys, begin: &'static str) -> Self {
        let (hand, connection) = (Hand::default(), OnceCell::new());
        Self { pool, keys, begin, is_reading: false, hand, connection }
    }

    /// A transaction that only reads.
    pub(super) fn reading(pool: Pool<Connector>, keys: Keys) -> Self {
        let mut session = Self::new(pool, keys, BEGIN_READING);
        session.is_reading = true;
        session
    }

    /// The connection, in the transaction.
    async fn connection(&self) -> Result<&Connection, Error> {
        let connection = self.connection.get_or_try_init(|| async {
            let connection = self.pool.get().await.map_err(convert::pool_error)?;
            let started = Started(Some(connection));
            started.connection().client.batch_execute(self.begin).await.map_err(convert::error)?;
            Ok(started.keep())
        });
        Ok(connection.await?)
    }

    /// Begins and runs the first statement in one round trip; `None` where it has begun. Where BEGIN fails the statement
    /// runs by itself, which is harmless where it only reads.
    async fn begin_and_query(
        &self,
        sql: &str,
        params: &[Value],
    ) -> Result<Option<Vec<Row>>, Error> {
        let mut rows = None;
        let begun = self.connection.get_or_try_init(|| async {
            let connection = self.pool.get().await.map_err(convert::pool_error)?;
            let statement = connection.prepared(sql).await.map_err(convert::error)?;
            let started = Started(Some(connection));
            let connection = started.connection();
            let params = borrowed(params);
            let (begun, found) = tokio::join!(
                connection.client.batch_execute(self.begin),
                connection.client.query(&statement, &params),
            );
            begun.map_err(convert::error)?;
            let found = connection.checked(sql, found).map_err(convert::error)?;
            rows = Some(convert::rows(&found)?);
            Ok::<_, Error>(started.keep())
        });
        begun.await?;
        Ok(rows)
    }

    /// Begins, locks and looks up in one round trip; `None` where another transaction has the lock.
    async fn begin_with(
        &self,
        scope: Scope,
        opening: &str,
        wanted: Wanted,
    ) -> Result<Option<Found>, Error> {
        let mut claimed = None;
        let begun = self.connection.get_or_try_init(|| async {
            let connection = self.pool.get().await.map_err(convert::pool_error)?;
            let prepared =
                tokio::try_join!(connection.prepared(LOCK), connection.prepared(LOOK_UP));
            let (lock, look_up) = prepared.map_err(convert::error)?;
            let look_up_lease = match wanted {
                Wanted::Answer => None,
                Wanted::All => {
                    Some(connection.prepared(LOOK_UP_LEASE).await.map_err(convert::error)?)
                }
            };
            let started = Started(Some(connection));
            let client = &started.connection().client;
            let (lock_id, scope) = (lock_id(scope), &scope.0[..]);
            let lock_params: [&(dyn ToSql + Sync); 1] = [&lock_id];
            let scope_params: [&(dyn ToSql + Sync); 1] = [&scope];
            // Statements of their own, because a look-up must see what was committed before the lock was free. Who gives
            // an answer lets go of the key in the same transaction, so whoever looks for the answer last finds one or
            // the other.
            let (begun, locked, lease, answer) = tokio::join!(
                client.batch_execute(opening),
                client.query_one(&lock, &lock_params),
                async {
                    match &look_up_lease {
                        Some(look_up) => client.query(look_up, &scope_params).await,
                        None => Ok(Vec::new()),
                    }
                },
                client.query(&look_up, &scope_params),
            );
            begun.map_err(convert::error)?;
            let is_ours: bool = locked.and_then(|row| row.try_get(0)).map_err(convert::error)?;
            let lease = convert::rows(&lease.map_err(convert::error)?)?;
            let answer = convert::rows(&answer.map_err(convert::error)?)?;
            if is_ours {
                let lease = lease.first().map(schema::lease).transpose()?;
                claimed = Some(Found {
                    answer: answer.first().map(schema::remembered).transpose()?,
                    lease,
                });
            }
            Ok::<_, Error>(started.keep())
        });
        begun.await?;
        Ok(claimed)
    }

    /// Takes the key and looks up what is wanted; `None` where somebody else has it.
    async fn find(
        &self,
        scope: Scope,
        now: Timestamp,
        opening: &str,
        wanted: Wanted,
    ) -> Result<Option<Found>, Error> {
        if !self.hand.takes(&self.keys, scope) {
            return Ok(None);
        }
        let Some(mut found) = self.begin_with(scope, opening, wanted).await? else {
            return Ok(None);
        };
        if found.answer.as_ref().is_some_and(|answer| answer.expires <= now.as_microsecond()) {
            self.execute(FORGET, &[scope.0[..].into()]).await?;
            found.answer = None;
        }
        Ok(Some(found))
    }

    async fn finish(mut self: Box<Self>, mut writes: Writes) -> Result<(), Error> {
        // Dropped at the end: the key is held until the outcome is known.
        let _held = self.hand.empty();
        let (answer, events) = (writes.answer.take(), std::mem::take(&mut writes.events));
        if answer.is_some() || !events.is_empty() {
            self.connection().await?;
        }
        let Some(connection) = self.connection.take() else {
            writes.apply();
            return Ok(());
        };
        let started = Started(Some(connection));
        let connection = started.connection();
        // Prepared before anything is sent: from there on the statements and COMMIT are one round trip.
        let emitted = Emitted::prepare(connection, events).await?;
        let kept = Kept::prepare(connection, answer).await?;
        // Where one fails the next ones do too, and the last rolls back and says so in a way that is easily missed.
        let (emitted, kept, committed) = tokio::join!(
            emitted.write(connection),
            kept.write(connection),
            connection.client.batch_execute("COMMIT"),
        );
        emitted?;
        kept?;
        committed.map_err(convert::error)?;
        drop(started.keep());
        writes.apply();
        Ok(())
    }
}

impl Session for PostgresSession {
    fn claim(&self, scope: Scope, now: Timestamp) -> Pending<'_, Claim> {
        Box::pin(async move {
            let found = self.find(scope, now, self.begin, Wanted::Answer).await?;
            Ok(match found {
                None => Claim::Busy,
                Some(found) => found.answer.map_or(Claim::Free, Claim::Found),
            })
        })
    }

    fn look(&self, scope: Scope, now: Timestamp) -> Pending<'_, Known> {
        Box::pin(async move {
            let found = self.find(scope, now, BEGIN_LOOKING, Wanted::All).await?;
            Ok(match found {
                None => Known::Busy,
                Some(Found { answer: Some(answer), .. }) => Known::Answered(answer),
                Some(Found { lease, .. }) => lease.map_or(Known::Nothing, Known::Leased),
            })
        })
    }

    fn hold(&self, scope: Scope, hold: Hold) -> Pending<'_, bool> {
        let (sql, params) = schema::hold(scope, hold);
        Box::pin(async move { Ok(self.execute(sql, &params).await? > 0) })
    }

    fn execute<'s>(&'s self, sql: &'s str, params: &'s [Value]) -> Pending<'s, u64> {
        Box::pin(async move {
            let connection = self.connection().await?;
            let statement = connection.prepared(sql).await.map_err(convert::error)?;
            let count = connection.client.execute(&statement, &borrowed(params)).await;
            connection.checked(sql, count).map_err(convert::error)
        })
    }

    fn query<'s>(&'s self, sql: &'s str, params: &'s [Value]) -> Pending<'s, Vec<Row>> {
        Box::pin(async move {
            if self.is_reading
                && let Some(rows) = self.begin_and_query(sql, params).await?
            {
                return Ok(rows);
            }
            let connection = self.connection().await?;
            let statement = connection.prepared(sql).await.map_err(convert::error)?;
            let found = connection.client.query(&statement, &borrowed(params)).await;
            convert::rows(&connection.checked(sql, found).map_err(convert::error)?)
        })
    }

    fn commit(self: Box<Self>, writes: Writes) -> Pending<'static, ()> {
        Box::pin(self.finish(writes))
    }

    fn rollback(mut self: Box<Self>) -> Pending<'static, ()> {
        Box::pin(async move {
            let Some(connection) = self.connection.take() else { return Ok(()) };
            let started = Started(Some(connection));
            if self.is_reading {
                // Undone when it is dropped, and nobody waits for it.
                return Ok(());
            }
            let undone = started.connection().client.batch_execute("ROLLBACK").await;
            undone.map_err(convert::error)?;
            drop(started.keep());
            Ok(())
        })
    }
}

impl Drop for PostgresSession {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            drop(Started(Some(connection)));
        }
    }
}

/// A connection that may be in a transaction. Dropping it undoes that, and only then is it free for others.
struct Started(Option<Object<Connector>>);

impl Started {
    fn connection(&self) -> &Connection {
        self.0.as_ref().expect("it is given away once, at the end")
    }

    /// Takes the connection out: somebody else answers for its transaction, or it has none any more.
    fn keep(mut self) -> Object<Connector> {
        self.0.take().expect("it is given away once, at the end")
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        let Some(connection) = self.0.take() else { return };
        let Ok(runtime) = Handle::try_current() else {
            // Closing the connection undoes the transaction as well.
            drop(Object::take(connection));
            return;
        };
        runtime.spawn(async move {
            let undoing = connection.client.batch_execute("ROLLBACK");
            if !matches!(tokio::time::timeout(UNDOING, undoing).await, Ok(Ok(()))) {
                drop(Object::take(connection));
            }
        });
    }
}

/// The number of the lock: 64 bits of the digest, so two requests share one practically never, and then one waits.
fn lock_id(scope: Scope) -> i64 {
    let (first, _) = scope.0.split_first_chunk().expect("a digest has 32 bytes");
    i64::from_be_bytes(*first)
}

pub(super) fn borrowed(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params.iter().map(|param| param as &(dyn ToSql + Sync)).collect()
}
