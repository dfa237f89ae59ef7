//! The two traits of a store: what everyone sees, and what a backend does for one transaction.

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;

use jiff::Timestamp;

use super::error::Error;
use super::remembered::{Claim, Hold, Known, Scope, Writes};
use super::transaction::OpenTransaction;
use super::value::{Row, Value};
use super::wake::Wake;

/// Something that a store is doing.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// What is durable: one transaction type, through which everything goes.
///
/// ```
/// use std::sync::Arc;
///
/// use tiebeam::store::{Memory, Store};
///
/// # async fn example() -> Result<(), tiebeam::store::Error> {
/// let store: Arc<dyn Store> = Arc::new(Memory::new());
/// store.migrate().await?;
/// let transaction = store.begin().await?;
/// transaction.on_commit(|| println!("it is done"));
/// transaction.commit().await?;
/// # Ok(())
/// # }
/// ```
pub trait Store: Debug + Send + Sync + 'static {
    /// Starts a transaction; it is rolled back unless it is committed.
    ///
    /// # Errors
    ///
    /// When the store is unavailable.
    fn begin(&self) -> Pending<'_, OpenTransaction>;

    /// Starts a transaction that only reads: where the store can do so, it waits for nobody who writes, and nobody who
    /// writes waits for it. Unless told otherwise it is like any other.
    ///
    /// # Errors
    ///
    /// When the store is unavailable.
    fn begin_reading(&self) -> Pending<'_, OpenTransaction> {
        self.begin()
    }

    /// Creates or upgrades the tables of the runtime, whose names start with `tiebeam_`. Safe to be called by several
    /// instances at once, and each time one starts.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    fn migrate(&self) -> Pending<'_, ()>;

    /// Says when events were committed, by this process and, where the store can tell, by others.
    fn wake(&self) -> &Wake;

    /// Forgets at most `limit` answers that expired, as many requests that were begun and never answered, as many events
    /// that were applied so long ago, and as many of the log whose retention is over; says how many of all.
    ///
    /// # Errors
    ///
    /// When the store is unavailable.
    fn sweep(&self, now: Timestamp, limit: u32) -> Pending<'_, u64>;
}

/// One transaction of a backend. A session that is dropped is rolled back.
pub(crate) trait Session: Send + Sync {
    /// Takes a key until the end of the transaction and looks up what is remembered under it.
    fn claim(&self, scope: Scope, now: Timestamp) -> Pending<'_, Claim>;

    /// The same for a request that does not run in this transaction: looks up who holds the key, too.
    fn look(&self, scope: Scope, now: Timestamp) -> Pending<'_, Known>;

    /// Changes who holds a key, as far as this transaction is committed; answers whether it did.
    fn hold(&self, scope: Scope, hold: Hold) -> Pending<'_, bool>;

    /// Runs a statement; answers how many rows it touched.
    fn execute<'s>(&'s self, sql: &'s str, params: &'s [Value]) -> Pending<'s, u64>;

    /// Runs a statement; answers the rows it found.
    fn query<'s>(&'s self, sql: &'s str, params: &'s [Value]) -> Pending<'s, Vec<Row>>;

    /// Writes what the runtime has to write, then makes everything durable.
    fn commit(self: Box<Self>, writes: Writes) -> Pending<'static, ()>;

    /// Undoes everything and gives back what was held.
    fn rollback(self: Box<Self>) -> Pending<'static, ()>;
}
