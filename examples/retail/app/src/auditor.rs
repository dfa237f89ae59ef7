//! Somebody who looks into the books of every service, and writes nothing.
//!
//! Nobody but a service reads its store; whoever checks the services has to. Besides what each service keeps, the store
//! has what the runtime wrote down: the log of the events that were emitted, those that are still to be published, what
//! each consumer has applied, and the dead letters.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use retail_models::inventory::Reservation;
use tiebeam::bus::{self, EventBus, Message, Position};
use tiebeam::event::json;
use tiebeam::operation::Tier;
use tiebeam::store::{Row, Store};

use crate::settings::{Settings, Source};
use crate::slots::{INVENTORY_SERVICE, SLOTS, Slot};
use crate::working::SUBSCRIPTIONS;
use crate::{listener, stores};

/// How long events may be on their way after the last request: the leases and deliveries of somebody who died have run
/// out several times over.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often to look whether anything is on its way.
const PAUSE: Duration = Duration::from_millis(20);

const LOG: &str = "SELECT topic, key, epoch, sequence, event FROM tiebeam_event ORDER BY id";
const PENDING: &str = "SELECT count(*) AS number FROM tiebeam_outbox";
const LOGGED: &str = "SELECT count(*) AS number FROM tiebeam_event";
const INBOX: &str = "SELECT consumer, event_id FROM tiebeam_inbox WHERE outcome = 'applied'";
const POSITIONS: &str = "SELECT consumer, topic, key, epoch, sequence FROM tiebeam_position";
const DEAD: &str = "SELECT consumer, event_id, reason FROM tiebeam_dead_letter";
const RESERVATIONS: &str =
    "SELECT order_id, document FROM reservations WHERE document <> 'null' ORDER BY order_id";

/// Has a look at every store of a service, and at the bus.
pub struct Auditor {
    bus: Arc<dyn EventBus>,
    /// By service.
    stores: BTreeMap<&'static str, Arc<dyn Store>>,
}

/// What the runtime wrote down in the stores of all services.
#[derive(Debug, Default)]
pub struct Records {
    /// Every event that was emitted.
    pub log: Vec<Message>,
    /// What could not be handled.
    pub dead: Vec<Dead>,
    /// Which consumer applied which event.
    applied: BTreeSet<(String, String)>,
    /// How far each consumer is in each key, where it goes by their order.
    positions: BTreeMap<(String, String, String), Position>,
}

/// An event that a consumer could not handle.
#[derive(Debug)]
pub struct Dead {
    pub consumer: String,
    pub event_id: String,
    pub reason: String,
}

/// What is on its way.
#[derive(Debug, PartialEq, Eq)]
struct Way {
    /// Events that are to be published.
    pending: i64,
    /// Consumers that have something to do.
    waiting: Vec<(String, u64)>,
    /// Events that were ever emitted.
    logged: i64,
}

impl Auditor {
    /// Opens the stores.
    ///
    /// # Errors
    ///
    /// When one of them cannot be opened.
    pub async fn open(settings: &Settings, bus: Arc<dyn EventBus>) -> anyhow::Result<Self> {
        let settings = settings.clone().with("store.connections", "1", Source::Demonstration);
        let mut stores = BTreeMap::new();
        let services =
            SLOTS.iter().filter(|slot| slot.api.is_some_and(|api| api.tier == Tier::Service));
        for slot in services {
            stores.insert(slot.system, stores::open(&settings, slot.system).await?);
        }
        Ok(Self { bus, stores })
    }

    /// Waits until everything that was emitted was published, and everything that was published was consumed.
    ///
    /// # Errors
    ///
    /// When that takes too long.
    pub async fn wait_until_quiet(&self) -> anyhow::Result<()> {
        let begun = Instant::now();
        let mut before = self.way().await?;
        loop {
            let now = self.way().await?;
            // An event is in an outbox until it is on the bus, and there until its consumers have committed what they
            // emit in turn. It could pass from one that was not looked at yet to one that was, but not unnoticed: what
            // follows from it is in the log.
            if now.is_clear() && now == before {
                return Ok(());
            }
            ensure!(begun.elapsed() < PATIENCE, "after {PATIENCE:?} there is still {now}");
            before = now;
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Everything that the runtime wrote down.
    ///
    /// # Errors
    ///
    /// When a store cannot be read.
    pub async fn records(&self) -> anyhow::Result<Records> {
        let mut records = Records::default();
        for service in self.stores.keys() {
            for row in self.rows(service, LOG).await? {
                records.log.push(logged(&row)?);
            }
            for row in self.rows(service, INBOX).await? {
                records.applied.insert((row.get("consumer")?, row.get("event_id")?));
            }
            for row in self.rows(service, POSITIONS).await? {
                let place = (row.get("consumer")?, row.get("topic")?, row.get("key")?);
                records.positions.insert(place, position(&row)?);
            }
            for row in self.rows(service, DEAD).await? {
                let (consumer, event_id) = (row.get("consumer")?, row.get("event_id")?);
                records.dead.push(Dead { consumer, event_id, reason: row.get("reason")? });
            }
        }
        Ok(records)
    }

    /// What the stock ledger has set aside, by order.
    ///
    /// # Errors
    ///
    /// When the ledger cannot be read.
    pub async fn reservations(&self) -> anyhow::Result<BTreeMap<String, Reservation>> {
        let mut reservations = BTreeMap::new();
        for row in self.rows(INVENTORY_SERVICE.system, RESERVATIONS).await? {
            let document: String = row.get("document")?;
            reservations.insert(row.get("order_id")?, serde_json::from_str(&document)?);
        }
        Ok(reservations)
    }

    /// How many events a service has emitted and not published, whether or not it runs.
    ///
    /// # Errors
    ///
    /// When its store cannot be read.
    pub async fn unpublished(&self, service: &Slot) -> anyhow::Result<i64> {
        self.number(service.system, PENDING).await
    }

    async fn way(&self) -> anyhow::Result<Way> {
        let mut way = Way { pending: 0, waiting: Vec::new(), logged: 0 };
        for service in self.stores.keys() {
            way.pending += self.number(service, PENDING).await?;
        }
        let subscriptions = SUBSCRIPTIONS.iter().map(|subscription| subscription.on_bus());
        for subscription in subscriptions.chain([listener::subscription()]) {
            let waiting = self.bus.lag(&subscription).await?.waiting;
            if waiting > 0 {
                way.waiting.push((subscription.name, waiting));
            }
        }
        for service in self.stores.keys() {
            way.logged += self.number(service, LOGGED).await?;
        }
        Ok(way)
    }

    async fn number(&self, service: &str, sql: &str) -> anyhow::Result<i64> {
        let rows = self.rows(service, sql).await?;
        Ok(rows.first().context("a count has a row")?.get("number")?)
    }

    async fn rows(&self, service: &str, sql: &str) -> anyhow::Result<Vec<Row>> {
        let Some(store) = self.stores.get(service) else { bail!("{service} has no store") };
        let looking = store.begin_reading().await?;
        let rows = looking.query(sql, &[]).await;
        looking.rollback().await?;
        rows.with_context(|| format!("the store of {service} cannot be read"))
    }
}

impl Records {
    /// Whether a consumer has applied an event.
    pub fn is_applied(&self, consumer: &str, message: &Message) -> bool {
        if self.applied.contains(&(consumer.to_owned(), event_id(message))) {
            return true;
        }
        let (Some(key), Some(position)) = (message.key(), message.position()) else {
            return false;
        };
        let place = (consumer.to_owned(), message.topic().to_owned(), key.to_owned());
        self.positions.get(&place).is_some_and(|reached| position <= *reached)
    }

    /// Why a consumer made a dead letter of an event, where it did.
    pub fn reason(&self, consumer: &str, message: &Message) -> Option<&str> {
        let event_id = event_id(message);
        let letter = self.dead.iter().find(|it| it.consumer == consumer && it.event_id == event_id);
        letter.map(|letter| letter.reason.as_str())
    }
}

/// What consumers know an event by.
pub fn event_id(message: &Message) -> String {
    format!("{} {}", message.id(), message.event().source())
}

/// Who consumes what is published on a topic: the names of subscriptions.
pub fn consumers(topic: &str) -> impl Iterator<Item = &'static str> {
    let is_meant = move |it: &bus::Subscription| it.topics.iter().any(|name| name == topic);
    SUBSCRIPTIONS.iter().filter(move |it| is_meant(&it.on_bus())).map(|it| it.name())
}

fn logged(row: &Row) -> anyhow::Result<Message> {
    let (topic, event): (String, String) = (row.get("topic")?, row.get("event")?);
    let message = Message::new(topic, json::read(event.as_bytes())?);
    match row.get::<Option<String>>("key")? {
        Some(key) => Ok(message.with_key(key)?.with_position(position(row)?)),
        None => Ok(message),
    }
}

fn position(row: &Row) -> anyhow::Result<Position> {
    Ok(Position { epoch: row.get("epoch")?, sequence: row.get("sequence")? })
}

impl Way {
    fn is_clear(&self) -> bool {
        self.pending == 0 && self.waiting.is_empty()
    }
}

impl fmt::Display for Way {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} to publish", self.pending)?;
        self.waiting.iter().try_for_each(|(name, count)| write!(formatter, ", {count} for {name}"))
    }
}

impl fmt::Debug for Auditor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.stores.keys()).finish()
    }
}
