//! The store itself: a pool of connections, and the settings of its transactions.

use std::fmt;
use std::time::Duration;

use deadpool::Runtime;
use deadpool::managed::{Pool, QueueMode};
use jiff::Timestamp;
use tokio_postgres::Config;

use super::connection::Connector;
use super::convert;
use super::herald::Herald;
use super::session::PostgresSession;
use crate::store::backend::{Pending, Store};
use crate::store::error::Error;
use crate::store::keys::Keys;
use crate::store::migrations::{self, Database};
use crate::store::schema;
use crate::store::transaction::OpenTransaction;
use crate::store::wake::Wake;

/// Connections unless told otherwise.
const CONNECTIONS: usize = 16;

/// How long to wait for a connection, be it a free one or a new one.
const PATIENCE: Duration = Duration::from_secs(5);

/// How much transactions may see of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Isolation {
    /// Each statement sees what was committed before it; PostgreSQL's own default.
    #[default]
    ReadCommitted,
    /// All statements see the same state; a row that another transaction changed meanwhile is a conflict.
    RepeatableRead,
    /// As if transactions ran one after another; where that cannot be, there is a conflict.
    Serializable,
}

/// A store on a PostgreSQL database; clones are the same store.
///
/// A connection belongs to a transaction from its first statement to its end. What begins a keyed request is one round
/// trip: BEGIN, the try-lock on the key, the look-up; what ends it is another: the answer, COMMIT.
///
/// A transaction in which nothing is asked for a minute is undone, and its connection closed, so that a process which
/// stands still does not hold up those that wait for its locks; `idle_in_transaction_session_timeout` of the database or
/// the role says otherwise.
///
/// Besides those there is one connection over which the processes that share the database tell each other that there
/// are events, from the first one on.
///
/// Connections are not encrypted: use a Unix socket, a loopback address or a network that is.
#[derive(Clone)]
pub struct Postgres {
    pool: Pool<Connector>,
    keys: Keys,
    isolation: Isolation,
    wake: Wake,
}

impl Postgres {
    /// A store at a URL such as `postgres://user:password@host:5432/database`, or the same as `key=value` pairs.
    /// Connects when it is first used.
    ///
    /// # Errors
    ///
    /// When the URL cannot be read.
    pub fn new(url: &str) -> Result<Self, Error> {
        Self::with_connections(url, CONNECTIONS)
    }

    /// The same with at most so many connections; 16 unless told.
    ///
    /// # Errors
    ///
    /// When the URL cannot be read.
    pub fn with_connections(url: &str, connections: usize) -> Result<Self, Error> {
        let config: Config = url.parse().map_err(convert::error)?;
        let connector = Connector::new(config);
        let wake = Wake::with_herald(Herald::new(&connector));
        let pool = Pool::builder(connector)
            .max_size(connections)
            .queue_mode(QueueMode::Lifo)
            .wait_timeout(Some(PATIENCE))
            .create_timeout(Some(PATIENCE))
            .recycle_timeout(Some(PATIENCE))
            .runtime(Runtime::Tokio1)
            .build()
            .map_err(Error::rejected)?;
        Ok(Self { pool, keys: Keys::default(), isolation: Isolation::default(), wake })
    }

    /// The same store with transactions of another isolation.
    #[must_use]
    pub fn with_isolation(mut self, isolation: Isolation) -> Self {
        self.isolation = isolation;
        self
    }
}

impl Isolation {
    fn begin(self) -> &'static str {
        match self {
            Self::ReadCommitted => "BEGIN ISOLATION LEVEL READ COMMITTED",
            Self::RepeatableRead => "BEGIN ISOLATION LEVEL REPEATABLE READ",
            Self::Serializable => "BEGIN ISOLATION LEVEL SERIALIZABLE",
        }
    }
}

impl Store for Postgres {
    fn begin(&self) -> Pending<'_, OpenTransaction> {
        let session =
            PostgresSession::new(self.pool.clone(), self.keys.clone(), self.isolation.begin());
        Box::pin(std::future::ready(Ok(OpenTransaction::new(Box::new(session), &self.wake))))
    }

    fn begin_reading(&self) -> Pending<'_, OpenTransaction> {
        let session = PostgresSession::reading(self.pool.clone(), self.keys.clone());
        Box::pin(std::future::ready(Ok(OpenTransaction::new(Box::new(session), &self.wake))))
    }

    fn migrate(&self) -> Pending<'_, ()> {
        Box::pin(async move { migrations::migrate(self, Database::Postgres).await })
    }

    fn wake(&self) -> &Wake {
        &self.wake
    }

    fn sweep(&self, now: Timestamp, limit: u32) -> Pending<'_, u64> {
        let now = now.as_microsecond();
        Box::pin(
            async move { schema::sweep(self.begin().await?, Database::Postgres, now, limit).await },
        )
    }
}

impl fmt::Debug for Postgres {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Postgres")
            .field("isolation", &self.isolation)
            .finish_non_exhaustive()
    }
}
