//! Keys that are held within this process.
//!
//! On a store of one process this is the whole lock. On a shared store it stands in front of the store's own lock, so
//! that a repetition is refused without a connection; otherwise repetitions of slow requests could use up the pool.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::remembered::Scope;

/// The keys that are held.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keys(Arc<Mutex<HashSet<Scope>>>);

/// Holds a key until it is dropped.
#[derive(Debug)]
pub(crate) struct Held {
    keys: Keys,
    scope: Scope,
}

/// The key that a transaction holds, once it has taken one.
#[derive(Debug, Default)]
pub(crate) struct Hand(Mutex<Option<Held>>);

impl Hand {
    /// Takes a key unless somebody has it; says whether it did.
    pub(crate) fn takes(&self, keys: &Keys, scope: Scope) -> bool {
        let Some(held) = keys.try_hold(scope) else { return false };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(held);
        true
    }

    /// Gives the key on.
    #[cfg(feature = "postgres")]
    pub(crate) fn empty(&self) -> Option<Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Keys {
    /// Takes a key unless somebody has it.
    fn try_hold(&self, scope: Scope) -> Option<Held> {
        self.set().insert(scope).then(|| Held { keys: self.clone(), scope })
    }

    fn set(&self) -> MutexGuard<'_, HashSet<Scope>> {
        // A set of keys is whole after any panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.keys.set().remove(&self.scope);
    }
}

#[cfg(test)]
mod tests {
    use super::{Keys, Scope};

    #[test]
    fn a_key_is_held_by_one_at_a_time() {
        let keys = Keys::default();
        let (one, other) = (Scope([1; 32]), Scope([2; 32]));
        let held = keys.try_hold(one).expect("nobody has it");
        assert!(keys.try_hold(one).is_none());
        assert!(keys.clone().try_hold(one).is_none(), "a clone holds the same keys");
        assert!(keys.try_hold(other).is_some());
        drop(held);
        assert!(keys.try_hold(one).is_some());
    }
}
