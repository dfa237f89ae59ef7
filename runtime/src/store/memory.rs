//! A store in memory, for tests and for services that keep nothing.
//!
//! It has no SQL. A repository that lives in memory takes part by [staging](super::Transaction::stage) its changes:
//! they are applied when the transaction is committed, and not at all when it is rolled back.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::backend::{Pending, Session, Store};
use super::error::Error;
use super::keys::{Held, Keys};
use super::remembered::{Claim, Remembered, Scope, Writes};
use super::transaction::OpenTransaction;
use super::value::{Row, Value};

/// A store in memory; clones are the same store.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    answers: Arc<Mutex<HashMap<Scope, Remembered>>>,
    keys: Keys,
}

/// A transaction in memory: the key that it holds.
struct MemorySession {
    store: Memory,
    held: Mutex<Option<Held>>,
}

impl Memory {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn answers(&self) -> MutexGuard<'_, HashMap<Scope, Remembered>> {
        // A staged change that panics leaves the answers as they were: it runs before the answer is kept.
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for Memory {
    fn begin(&self) -> Pending<'_, OpenTransaction> {
        let session = MemorySession { store: self.clone(), held: Mutex::default() };
        Box::pin(std::future::ready(Ok(OpenTransaction::new(Box::new(session)))))
    }

    fn migrate(&self) -> Pending<'_, ()> {
        Box::pin(std::future::ready(Ok(())))
    }

    fn sweep(&self, now: Timestamp, limit: u32) -> Pending<'_, u64> {
        let mut answers = self.answers();
        let expired: Vec<Scope> = answers
            .iter()
            .filter(|(_, answer)| answer.expires <= now.as_microsecond())
            .map(|(scope, _)| *scope)
            .take(limit as usize)
            .collect();
        for scope in &expired {
            answers.remove(scope);
        }
        Box::pin(std::future::ready(Ok(expired.len() as u64)))
    }
}

impl Session for MemorySession {
    fn claim(&self, scope: Scope, now: Timestamp) -> Pending<'_, Claim> {
        let claim = match self.store.keys.try_hold(scope) {
            None => Claim::Busy,
            Some(held) => {
                *self.held.lock().unwrap_or_else(PoisonError::into_inner) = Some(held);
                let answers = self.store.answers();
                let found = answers.get(&scope);
                let found = found.filter(|answer| answer.expires > now.as_microsecond());
                found.map_or(Claim::Free, |answer| Claim::Found(answer.clone()))
            }
        };
        Box::pin(std::future::ready(Ok(claim)))
    }

    fn execute<'s>(&'s self, _: &'s str, _: &'s [Value]) -> Pending<'s, u64> {
        Box::pin(std::future::ready(Err(no_sql())))
    }

    fn query<'s>(&'s self, _: &'s str, _: &'s [Value]) -> Pending<'s, Vec<Row>> {
        Box::pin(std::future::ready(Err(no_sql())))
    }

    fn commit(self: Box<Self>, mut writes: Writes) -> Pending<'static, ()> {
        Box::pin(async move {
            let mut answers = self.store.answers();
            writes.apply();
            if let Some((scope, answer)) = writes.answer.take() {
                answers.insert(scope, answer);
            }
            Ok(())
        })
    }

    fn rollback(self: Box<Self>) -> Pending<'static, ()> {
        Box::pin(std::future::ready(Ok(())))
    }
}

fn no_sql() -> Error {
    Error::rejected("the store in memory has no SQL: stage the change instead")
}
