//! A handler without its types: what the loop calls.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::failure::Failure;
use super::subscription::Subscription;
use crate::bus::Message;
use crate::context::{Context, TraceContext};
use crate::event::{Attribute, Envelope, Event, Unreadable};
use crate::problem::own;
use crate::store::Transaction;
use crate::work::{Cause, Declares, Units, Work};

/// What running a handler came to.
pub(super) enum Ran {
    /// It did its work, in the transaction.
    Done,
    /// The event is not what the handler reads.
    Unreadable(Unreadable),
    /// It failed.
    Failed(Failure),
}

type Running = Pin<Box<dyn Future<Output = Ran> + Send>>;

/// A subscription and what handles it.
pub(super) struct Handler {
    pub(super) subscription: &'static Subscription,
    run: Box<dyn Fn(Units, Transaction, Arc<Envelope>) -> Running + Send + Sync>,
}

impl Handler {
    pub(super) fn new<T, E, D, F>(
        subscription: &'static Subscription,
        service: &Arc<T>,
        handle: impl Fn(Arc<T>, Work<D>, Arc<E>) -> F + Clone + Send + Sync + 'static,
    ) -> Self
    where
        T: Send + Sync + 'static,
        E: Event,
        D: Declares,
        F: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        let service = Arc::clone(service);
        let run = move |units: Units, transaction: Transaction, envelope: Arc<Envelope>| {
            let (service, handle) = (Arc::clone(&service), handle.clone());
            let running = async move {
                let event = match envelope.read::<E>() {
                    Ok(event) => Arc::new(event),
                    Err(unreadable) => return Ran::Unreadable(unreadable),
                };
                let context = context(&envelope);
                let cause = Cause { consumer: subscription.name, event: envelope };
                let now = units.clock.now();
                let work = Work::new(context, transaction, units.source, now, Some(cause));
                let ran = handle(service, work.clone(), event).await;
                match ran.and_then(|()| work.check().map_err(Failure::ForGood)) {
                    Ok(()) => Ran::Done,
                    Err(failure) => Ran::Failed(failure),
                }
            };
            Box::pin(running) as Running
        };
        Self { subscription, run: Box::new(run) }
    }

    /// Runs the handler in a transaction that somebody else ends.
    pub(super) async fn run(
        &self,
        units: &Units,
        transaction: Transaction,
        message: &Message,
    ) -> Ran {
        let envelope = Arc::new(message.event().clone());
        // A task of its own: a handler that panics fails, and takes nobody with it.
        match tokio::spawn((self.run)(units.clone(), transaction, envelope)).await {
            Ok(ran) => ran,
            Err(panicked) => Ran::Failed(Failure::ForNow(own::internal(panicked))),
        }
    }
}

/// The circumstances of an event: what led to it goes on.
fn context(event: &Envelope) -> Context {
    let text = |name| event.extension(name).and_then(Attribute::as_str);
    let mut context = Context::new();
    if let Some(id) = text("correlationid") {
        context = context.with_correlation_id(id);
    }
    if let Some(trace) = text("traceparent").and_then(TraceContext::parse) {
        context = context.with_trace(trace.child());
    }
    context
}
