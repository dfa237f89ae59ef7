//! The runs of this process, so that a repetition is told of the end instead of looking for it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use crate::store::remembered::{Scope, Token};

/// The runs of this process.
#[derive(Debug, Clone, Default)]
pub(super) struct Running(Arc<Mutex<Runs>>);

/// Nothing is ever sent: the end of the sender is the end of the run.
type Runs = HashMap<Scope, (Token, watch::Receiver<()>)>;

/// A run; it has ended when this is dropped.
#[derive(Debug)]
pub(super) struct Entry {
    running: Running,
    scope: Scope,
    token: Token,
    _alive: watch::Sender<()>,
}

impl Running {
    /// Begins a run. One under the same key that lost it is not found any more.
    pub(super) fn enter(&self, scope: Scope, token: Token) -> Entry {
        let (alive, end) = watch::channel(());
        self.runs().insert(scope, (token, end));
        Entry { running: self.clone(), scope, token, _alive: alive }
    }

    /// The end of a run; `None` where it is no run of this process, or has ended.
    pub(super) fn end_of(
        &self,
        scope: Scope,
        token: Token,
    ) -> Option<impl Future<Output = ()> + use<>> {
        let runs = self.runs();
        let (_, end) = runs.get(&scope).filter(|(running, _)| *running == token)?;
        let mut end = end.clone();
        Some(async move { while end.changed().await.is_ok() {} })
    }

    fn runs(&self) -> MutexGuard<'_, Runs> {
        // A map of runs is whole after any panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        let mut runs = self.running.runs();
        if runs.get(&self.scope).is_some_and(|(token, _)| *token == self.token) {
            runs.remove(&self.scope);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Running, Scope, Token};

    #[tokio::test]
    async fn a_run_is_found_until_it_ends_and_by_its_own_token_only() {
        let running = Running::default();
        let (scope, one, other) = (Scope([1; 32]), Token([1; 16]), Token([2; 16]));
        assert!(running.end_of(scope, one).is_none());
        let paused = running.enter(scope, one);
        let end = running.end_of(scope, one).expect("it is running");
        assert!(running.end_of(scope, other).is_none());
        let entry = running.enter(scope, other);
        assert!(running.end_of(scope, one).is_none(), "it lost its key");
        drop(paused);
        end.await;
        let end = running.end_of(scope, other).expect("the end of one is not that of another");
        drop(entry);
        end.await;
        assert!(running.runs().is_empty());
    }
}
