//! A handler without its types: what the loop calls.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::calling::Calling;
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

/// A handler that runs.
pub(super) type Running<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// A subscription and what handles it.
pub(super) struct Handler {
    pub(super) subscription: &'static Subscription,
    pub(super) kind: Kind,
}

/// The two kinds of handlers.
pub(super) enum Kind {
    /// It works in its own store, in a transaction from beginning to end.
    Working(Working),
    /// It calls other APIs, and works in a transaction afterwards.
    Calling(Calling),
}

type Run = dyn Fn(Units, Transaction, Arc<Envelope>) -> Running<Ran> + Send + Sync;

/// A handler that works in its own store.
pub(super) struct Working(Box<Run>);

impl Working {
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
                ran.and_then(|()| complete(&work)).into()
            };
            Box::pin(running) as Running<Ran>
        };
        Self(Box::new(run))
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
        match tokio::spawn((self.0)(units.clone(), transaction, envelope)).await {
            Ok(ran) => ran,
            Err(panicked) => Ran::Failed(Failure::ForNow(own::internal(panicked))),
        }
    }
}

impl From<Result<(), Failure>> for Ran {
    fn from(ran: Result<(), Failure>) -> Self {
        match ran {
            Ok(()) => Self::Done,
            Err(failure) => Self::Failed(failure),
        }
    }
}

/// Whether everything was emitted that must be; what the handler forgot it will forget again.
pub(super) fn complete<D: Declares>(work: &Work<D>) -> Result<(), Failure> {
    work.check().map_err(Failure::ForGood)
}

/// The circumstances of an event: what led to it goes on.
pub(super) fn context(event: &Envelope) -> Context {
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
