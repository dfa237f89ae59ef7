//! What a service does without being asked: it publishes what it emitted, and consumes what others did.

use std::fmt;
use std::sync::Arc;

use retail_customer_events::{CustomerSyncedToCrm, CustomerUpdated};
use retail_inventory_events::{InventoryAdjusted, InventoryReserved, InventoryShort};
use retail_order_events::{OrderCancelled, OrderConfirmed, OrderCreated};
use retail_payment_events::{PaymentAuthorized, PaymentFailed};
use retail_platform_events::DeploymentCompleted;
use tiebeam::bus::{EventBus, Topic};
use tiebeam::consumer::{Consumers, Subscription};
use tiebeam::event::{Definition, Event};
use tiebeam::operation::Api;
use tiebeam::outbox::Relay;
use tiebeam::store::Store;
use tiebeam::types::{Duration, Timestamp, Uuid};
use tiebeam::work::{Declared, Declares, Emits, Units};
use tiebeam::{Context, Problem, Work};
use tokio::sync::watch;
use tokio::task::JoinSet;

/// The events of the enterprise. Who starts first provides the topics of all.
static EVENTS: &[fn() -> &'static Definition] = &[
    CustomerSyncedToCrm::definition,
    CustomerUpdated::definition,
    DeploymentCompleted::definition,
    InventoryAdjusted::definition,
    InventoryReserved::definition,
    InventoryShort::definition,
    OrderCancelled::definition,
    OrderConfirmed::definition,
    OrderCreated::definition,
    PaymentAuthorized::definition,
    PaymentFailed::definition,
];

/// Writes down who consumes what: the crate of a service, and its handlers.
macro_rules! subscriptions {
    ($($krate:ident: $($handler:ident)*;)*) => {
        /// The subscriptions of the enterprise.
        pub static SUBSCRIPTIONS: &[&Subscription] =
            &[$($(&$krate::subscriptions::$handler::SUBSCRIPTION),*),*];
    };
}

subscriptions! {
    customer_service_v1: raise_loyalty tell_crm;
    fulfilment_service_v1: drop_plan plan_parcels;
    inventory_service_v1: release_for_order reserve_for_order;
    order_history_service_v1: note_cancellation note_confirmation note_order;
    order_service_v1:
        cancel_short_order cancel_unpaid_order confirm_paid_order remember_reservation;
    payment_service_v1: void_payment;
}

/// A relay and consumers that run.
pub struct Working {
    store: Arc<dyn Store>,
    bus: Arc<dyn EventBus>,
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

/// Says that a service has started.
struct Announcing;

impl Declares for Announcing {
    const EVENTS: &'static [Declared] = &[Declared::always::<DeploymentCompleted>()];
}

impl Emits<DeploymentCompleted> for Announcing {}

impl Working {
    /// Provides what is needed on the bus, says that the service has started, and begins to consume.
    ///
    /// # Errors
    ///
    /// When the bus or the store does not do what it should.
    pub async fn start<T: Send + Sync + 'static>(
        api: &'static Api,
        store: Arc<dyn Store>,
        bus: Arc<dyn EventBus>,
        consumers: Consumers<T>,
    ) -> anyhow::Result<Self> {
        let begun = Timestamp::now();
        bus.provision(&topics(), &consumers.subscriptions()).await?;
        announce(api, Arc::clone(&store), begun).await?;
        let (stop, stopped) = watch::channel(false);
        let mut tasks = JoinSet::new();
        tasks.spawn(consumers.run(told(stopped)));
        Ok(Self { store, bus, stop, tasks })
    }

    /// Begins to publish. If this process dies, another waits for so long until it does so instead.
    pub fn publish(&mut self, lease: std::time::Duration) {
        let relay = Relay::new(Arc::clone(&self.store), Arc::clone(&self.bus)).with_lease(lease);
        self.tasks.spawn(relay.run(told(self.stop.subscribe())));
    }

    /// Ends what has begun and gives back the rest.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        while self.tasks.join_next().await.is_some() {}
    }
}

/// The topics of the enterprise.
pub fn topics() -> Vec<Topic> {
    EVENTS.iter().map(|event| Topic::of(event())).collect()
}

/// Waits until it is said that all is over.
async fn told(mut stopped: watch::Receiver<bool>) {
    // Whoever could say it is gone: it is over too.
    drop(stopped.wait_for(|is_over| *is_over).await);
}

/// Emits that a service has started, in its version and with its contract.
async fn announce(
    api: &'static Api,
    store: Arc<dyn Store>,
    begun: Timestamp,
) -> anyhow::Result<()> {
    let took = Duration::from_secs(u32::try_from(begun.until(Timestamp::now())?.get_seconds())?)?;
    let units = Units::new(store, &format!("/acme-retail/{}", api.name));
    let work = |work: Work<Announcing>| async move {
        work.emit(&DeploymentCompleted {
            component: api.name.to_owned(),
            version: api.version.to_owned(),
            region: "local".to_owned(),
            digest: api.digest.to_owned(),
            took,
            completed_at: work.now(),
            details: None,
        })
    };
    let announced: Result<Uuid, Problem> = units.run(&Context::new(), work).await;
    announced.map(drop).map_err(|problem| anyhow::anyhow!("{problem:?}"))
}

impl fmt::Debug for Working {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Working").field("tasks", &self.tasks.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::SUBSCRIPTIONS;

    #[test]
    fn every_subscription_of_the_specs_is_in_the_table() {
        let services = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/services");
        let mut handlers = BTreeSet::new();
        for service in services.read_dir().expect("services are generated") {
            let service = service.expect("it is a directory").path();
            for file in service.join("src/subscriptions").read_dir().into_iter().flatten() {
                let name = file.expect("it is a file").file_name();
                handlers.insert(name.to_string_lossy().trim_end_matches(".rs").replace('_', ""));
            }
        }
        let known = SUBSCRIPTIONS.iter().map(|it| {
            let (_, handler) = it.name().split_once('.').expect("it is named for its service");
            handler.to_ascii_lowercase()
        });
        assert_eq!(known.collect::<BTreeSet<_>>(), handlers);
    }
}
