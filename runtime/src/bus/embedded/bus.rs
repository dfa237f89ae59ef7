//! The bus in a database.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, oneshot};

use super::group::{self, Group, Job};
use super::open::Open;
use super::{find, lag, provision, schema, sweep};
use crate::bus::error::Error;
use crate::bus::event_bus::{Deliveries, EventBus, Pending};
use crate::bus::message::{Message, Position};
use crate::bus::topic::{Lag, Subscription, Topic, check, no_topic};
use crate::clock::{self, SharedClock};
use crate::store::{self, Store, Transaction};

/// For how long an event is remembered against duplicates, unless told otherwise.
const WINDOW: Duration = Duration::from_mins(2);

/// How often to see what others published that nobody told us of, unless told otherwise.
const POLL: Duration = Duration::from_millis(100);

/// A bus in a database; clones are the same bus.
///
/// The database is any store with SQL. What is published is delivered at once to who subscribed through the same store,
/// and on PostgreSQL to who subscribed in other processes; on a file those see it when they look, every 100 milliseconds.
///
/// It publishes in transactions of its own, never in that of a caller: a bus that is in the same database as what it
/// carries is still reached through an outbox.
#[derive(Debug, Clone)]
pub struct Embedded {
    shared: Arc<Shared>,
}

/// What clones share.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: SharedClock,
    pub(super) window: Duration,
    pub(super) poll: Duration,
    pub(super) group: Group,
    /// Something was acknowledged or given back by this process.
    pub(super) changed: Notify,
}

impl Embedded {
    /// A bus in a store. Its tables are made when something is [provisioned](EventBus::provision).
    #[must_use]
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self::of(Shared {
            store,
            clock: clock::system(),
            window: WINDOW,
            poll: POLL,
            group: Group::default(),
            changed: Notify::new(),
        })
    }

    /// A bus of its own on the same store, which goes by another clock.
    #[must_use]
    pub fn with_clock(self, clock: SharedClock) -> Self {
        Self::of(Shared { clock, ..self.settings() })
    }

    /// A bus of its own on the same store, which remembers for so long what was published; 2 minutes unless told.
    #[must_use]
    pub fn with_window(self, window: Duration) -> Self {
        Self::of(Shared { window, ..self.settings() })
    }

    /// A bus of its own on the same store, which looks so often for what nobody told it of.
    #[must_use]
    pub fn with_poll(self, poll: Duration) -> Self {
        Self::of(Shared { poll, ..self.settings() })
    }

    /// Removes at most so many messages of each topic that are not kept any longer; says how many in all. The bus does
    /// so by itself now and then, while it is in use.
    ///
    /// # Errors
    ///
    /// When the store is unavailable.
    pub async fn sweep(&self, limit: u32) -> Result<u64, Error> {
        let swept = async {
            let open = self.shared.store.begin().await?;
            let count = sweep::some(&open, self.shared.clock.now(), limit).await?;
            open.commit().await?;
            Ok::<_, store::Error>(count)
        };
        swept.await.map_err(Error::unavailable)
    }

    fn of(shared: Shared) -> Self {
        Self { shared: Arc::new(shared) }
    }

    fn settings(&self) -> Shared {
        let shared = &self.shared;
        Shared {
            store: Arc::clone(&shared.store),
            clock: Arc::clone(&shared.clock),
            window: shared.window,
            poll: shared.poll,
            group: Group::default(),
            changed: Notify::new(),
        }
    }

    async fn look(&self, subscription: &Subscription) -> Result<Lag, Error> {
        // What was acknowledged does not wait any more.
        let (reply, waiting) = oneshot::channel();
        Group::put(&self.shared, Job::Reach(reply));
        group::written(waiting).await?;
        let looking = self.shared.store.begin_reading().await.map_err(Error::unavailable)?;
        let lag = lag::of(&looking, subscription, self.shared.clock.now()).await?;
        looking.rollback().await.map_err(Error::unavailable)?;
        Ok(lag)
    }

    async fn seek(
        &self,
        topic: &str,
        key: &str,
        from: Position,
        limit: usize,
    ) -> Result<Vec<Message>, Error> {
        let looking = self.shared.store.begin_reading().await.map_err(Error::unavailable)?;
        if !has_topic(&looking, topic).await.map_err(Error::unavailable)? {
            return Err(no_topic(topic));
        }
        let found = find::some(&looking, topic, key, from, limit).await;
        let found = found.map_err(Error::unavailable)?;
        looking.rollback().await.map_err(Error::unavailable)?;
        Ok(found)
    }
}

async fn has_topic(transaction: &Transaction, topic: &str) -> Result<bool, store::Error> {
    let sql = "SELECT name FROM tiebeam_bus_topic WHERE name = $1";
    Ok(!transaction.query(sql, &[topic.into()]).await?.is_empty())
}

impl EventBus for Embedded {
    fn publish<'a>(&'a self, message: &'a Message) -> Pending<'a, ()> {
        Box::pin(async move {
            let (reply, waiting) = oneshot::channel();
            Group::put(&self.shared, Job::Publish(message.clone(), reply));
            group::written(waiting).await
        })
    }

    fn provision<'a>(
        &'a self,
        topics: &'a [Topic],
        subscriptions: &'a [Subscription],
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            check(topics, subscriptions)?;
            schema::migrate(&*self.shared.store).await?;
            let open = self.shared.store.begin().await.map_err(Error::unavailable)?;
            provision::all(open, topics, subscriptions).await
        })
    }

    fn subscribe<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Box<dyn Deliveries>> {
        Box::pin(async move {
            self.look(subscription).await?;
            let open = Open::new(Arc::clone(&self.shared), subscription);
            Ok(Box::new(open) as Box<dyn Deliveries>)
        })
    }

    fn find<'a>(
        &'a self,
        topic: &'a str,
        key: &'a str,
        from: Position,
        limit: usize,
    ) -> Pending<'a, Vec<Message>> {
        Box::pin(self.seek(topic, key, from, limit))
    }

    fn lag<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Lag> {
        Box::pin(self.look(subscription))
    }
}
