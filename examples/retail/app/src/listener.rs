//! Somebody who hears everything that crosses the bus, and does nothing about it.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tiebeam::bus::{Delivery, EventBus, Message, Start, Subscription};
use tokio::task::JoinHandle;

use crate::settings::Settings;
use crate::{bus, working};

/// Most events that are taken at once.
const BATCH: usize = 100;

/// How long to leave a bus alone that does not deliver.
const PAUSE: Duration = Duration::from_millis(100);

/// Hears everything from the beginning; it stops when this is dropped.
pub struct Listener {
    /// The bus to which it listens.
    pub bus: Arc<dyn EventBus>,
    heard: Arc<Mutex<Vec<Message>>>,
    listening: JoinHandle<()>,
}

impl Listener {
    /// Begins to listen, with a connection of its own.
    ///
    /// # Errors
    ///
    /// When the bus cannot be reached.
    pub async fn start(settings: &Settings) -> anyhow::Result<Self> {
        let bus = bus::open(settings).await?;
        bus.provision(&working::topics(), &[subscription()]).await?;
        let heard = Arc::new(Mutex::new(Vec::new()));
        let listening = tokio::spawn(listen(Arc::clone(&bus), Arc::clone(&heard)));
        Ok(Self { bus, heard, listening })
    }

    /// What was heard so far, each event once, in the order in which it came on its topic.
    pub fn heard(&self) -> Vec<Message> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Under which name it listens.
pub fn subscription() -> Subscription {
    let topics = working::topics().into_iter().map(|topic| topic.name);
    Subscription::new("demonstration@1.listen", topics).with_start(Start::Beginning)
}

async fn listen(bus: Arc<dyn EventBus>, heard: Arc<Mutex<Vec<Message>>>) {
    loop {
        if let Ok(mut deliveries) = bus.subscribe(&subscription()).await {
            while let Ok(delivered) = deliveries.next(BATCH).await {
                for delivery in delivered {
                    hear(&heard, delivery).await;
                }
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn hear(heard: &Mutex<Vec<Message>>, delivery: Delivery) {
    {
        let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
        let message = delivery.message();
        let is_same = |it: &Message| {
            (it.id(), it.event().source()) == (message.id(), message.event().source())
        };
        if !heard.iter().any(is_same) {
            heard.push(message.clone());
        }
    }
    // What the bus does not hear of is delivered again, and is known then.
    drop(delivery.ack().await);
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl fmt::Debug for Listener {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Listener").finish_non_exhaustive()
    }
}
