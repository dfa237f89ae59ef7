//! How far the consumers of a service are behind, and what they could not handle: looked at now and then.

use std::sync::Arc;
use std::time::Duration;

use super::handler::Handler;
use crate::bus::EventBus;
use crate::letters;
use crate::telemetry::{Consumed, tell_letters};
use crate::work::Units;

/// How often to look.
const PAUSE: Duration = Duration::from_secs(10);

/// Tells it to whoever watches, until nobody wants to know any more.
pub(super) async fn watch(bus: Arc<dyn EventBus>, units: Units, handlers: Vec<Arc<Handler>>) {
    loop {
        for handler in &handlers {
            let subscription = handler.subscription;
            let told = Consumed::of(subscription.name());
            match bus.lag(&subscription.on_bus()).await {
                Ok(lag) => told.behind(lag.waiting, lag.oldest.unwrap_or_default()),
                Err(error) => unknown(subscription.name(), &error),
            }
            match letters::count(&*units.store, subscription.name()).await {
                Ok(counts) => tell_letters(subscription.name(), &counts),
                Err(error) => unknown(subscription.name(), &error),
            }
        }
        units.clock.sleep_until(units.clock.instant() + PAUSE).await;
    }
}

/// The gauges stay what they were. Whatever else the consumer does fails as well, and says so louder.
fn unknown(consumer: &str, error: &dyn std::error::Error) {
    tracing::debug!(consumer, %error, "nobody knows how far a consumer is behind");
}
