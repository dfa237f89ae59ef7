//! One transaction: what business code may do in it, and who may end it.
//!
//! There are two types because there are two roles. Whoever *opens* a transaction ends it: that is
//! [`OpenTransaction`], and it cannot be shared. Whoever *works* in one gets a [`Transaction`]: a handle that is cheap
//! to clone, travels in the [context](crate::Context::transaction), and cannot commit.
//!
//! A statement that fails spoils the transaction, on every store: PostgreSQL has no other way, and code that works on
//! one store must not fail on the other. To do something else when a row is there already, say so in the statement
//! (`ON CONFLICT DO NOTHING`) and look at the number of rows.

use std::ops::Deref;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{fmt, panic};

use jiff::Timestamp;
use tokio::runtime::Handle;
use tokio::sync::RwLock;

use super::backend::Session;
use super::emission::{Emission, sorted};
use super::error::Error;
use super::remembered::{Claim, Hold, Known, Remembered, Scope, Staged, Writes};
use super::value::{Row, Value};
use super::wake::{News, Wake};

/// Words that a statement must not open with: the runtime ends the transactions that it began.
const RESERVED: &[&str] =
    &["abort", "begin", "commit", "end", "prepare", "release", "rollback", "savepoint", "start"];

/// A transaction to work in; a handle that is cheap to clone.
#[derive(Clone)]
pub struct Transaction(Arc<Inner>);

/// A transaction to be ended; it is rolled back when it is dropped.
pub struct OpenTransaction {
    transaction: Transaction,
    is_over: bool,
}

struct Inner {
    wake: Wake,
    /// A statement reads, the end writes: the end waits for statements that are running.
    session: RwLock<Option<Box<dyn Session>>>,
    mishap: AtomicU8,
    emitted: Mutex<Vec<Emission>>,
    staged: Mutex<Vec<Staged>>,
    on_commit: Mutex<Vec<Staged>>,
}

/// The worst that happened to a statement of a transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mishap {
    /// All went well.
    None,
    /// A statement was rejected.
    Rejected,
    /// The store could not be used.
    Unavailable,
    /// Another transaction was in the way.
    Conflict,
}

impl Transaction {
    /// Runs a statement, with parameters that it calls `$1`, `$2` and so on; answers how many rows it touched.
    ///
    /// # Errors
    ///
    /// When the statement fails; the transaction can then only be rolled back.
    pub async fn execute(&self, sql: &str, params: &[Value]) -> Result<u64, Error> {
        self.check(sql)?;
        let session = self.0.session.read().await;
        let session = session.as_ref().ok_or_else(Error::ended)?;
        self.noted(session.execute(sql, params).await)
    }

    /// Runs a statement, with parameters that it calls `$1`, `$2` and so on; answers the rows it found.
    ///
    /// # Errors
    ///
    /// When the statement fails; the transaction can then only be rolled back.
    pub async fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, Error> {
        self.check(sql)?;
        let session = self.0.session.read().await;
        let session = session.as_ref().ok_or_else(Error::ended)?;
        self.noted(session.query(sql, params).await)
    }

    /// Changes something in memory, if and when the transaction is committed: so a repository without SQL takes part.
    /// On the store in memory nobody sees the answer without the change.
    pub fn stage(&self, change: impl FnOnce() + Send + 'static) {
        locked(&self.0.staged).push(Box::new(change));
    }

    /// Does something after the transaction was committed, and only then: wake somebody, drop a cached value.
    pub fn on_commit(&self, action: impl FnOnce() + Send + 'static) {
        locked(&self.0.on_commit).push(Box::new(action));
    }

    /// Writes an event, if and when the transaction is committed.
    pub(crate) fn emit(&self, emission: Emission) {
        locked(&self.0.emitted).push(emission);
    }

    /// The worst that happened so far.
    pub(crate) fn mishap(&self) -> Mishap {
        match self.0.mishap.load(Ordering::Acquire) {
            0 => Mishap::None,
            1 => Mishap::Rejected,
            2 => Mishap::Unavailable,
            _ => Mishap::Conflict,
        }
    }

    /// Why the transaction cannot be committed, where that is no fault of its statements.
    pub(crate) fn mishap_error(&self) -> Option<Error> {
        match self.mishap() {
            Mishap::None | Mishap::Rejected => None,
            Mishap::Unavailable | Mishap::Conflict => self.check("").err(),
        }
    }

    fn check(&self, sql: &str) -> Result<(), Error> {
        let word = sql.trim_start().split(|letter: char| !letter.is_ascii_alphabetic()).next();
        let word = word.unwrap_or_default().to_ascii_lowercase();
        if RESERVED.contains(&&*word) {
            return self.noted(Err(Error::rejected(format!(
                "a statement must not open with {word}: whoever opened the transaction ends it"
            ))));
        }
        match self.mishap() {
            Mishap::None => Ok(()),
            Mishap::Rejected => {
                Err(Error::rejected("an earlier statement of the transaction failed"))
            }
            Mishap::Unavailable => {
                Err(Error::unavailable("the store failed earlier in the transaction"))
            }
            Mishap::Conflict => {
                Err(Error::conflict("another transaction was in the way of an earlier statement"))
            }
        }
    }

    fn noted<T>(&self, result: Result<T, Error>) -> Result<T, Error> {
        if let Err(error) = &result {
            let mishap = if error.is_conflict() {
                Mishap::Conflict
            } else if error.is_unavailable() {
                Mishap::Unavailable
            } else {
                Mishap::Rejected
            };
            self.0.mishap.fetch_max(mishap as u8, Ordering::AcqRel);
        }
        result
    }
}

impl OpenTransaction {
    /// Hands out what a backend began; its commit wakes whoever publishes events.
    pub(crate) fn new(session: Box<dyn Session>, wake: &Wake) -> Self {
        let inner = Inner {
            wake: wake.clone(),
            session: RwLock::new(Some(session)),
            mishap: AtomicU8::new(0),
            emitted: Mutex::default(),
            staged: Mutex::default(),
            on_commit: Mutex::default(),
        };
        Self { transaction: Transaction(Arc::new(inner)), is_over: false }
    }

    /// A handle for whoever works in the transaction.
    #[must_use]
    pub fn handle(&self) -> Transaction {
        self.transaction.clone()
    }

    /// Makes everything durable, then runs what waited for that. Once begun it goes on even if nobody waits for it.
    ///
    /// # Errors
    ///
    /// When a statement failed before, or the commit fails. Nothing is changed then, unless the error
    /// [is unavailable](Error::is_unavailable): it may have been committed.
    ///
    /// # Panics
    ///
    /// When a staged change or what waited for the commit panics.
    pub async fn commit(self) -> Result<(), Error> {
        self.finish(None).await
    }

    /// Undoes everything.
    ///
    /// # Errors
    ///
    /// When the store cannot be told; it will find out by itself.
    pub async fn rollback(mut self) -> Result<(), Error> {
        self.is_over = true;
        match self.take().await {
            Some(session) => session.rollback().await,
            None => Ok(()),
        }
    }

    /// Takes a key and looks up what is remembered under it.
    pub(crate) async fn claim(&self, scope: Scope, now: Timestamp) -> Result<Claim, Error> {
        let session = self.transaction.0.session.read().await;
        session.as_ref().ok_or_else(Error::ended)?.claim(scope, now).await
    }

    /// Takes a key and looks up who holds it, or what is remembered under it.
    pub(crate) async fn look(&self, scope: Scope, now: Timestamp) -> Result<Known, Error> {
        let session = self.transaction.0.session.read().await;
        session.as_ref().ok_or_else(Error::ended)?.look(scope, now).await
    }

    /// Changes who holds a key; answers whether it did.
    pub(crate) async fn hold(&self, scope: Scope, hold: Hold) -> Result<bool, Error> {
        let session = self.transaction.0.session.read().await;
        session.as_ref().ok_or_else(Error::ended)?.hold(scope, hold).await
    }

    /// Commits, together with the answer to the request that the transaction served.
    pub(crate) async fn commit_answer(self, scope: Scope, answer: Remembered) -> Result<(), Error> {
        self.finish(Some((scope, answer))).await
    }

    async fn finish(mut self, answer: Option<(Scope, Remembered)>) -> Result<(), Error> {
        if self.mishap() > Mishap::None {
            let error = self.check("").expect_err("something went wrong");
            self.rollback().await?;
            return Err(error);
        }
        self.is_over = true;
        let transaction = self.transaction.clone();
        // A task of its own: a caller that goes away must not stop a commit between the store and what waits for it.
        let ending = tokio::spawn(async move {
            let session = transaction.0.session.write().await.take().ok_or_else(Error::ended)?;
            let staged = std::mem::take(&mut *locked(&transaction.0.staged));
            let events = sorted(std::mem::take(&mut *locked(&transaction.0.emitted)));
            let has_events = !events.is_empty();
            session.commit(Writes { answer, events, staged }).await?;
            if has_events {
                transaction.0.wake.wake(News::Emitted);
            }
            let waiting = std::mem::take(&mut *locked(&transaction.0.on_commit));
            for action in waiting {
                action();
            }
            Ok(())
        });
        match ending.await {
            Ok(ended) => ended,
            Err(failed) => match failed.try_into_panic() {
                Ok(payload) => panic::resume_unwind(payload),
                Err(failed) => Err(Error::unavailable(failed)),
            },
        }
    }

    async fn take(&self) -> Option<Box<dyn Session>> {
        self.transaction.0.session.write().await.take()
    }
}

impl Deref for OpenTransaction {
    type Target = Transaction;

    fn deref(&self) -> &Transaction {
        &self.transaction
    }
}

impl Drop for OpenTransaction {
    fn drop(&mut self) {
        if self.is_over {
            return;
        }
        if let Ok(mut session) = self.transaction.0.session.try_write() {
            // A session that is dropped is rolled back.
            drop(session.take());
            return;
        }
        // A handle that outlived its request runs a statement: the end comes after it.
        if let Ok(runtime) = Handle::try_current() {
            let transaction = self.transaction.clone();
            runtime.spawn(async move { drop(transaction.0.session.write().await.take()) });
        }
    }
}

impl fmt::Debug for Transaction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Transaction")
            .field("mishap", &self.mishap())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for OpenTransaction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.transaction, formatter)
    }
}

/// A list of closures is whole after any panic.
fn locked<T>(list: &Mutex<T>) -> MutexGuard<'_, T> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}
