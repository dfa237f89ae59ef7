//! What a client knows of its target: how it fares, how much it is asked, how much more it can bear.

use std::time::Instant;

use crate::breaker::{self, Breaker};
use crate::bulkhead::{self, Bulkhead, Entry, Permit};
use crate::clock::Pace;
use crate::problem::{Problem, own};
use crate::retry::{Budget, Jitter};
use crate::telemetry::{Calls, Unmade};

/// What a client knows of its target; all clones of the client share it.
pub(super) struct Target {
    pub(super) breaker: Option<Breaker>,
    pub(super) bulkhead: Bulkhead,
    pub(super) budget: Budget,
    pub(super) jitter: Jitter,
    pub(super) calls: Calls,
}

/// What a target is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Policies {
    pub(super) breaker: Option<breaker::Policy>,
    pub(super) bulkhead: bulkhead::Policy,
    pub(super) seed: Option<u64>,
}

/// How the target of a client fares, for whoever watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClientState {
    /// Whether calls are let through.
    pub breaker: breaker::State,
    /// Attempts that are under way.
    pub in_flight: usize,
    /// Calls that wait because too many are under way.
    pub waiting: usize,
    /// Retries that could be made now.
    pub retries_left: u64,
}

impl Default for Policies {
    fn default() -> Self {
        let (breaker, bulkhead) = (breaker::Policy::default(), bulkhead::Policy::default());
        Self { breaker: Some(breaker), bulkhead, seed: None }
    }
}

impl Target {
    pub(super) fn new(server: &str, policies: Policies, now: Instant) -> Self {
        Self {
            breaker: policies.breaker.map(|policy| Breaker::new(policy, now)),
            bulkhead: Bulkhead::new(policies.bulkhead),
            budget: Budget::new(now),
            jitter: policies.seed.map_or(Jitter::Thread, Jitter::seeded),
            calls: Calls::to(server),
        }
    }

    pub(super) fn state(&self, now: Instant) -> ClientState {
        ClientState {
            breaker: self
                .breaker
                .as_ref()
                .map_or(breaker::State::Closed, |breaker| breaker.state(now)),
            in_flight: self.bulkhead.in_flight(),
            waiting: self.bulkhead.waiting(),
            retries_left: self.budget.left(now),
        }
    }

    /// A place among the attempts that are under way, and whether it was there at once.
    pub(super) async fn place(
        &self,
        pace: &Pace,
        now: Instant,
        deadline: Instant,
    ) -> Result<(Permit<'_>, Wait), Problem> {
        let ticket = match self.bulkhead.enter() {
            Entry::Permit(permit) => return Ok((permit, Wait::None)),
            Entry::Queue(ticket) => ticket,
            Entry::Full => return Err(self.full()),
        };
        let patience = now.checked_add(self.bulkhead.policy().patience).unwrap_or(deadline);
        let waiting = std::pin::pin!(ticket.permit());
        match pace.until(patience.min(deadline), waiting).await {
            Some(permit) => Ok((permit, Wait::Some)),
            None => Err(self.full()),
        }
    }

    fn full(&self) -> Problem {
        self.calls.unmade(Unmade::Bulkhead);
        let (in_flight, waiting) = (self.bulkhead.in_flight(), self.bulkhead.waiting());
        own::too_many_calls(format!("{in_flight} calls in flight, {waiting} wait"))
    }
}

/// Whether time passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wait {
    None,
    Some,
}
