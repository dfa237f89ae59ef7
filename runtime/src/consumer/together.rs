//! Many events in one transaction: what a consumer does that has fallen behind.
//!
//! A transaction costs three round trips besides what its handler does, and a wait for the disk. Events of different keys
//! share them: their gates are passed at once, their handlers run one after the other, and one COMMIT ends it. It is an
//! attempt and nothing more: where anything fails, all of it is undone, and each event has its own transaction again, in
//! which failures are counted. So what is promised of an event does not depend on its company.

use futures_util::future::join_all;

use super::gate::{self, Baseline, Gate};
use super::handler::{Kind, Ran};
use super::processing::{Outcome, Processing};
use crate::bus::Message;
use crate::store::Error;

/// Why nothing came of it.
pub(super) struct Undone;

impl Processing {
    /// Handles the events of different keys together; answers what came of each, where it needs no transaction of its own.
    pub(super) async fn together(
        &self,
        messages: &[&Message],
    ) -> Result<Vec<Option<Outcome>>, Undone> {
        let subscription = self.handler.subscription;
        // A handler that calls has no transaction that it could share.
        let Kind::Working(working) = &self.handler.kind else { return Err(Undone) };
        let open = self.units.store.begin().await.map_err(|error| self.undone(&error))?;
        let now = self.units.clock.now();
        let passing = messages
            .iter()
            .map(|message| gate::pass(&open, subscription, message, Baseline::First, now));
        let gates: Result<Vec<_>, Error> = join_all(passing).await.into_iter().collect();
        let mut outcomes = Vec::with_capacity(messages.len());
        for (message, gate) in messages.iter().zip(gates.map_err(|error| self.undone(&error))?) {
            outcomes.push(match gate {
                Gate::Open => match working.run(&self.units, open.handle(), message).await {
                    Ran::Done => Some(Outcome::Applied),
                    // Its own transaction finds out what is wrong, and counts it.
                    Ran::Unreadable(_) | Ran::Failed(_) => return Err(Undone),
                },
                Gate::Duplicate => Some(Outcome::Duplicate),
                Gate::Early(_) | Gate::Blocked => None,
            });
        }
        match open.commit().await {
            Ok(()) => Ok(outcomes),
            Err(error) => Err(self.undone(&error)),
        }
    }

    fn undone(&self, error: &Error) -> Undone {
        let consumer = self.handler.subscription.name();
        tracing::debug!(consumer, %error, "events were not handled together; each is handled alone");
        Undone
    }
}
