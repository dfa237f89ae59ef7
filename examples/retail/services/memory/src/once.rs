//! Remembers what came of a request, so that its repetition does nothing new.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use tiebeam::IdempotencyKey;

/// What was created under which idempotency key.
#[derive(Debug)]
pub struct Once<Id> {
    created: Mutex<BTreeMap<IdempotencyKey, Id>>,
}

impl<Id> Default for Once<Id> {
    fn default() -> Self {
        Self { created: Mutex::default() }
    }
}

impl<Id: Clone> Once<Id> {
    /// What an earlier request with this key created.
    pub fn created_by(&self, key: &IdempotencyKey) -> Option<Id> {
        self.created.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// Remembers what a request created.
    pub fn remember(&self, key: &IdempotencyKey, id: Id) {
        let mut created = self.created.lock().unwrap_or_else(PoisonError::into_inner);
        created.insert(key.clone(), id);
    }
}
