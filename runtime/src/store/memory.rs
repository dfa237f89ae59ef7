//! A store in memory, for tests and for services that keep nothing.
//!
//! It has no SQL. A repository that lives in memory takes part by [staging](super::Transaction::stage) its changes:
//! they are applied when the transaction is committed, and not at all when it is rolled back.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::backend::{Pending, Session, Store};
use super::error::Error;
use super::keys::{Hand, Keys};
use super::remembered::{Claim, Hold, Known, Lease, Remembered, Scope, Token, Writes};
use super::transaction::OpenTransaction;
use super::value::{Row, Value};
use super::wake::Wake;

/// A store in memory; clones are the same store.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    kept: Arc<Mutex<Kept>>,
    keys: Keys,
    wake: Wake,
}

/// What is kept.
#[derive(Debug, Default)]
struct Kept {
    answers: HashMap<Scope, Remembered>,
    leases: HashMap<Scope, Lease>,
}

/// A transaction in memory: the key that it holds, and what it changes when it is committed.
struct MemorySession {
    store: Memory,
    hand: Hand,
    holds: Mutex<Vec<(Scope, Hold)>>,
}

impl Memory {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // A staged change that panics leaves all as it was: it runs before anything is kept.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn answer(&self, scope: Scope, now: Timestamp) -> Option<&Remembered> {
        self.answers.get(&scope).filter(|answer| answer.expires > now.as_microsecond())
    }

    /// Whether who holds a key can be changed so.
    fn allows(&self, scope: Scope, hold: &Hold) -> bool {
        let holder: Option<Token> = self.leases.get(&scope).map(|lease| lease.token);
        match hold {
            Hold::Take(_) => holder.is_none(),
            Hold::TakeOver(token, _) | Hold::Renew(token, ..) | Hold::Release(token) => {
                holder == Some(*token)
            }
        }
    }

    fn apply(&mut self, scope: Scope, hold: Hold) {
        match hold {
            Hold::Take(lease) | Hold::TakeOver(_, lease) => {
                self.leases.insert(scope, lease);
            }
            Hold::Renew(_, until, expires) => {
                if let Some(lease) = self.leases.get_mut(&scope) {
                    (lease.until, lease.expires) = (until, expires);
                }
            }
            Hold::Release(_) => {
                self.leases.remove(&scope);
            }
        }
    }
}

impl MemorySession {
    fn holds(&self) -> MutexGuard<'_, Vec<(Scope, Hold)>> {
        self.holds.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Removes some entries that expired; says how many.
fn forget<T>(map: &mut HashMap<Scope, T>, limit: u32, has_expired: impl Fn(&T) -> bool) -> u64 {
    let expired = map.iter().filter(|(_, entry)| has_expired(entry)).map(|(scope, _)| *scope);
    let expired: Vec<Scope> = expired.take(limit as usize).collect();
    for scope in &expired {
        map.remove(scope);
    }
    expired.len() as u64
}

impl Store for Memory {
    fn begin(&self) -> Pending<'_, OpenTransaction> {
        let session =
            MemorySession { store: self.clone(), hand: Hand::default(), holds: Mutex::default() };
        Box::pin(std::future::ready(Ok(OpenTransaction::new(Box::new(session), &self.wake))))
    }

    fn migrate(&self) -> Pending<'_, ()> {
        Box::pin(std::future::ready(Ok(())))
    }

    fn wake(&self) -> &Wake {
        &self.wake
    }

    fn sweep(&self, now: Timestamp, limit: u32) -> Pending<'_, u64> {
        let (now, mut kept) = (now.as_microsecond(), self.kept());
        let count = forget(&mut kept.answers, limit, |answer| answer.expires <= now)
            + forget(&mut kept.leases, limit, |lease| lease.expires <= now);
        Box::pin(std::future::ready(Ok(count)))
    }
}

impl Session for MemorySession {
    fn claim(&self, scope: Scope, now: Timestamp) -> Pending<'_, Claim> {
        let claim = if self.hand.takes(&self.store.keys, scope) {
            let kept = self.store.kept();
            kept.answer(scope, now).map_or(Claim::Free, |answer| Claim::Found(answer.clone()))
        } else {
            Claim::Busy
        };
        Box::pin(std::future::ready(Ok(claim)))
    }

    fn look(&self, scope: Scope, now: Timestamp) -> Pending<'_, Known> {
        let known = if self.hand.takes(&self.store.keys, scope) {
            let kept = self.store.kept();
            match (kept.answer(scope, now), kept.leases.get(&scope)) {
                (Some(answer), _) => Known::Answered(answer.clone()),
                (None, Some(lease)) => Known::Leased(lease.clone()),
                (None, None) => Known::Nothing,
            }
        } else {
            Known::Busy
        };
        Box::pin(std::future::ready(Ok(known)))
    }

    fn hold(&self, scope: Scope, hold: Hold) -> Pending<'_, bool> {
        let is_allowed = self.store.kept().allows(scope, &hold);
        if is_allowed {
            self.holds().push((scope, hold));
        }
        Box::pin(std::future::ready(Ok(is_allowed)))
    }

    fn execute<'s>(&'s self, _: &'s str, _: &'s [Value]) -> Pending<'s, u64> {
        Box::pin(std::future::ready(Err(no_sql())))
    }

    fn query<'s>(&'s self, _: &'s str, _: &'s [Value]) -> Pending<'s, Vec<Row>> {
        Box::pin(std::future::ready(Err(no_sql())))
    }

    fn commit(self: Box<Self>, mut writes: Writes) -> Pending<'static, ()> {
        Box::pin(async move {
            if !writes.events.is_empty() {
                return Err(Error::rejected(
                    "the store in memory keeps no events: a SQLite database in memory does",
                ));
            }
            let holds = std::mem::take(&mut *self.holds());
            let mut kept = self.store.kept();
            if !holds.iter().all(|(scope, hold)| kept.allows(*scope, hold)) {
                return Err(Error::conflict("somebody else took the key, or let go of it"));
            }
            writes.apply();
            for (scope, hold) in holds {
                kept.apply(scope, hold);
            }
            if let Some((scope, answer)) = writes.answer.take() {
                kept.answers.insert(scope, answer);
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
