//! A service's own database, and what is one transaction in it.

use std::sync::Arc;

use tiebeam::operation::Failure;
use tiebeam::store::{Error, Store, Transaction};
use tiebeam::{Context, Problem};

use crate::schema::{self, Steps};

/// How often something is done at most when other transactions are in the way; a keyed request has as many attempts.
const ATTEMPTS: u32 = 3;

/// The database of one service.
#[derive(Debug)]
pub struct Database {
    store: Arc<dyn Store>,
}

/// Why a transaction of our own came to nothing.
enum Stopped<E> {
    /// Nothing was done, and it may work now.
    ForNow(E),
    /// It was refused, or nobody knows.
    ForGood(E),
}

impl Database {
    /// Takes a store into use for a service: creates its tables, or brings them up to date.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    pub async fn open(store: Arc<dyn Store>, service: &str, steps: Steps) -> Result<Self, Error> {
        store.migrate().await?;
        schema::migrate(&*store, service, steps).await?;
        Ok(Self { store })
    }

    /// Works in the transaction of the request; where it has none, in one of our own.
    ///
    /// A request with an idempotency key has one, which is committed together with its answer, or not at all. Ours is
    /// committed when the work is done, undone when it is refused, and begun anew when the store could not do it.
    /// Reading is work too: the commit waits until what was read has reached the disk.
    ///
    /// # Errors
    ///
    /// Those of the work, and a problem when the store fails.
    pub async fn work<T, E, F>(
        &self,
        context: &Context,
        work: impl Fn(Transaction) -> F,
    ) -> Result<T, E>
    where
        E: Failure + Clone + From<Problem>,
        F: Future<Output = Result<T, E>>,
    {
        if let Some(transaction) = context.transaction() {
            return work(transaction.clone()).await;
        }
        for _ in 1..ATTEMPTS {
            match self.once(&work).await {
                Ok(done) => return Ok(done),
                Err(Stopped::ForGood(error)) => return Err(error),
                Err(Stopped::ForNow(_)) => {}
            }
        }
        self.once(&work).await.map_err(|(Stopped::ForNow(error) | Stopped::ForGood(error))| error)
    }

    /// One transaction from its beginning to its end.
    async fn once<T, E, F>(&self, work: impl Fn(Transaction) -> F) -> Result<T, Stopped<E>>
    where
        E: Failure + Clone + From<Problem>,
        F: Future<Output = Result<T, E>>,
    {
        let problem = |error: Error| E::from(Problem::from(error));
        let open = self.store.begin().await.map_err(|error| Stopped::ForNow(problem(error)))?;
        match work(open.handle()).await {
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
}
