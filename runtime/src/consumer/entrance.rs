//! The way from the calls of a handler to the transaction of its effect.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::failure::Failure;
use super::gate::{self, Baseline, Gate};
use super::subscription::Subscription;
use crate::bus::Message;
use crate::context::Context;
use crate::event::Envelope;
use crate::store::{Error, OpenTransaction};
use crate::work::{Cause, Declares, Units, Work};

/// One event before a handler that calls other APIs, and the transaction once it is in.
pub(super) struct Entrance<D> {
    pub(super) units: Units,
    pub(super) subscription: &'static Subscription,
    pub(super) message: Message,
    pub(super) baseline: Baseline,
    event: Arc<Envelope>,
    context: Context,
    state: Mutex<State<D>>,
}

enum State<D> {
    /// Nobody has asked to come in.
    Outside,
    Inside(OpenTransaction, Work<D>),
    Closed(Gate),
    Broken(Error),
}

/// Where a handler was when it ended.
pub(super) enum Left {
    /// It had called, at most.
    Outside,
    /// It worked in this transaction, which is still open.
    Inside(OpenTransaction),
    /// It was not let in.
    Closed(Gate),
    /// The store failed.
    Broken(Error),
}

impl<D: Declares> Entrance<D> {
    pub(super) fn new(
        units: Units,
        subscription: &'static Subscription,
        message: Message,
        baseline: Baseline,
        (event, context): (Arc<Envelope>, Context),
    ) -> Self {
        let state = Mutex::new(State::Outside);
        Self { units, subscription, message, baseline, event, context, state }
    }

    pub(super) fn consumer(&self) -> &'static str {
        self.subscription.name
    }

    pub(super) fn event(&self) -> &Envelope {
        &self.event
    }

    pub(super) fn context(&self) -> &Context {
        &self.context
    }

    /// Begins the transaction and passes the gate in it; who is in stays in.
    pub(super) async fn enter(&self) -> Result<Work<D>, Failure> {
        if matches!(*self.state(), State::Outside) {
            let entered = self.open().await.unwrap_or_else(State::Broken);
            *self.state() = entered;
        }
        match &*self.state() {
            State::Inside(_, work) => Ok(work.clone()),
            State::Broken(error) => Err(error.clone().into()),
            State::Outside | State::Closed(_) => {
                Err(Failure::not_yet("the event was dealt with while its handler called"))
            }
        }
    }

    /// Ends the visit.
    pub(super) fn leave(&self) -> Left {
        match std::mem::replace(&mut *self.state(), State::Outside) {
            State::Outside => Left::Outside,
            State::Inside(open, _) => Left::Inside(open),
            State::Closed(gate) => Left::Closed(gate),
            State::Broken(error) => Left::Broken(error),
        }
    }

    async fn open(&self) -> Result<State<D>, Error> {
        let open = self.units.store.begin().await?;
        let now = self.units.clock.now();
        let gate = gate::pass(&open, self.subscription, &self.message, self.baseline, now).await?;
        if gate != Gate::Open {
            open.rollback().await?;
            return Ok(State::Closed(gate));
        }
        let cause = Cause { consumer: self.consumer(), event: Arc::clone(&self.event) };
        let source = Arc::clone(&self.units.source);
        let work = Work::new(self.context.clone(), open.handle(), source, now, Some(cause));
        Ok(State::Inside(open, work))
    }

    fn state(&self) -> MutexGuard<'_, State<D>> {
        // It is replaced as a whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
