//! One unit of work: everything that a request writes, or nothing.

use std::ops::Deref;
use std::sync::Arc;

use tiebeam::store::{OpenTransaction, Store, Transaction};
use tiebeam::{Context, Problem};

/// The transaction that a request writes in.
pub enum Work {
    /// That of its idempotency key: the server ends it, together with keeping the answer.
    Keyed(Transaction),
    /// Its own, for a request that has no key; it is undone unless it is finished.
    Own(OpenTransaction),
}

impl Work {
    /// Takes the transaction that there is, or begins one.
    pub async fn begin(context: &Context, store: &Arc<dyn Store>) -> Result<Self, Problem> {
        match context.transaction() {
            Some(transaction) => Ok(Self::Keyed(transaction.clone())),
            None => Ok(Self::Own(store.begin().await?)),
        }
    }

    /// Keeps what was written.
    pub async fn finish(self) -> Result<(), Problem> {
        match self {
            Self::Keyed(_) => Ok(()),
            Self::Own(transaction) => Ok(transaction.commit().await?),
        }
    }
}

impl Deref for Work {
    type Target = Transaction;

    fn deref(&self) -> &Transaction {
        match self {
            Self::Keyed(transaction) => transaction,
            Self::Own(transaction) => transaction,
        }
    }
}
