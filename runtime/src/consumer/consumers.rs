//! The consumers of one service: a loop for each subscription, which can be paused and stopped.

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

use super::calling::Calling;
use super::chains::Chains;
use super::effects::Effects;
use super::failure::Failure;
use super::handler::{Handler, Kind, Working};
use super::idle::Idle;
use super::processing::Processing;
use super::subscription::Subscription;
use super::watching;
use crate::bus::{self, Deliveries, EventBus};
use crate::event::Event;
use crate::retry::Jitter;
use crate::telemetry::Consumed;
use crate::work::{Declares, Units, Work};

/// How long to wait for a bus that cannot be subscribed to.
const PAUSE: Duration = Duration::from_secs(1);

/// The consumers of one service.
///
/// ```no_run
/// # use std::sync::Arc;
/// # use tiebeam::bus::EventBus;
/// # use tiebeam::consumer::Consumers;
/// # use tiebeam::work::Units;
/// # async fn example(bus: Arc<dyn EventBus>, units: Units, service: Arc<()>) {
/// // Generated code adds a handler for each subscription of the spec.
/// let consumers = Consumers::new(bus, units, service);
/// consumers.run(async { drop(tokio::signal::ctrl_c().await) }).await;
/// # }
/// ```
pub struct Consumers<T> {
    bus: Arc<dyn EventBus>,
    units: Units,
    service: Arc<T>,
    handlers: Vec<Arc<Handler>>,
    is_paused: watch::Sender<bool>,
}

/// Pauses the consumers of a service and lets them go on; clones are the same.
#[derive(Debug, Clone)]
pub struct Switch(watch::Sender<bool>);

impl<T: Send + Sync + 'static> Consumers<T> {
    /// A service that consumes nothing yet.
    #[must_use]
    pub fn new(bus: Arc<dyn EventBus>, units: Units, service: Arc<T>) -> Self {
        let (is_paused, _) = watch::channel(false);
        Self { bus, units, service, handlers: Vec::new(), is_paused }
    }

    /// Handles the events of a subscription.
    #[must_use]
    pub fn on<E, D, F>(
        mut self,
        subscription: &'static Subscription,
        handle: impl Fn(Arc<T>, Work<D>, Arc<E>) -> F + Clone + Send + Sync + 'static,
    ) -> Self
    where
        E: Event,
        D: Declares,
        F: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        let working = Working::new(subscription, &self.service, handle);
        self.handlers.push(Arc::new(Handler { subscription, kind: Kind::Working(working) }));
        self
    }

    /// Handles the events of a subscription by calling other APIs.
    #[must_use]
    pub fn on_calling<A, E, D, F>(
        mut self,
        subscription: &'static Subscription,
        apis: A,
        handle: impl Fn(Arc<T>, Effects<A, D>, Arc<E>) -> F + Clone + Send + Sync + 'static,
    ) -> Self
    where
        A: Send + Sync + 'static,
        E: Event,
        D: Declares,
        F: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        let calling = Calling::new(subscription, &self.service, Arc::new(apis), handle);
        self.handlers.push(Arc::new(Handler { subscription, kind: Kind::Calling(calling) }));
        self
    }

    /// What the bus has to provide.
    #[must_use]
    pub fn subscriptions(&self) -> Vec<bus::Subscription> {
        self.handlers.iter().map(|handler| handler.subscription.on_bus()).collect()
    }

    /// Pauses the consumers and lets them go on: while they are paused no event is fetched, and what is at hand ends.
    #[must_use]
    pub fn switch(&self) -> Switch {
        Switch(self.is_paused.clone())
    }

    /// Consumes until it is told to stop; then it ends what it has begun, and gives back the rest.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let (is_over, _) = watch::channel(false);
        let mut looking = JoinSet::new();
        looking.spawn(watching::watch(
            Arc::clone(&self.bus),
            self.units.clone(),
            self.handlers.clone(),
        ));
        let mut loops = JoinSet::new();
        for handler in self.handlers {
            let told = Arc::new(Consumed::of(handler.subscription.name()));
            let processing = Arc::new(Processing {
                units: self.units.clone(),
                bus: Arc::clone(&self.bus),
                handler,
                jitter: Jitter::Thread,
            });
            let consuming = Consuming {
                processing,
                told,
                is_paused: self.is_paused.subscribe(),
                is_over: is_over.subscribe(),
            };
            loops.spawn(consuming.run());
        }
        stop.await;
        is_over.send_replace(true);
        while let Some(ended) = loops.join_next().await {
            if let Err(error) = ended {
                tracing::error!(%error, "a consumer ended in a way it should not");
            }
        }
    }
}

impl Switch {
    /// Fetches no event until told.
    pub fn pause(&self) {
        self.0.send_replace(true);
    }

    /// Goes on.
    pub fn resume(&self) {
        self.0.send_replace(false);
    }

    /// Whether no event is fetched.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        *self.0.borrow()
    }
}

/// The loop of one subscription.
struct Consuming {
    processing: Arc<Processing>,
    told: Arc<Consumed>,
    is_paused: watch::Receiver<bool>,
    is_over: watch::Receiver<bool>,
}

impl Consuming {
    async fn run(mut self) {
        let mut chains = Chains::new(Arc::clone(&self.processing), Arc::clone(&self.told));
        while !*self.is_over.borrow() {
            match self.subscribe().await {
                Some(deliveries) => self.consume(&mut chains, deliveries).await,
                None => break,
            }
        }
        chains.give_back();
        while !chains.is_empty() {
            chains.step().await;
        }
    }

    /// Subscribes, as often as it takes; `None` where it is over before.
    async fn subscribe(&mut self) -> Option<Box<dyn Deliveries>> {
        let subscription = self.processing.handler.subscription.on_bus();
        loop {
            let error = match self.processing.bus.subscribe(&subscription).await {
                Ok(deliveries) => return Some(deliveries),
                Err(error) => error,
            };
            tracing::warn!(consumer = subscription.name, %error, "cannot subscribe; trying again");
            let clock = &self.processing.units.clock;
            tokio::select! {
                () = clock.sleep_until(clock.instant() + PAUSE) => {}
                () = told(&mut self.is_over) => return None,
            }
        }
    }

    /// Consumes until it is over or the subscription does not work any more.
    async fn consume(&mut self, chains: &mut Chains, mut deliveries: Box<dyn Deliveries>) {
        let clock = Arc::clone(&self.processing.units.clock);
        let mut idle = Idle::since(clock.instant());
        loop {
            let room = chains.room();
            let may_fetch = room > 0 && !*self.is_paused.borrow();
            let is_idle = may_fetch && chains.is_empty();
            if !is_idle {
                idle = Idle::since(clock.instant());
            }
            tokio::select! {
                biased;
                () = told(&mut self.is_over) => return,
                () = chains.step(), if !chains.is_empty() => {}
                _ = self.is_paused.changed() => {}
                fetched = deliveries.next(room), if may_fetch => match fetched {
                    Ok(fetched) => fetched.into_iter().for_each(|delivery| chains.take(delivery)),
                    Err(error) => {
                        let consumer = self.processing.handler.subscription.name();
                        tracing::warn!(consumer, %error, "a subscription broke; subscribing again");
                        clock.sleep_until(clock.instant() + PAUSE).await;
                        return;
                    }
                },
                () = clock.sleep_until(idle.ends()), if is_idle => {
                    if self.has_stalled(&mut idle).await {
                        return;
                    }
                }
            }
        }
    }

    /// Whether the subscription delivers nothing although there is something.
    async fn has_stalled(&mut self, idle: &mut Idle) -> bool {
        let subscription = self.processing.handler.subscription.on_bus();
        let lag = tokio::select! {
            lag = self.processing.bus.lag(&subscription) => lag,
            () = told(&mut self.is_over) => return false,
        };
        let now = self.processing.units.clock.instant();
        let Ok(lag) = lag else {
            // Whoever cannot say what waits cannot deliver it either, and says so.
            *idle = Idle::since(now);
            return false;
        };
        let has_stalled = idle.has_stalled(lag, &subscription, now);
        if has_stalled {
            self.told.stalled();
            let consumer = subscription.name;
            tracing::warn!(consumer, "a subscription stalled; subscribing again");
        }
        has_stalled
    }
}

/// Waits until it is said.
async fn told(receiver: &mut watch::Receiver<bool>) {
    // Whoever could say it is gone: it is over too.
    drop(receiver.wait_for(|is_said| *is_said).await);
}

impl<T> fmt::Debug for Consumers<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.handlers.iter().map(|handler| handler.subscription.name());
        formatter.debug_list().entries(names).finish()
    }
}
