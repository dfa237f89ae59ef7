//! Units of work of one service: where they begin and how they end.

use std::fmt;
use std::sync::Arc;

use super::declared::Declares;
use super::unit::Work;
use crate::clock::{self, SharedClock};
use crate::context::Context;
use crate::operation::Failure;
use crate::problem::Problem;
use crate::store::{Error, Store, Transaction};

/// How often something is done at most when other transactions are in the way; a keyed request has as many attempts.
const ATTEMPTS: u32 = 3;

/// The units of work of one service, on its store.
#[derive(Clone)]
pub struct Units {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) source: Arc<str>,
    pub(crate) clock: SharedClock,
}

/// Why a transaction of our own came to nothing.
enum Stopped<E> {
    /// Nothing was done, and it may work now.
    ForNow(E),
    /// It was refused, or nobody knows.
    ForGood(E),
}

impl Units {
    /// Units of work on a store, whose events say where they come from: a URI reference such as
    /// `/acme-retail/order-service`, which generated code knows.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, source: &str) -> Self {
        Self { store, source: source.into(), clock: clock::system() }
    }

    /// Goes by another clock.
    #[must_use]
    pub fn with_clock(mut self, clock: SharedClock) -> Self {
        self.clock = clock;
        self
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// Does some work in the transaction of the request; where it has none, in one of our own.
    ///
    /// A request with an idempotency key has one, which is committed together with its answer, or not at all. Ours is
    /// committed when the work is done, undone when it is refused, and begun anew when the store could not do it.
    /// Reading is work too: the commit waits until what was read has reached the disk.
    ///
    /// # Errors
    ///
    /// Those of the work; a problem when the store fails, or something was not emitted that must be.
    pub async fn run<D, T, E, F>(
        &self,
        context: &Context,
        work: impl Fn(Work<D>) -> F,
    ) -> Result<T, E>
    where
        D: Declares,
        E: Failure + Clone,
        F: Future<Output = Result<T, E>>,
    {
        if let Some(transaction) = context.transaction() {
            let unit = self.unit(context, transaction.clone());
            let done = work(unit.clone()).await?;
            return unit.check().map(|()| done).map_err(E::from_problem);
        }
        for _ in 1..ATTEMPTS {
            match self.once(context, &work).await {
                Ok(done) => return Ok(done),
                Err(Stopped::ForGood(error)) => return Err(error),
                Err(Stopped::ForNow(_)) => {}
            }
        }
        let last = self.once(context, &work).await;
        last.map_err(|(Stopped::ForNow(error) | Stopped::ForGood(error))| error)
    }

    /// One transaction from its beginning to its end.
    async fn once<D, T, E, F>(
        &self,
        context: &Context,
        work: impl Fn(Work<D>) -> F,
    ) -> Result<T, Stopped<E>>
    where
        D: Declares,
        E: Failure + Clone,
        F: Future<Output = Result<T, E>>,
    {
        let problem = |error: Error| E::from_problem(Problem::from(error));
        let open = self.store.begin().await.map_err(|error| Stopped::ForNow(problem(error)))?;
        let unit = self.unit(context, open.handle());
        let outcome = match work(unit.clone()).await {
            Ok(done) => unit.check().map(|()| done).map_err(E::from_problem),
            Err(error) => Err(error),
        };
        match outcome {
            Ok(done) => match open.commit().await {
                Ok(()) => Ok(done),
                Err(error) if error.is_conflict() => Err(Stopped::ForNow(problem(error))),
                // It may have been committed, so it must not be done again.
                Err(error) => Err(Stopped::ForGood(problem(error))),
            },
            Err(error) => {
                // Where it cannot be told, the store undoes the transaction by itself.
                drop(open.rollback().await);
                if error.clone().into_problem().is_unavailable() {
                    return Err(Stopped::ForNow(error));
                }
                Err(Stopped::ForGood(error))
            }
        }
    }

    fn unit<D: Declares>(&self, context: &Context, transaction: Transaction) -> Work<D> {
        let source = Arc::clone(&self.source);
        Work::new(context.clone(), transaction, source, self.clock.now(), None)
    }
}

impl fmt::Debug for Units {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Units")
            .field("source", &self.source)
            .field("store", &self.store)
            .finish_non_exhaustive()
    }
}
