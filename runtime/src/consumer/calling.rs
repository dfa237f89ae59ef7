//! A handler that calls other APIs, without its types.

use std::sync::Arc;
use std::time::Duration;

use super::effects::Effects;
use super::entrance::{Entrance, Left};
use super::failure::Failure;
use super::gate::Baseline;
use super::handler::{Ran, Running, complete, context};
use super::subscription::Subscription;
use crate::bus::Message;
use crate::event::Event;
use crate::problem::own;
use crate::work::{Declares, Units};

/// What is known of a key, and how often the handler failed for the event.
pub(super) type Before = (Baseline, u32);

type Run = dyn Fn(Units, Message, Before) -> Running<(Ran, Left)> + Send + Sync;

/// A handler that calls other APIs, and works in a transaction afterwards.
pub(super) struct Calling(Box<Run>);

impl Calling {
    pub(super) fn new<T, A, E, D, F>(
        subscription: &'static Subscription,
        service: &Arc<T>,
        apis: Arc<A>,
        handle: impl Fn(Arc<T>, Effects<A, D>, Arc<E>) -> F + Clone + Send + Sync + 'static,
    ) -> Self
    where
        T: Send + Sync + 'static,
        A: Send + Sync + 'static,
        E: Event,
        D: Declares,
        F: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        let service = Arc::clone(service);
        let patience = patience(subscription);
        let run = move |units: Units, message: Message, (baseline, failed): Before| {
            let (service, apis, handle) = (Arc::clone(&service), Arc::clone(&apis), handle.clone());
            let running = async move {
                let envelope = Arc::new(message.event().clone());
                let event = match envelope.read::<E>() {
                    Ok(event) => Arc::new(event),
                    Err(unreadable) => return (Ran::Unreadable(unreadable), Left::Outside),
                };
                let due = units.clock.instant() + patience;
                let context = context(&envelope).with_clock(Arc::clone(&units.clock));
                let about = (envelope, context.with_deadline(due));
                let entrance =
                    Arc::new(Entrance::new(units, subscription, message, baseline, about));
                let effects = Effects::new(apis, failed, Arc::clone(&entrance));
                let ran = match handle(service, effects, event).await {
                    // Who had nothing to write comes in now, and the event counts as applied.
                    Ok(()) => entrance.enter().await.and_then(|work| complete(&work)),
                    Err(failure) => Err(failure),
                };
                (ran.into(), entrance.leave())
            };
            Box::pin(running) as Running<(Ran, Left)>
        };
        Self(Box::new(run))
    }

    /// Runs the handler; where it came as far as a transaction, somebody else ends that.
    pub(super) async fn run(
        &self,
        units: &Units,
        message: &Message,
        before: Before,
    ) -> (Ran, Left) {
        // A task of its own: a handler that panics fails, and takes nobody with it.
        match tokio::spawn((self.0)(units.clone(), message.clone(), before)).await {
            Ok(ended) => ended,
            Err(panicked) => (Ran::Failed(Failure::ForNow(own::internal(panicked))), Left::Outside),
        }
    }
}

/// How long the calls of one run may take: they end before the bus gives the event to somebody else.
fn patience(subscription: &Subscription) -> Duration {
    subscription.on_bus().ack_wait / 6 * 5
}
