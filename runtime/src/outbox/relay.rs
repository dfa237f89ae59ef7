//! The relay: from pending rows to the bus.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::backlog::Backlog;
use super::leases::Leases;
use super::pending::{self, PendingEvent};
use crate::bus::EventBus;
use crate::clock::{self, SharedClock};
use crate::store::wake::News;
use crate::store::{Error, Store};
use crate::telemetry::Relayed;

/// Most events that are published at once.
const BATCH: usize = 500;

/// A relay that is behind works on so many groups of partitions beside each other: it reads and deletes the events of one
/// while those of another are on their way. No key is in two of them.
const LANES: usize = 4;

/// How often a relay looks by itself: a wake-up that was lost costs no more than this.
const POLL: Duration = Duration::from_millis(200);

/// The first and the longest wait after the bus or the store did not do what it should.
const FIRST_WAIT: Duration = Duration::from_millis(100);
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// Publishes what the transactions of a store emitted.
///
/// Any number of relays may share a store: each takes its share of the partitions. One that ends lets go of them, one
/// that dies is replaced after its leases have run out.
pub struct Relay {
    store: Arc<dyn Store>,
    bus: Arc<dyn EventBus>,
    clock: SharedClock,
    leases: Leases,
    /// Whether there was more than it read when it looked last.
    is_behind: bool,
}

/// What came of looking at the pending rows once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sweep {
    /// Events that were published.
    pub published: usize,
    /// Events that can never be published and went to the dead letters.
    pub dead: usize,
    /// Keys that wait, because an event of theirs was not taken.
    pub stuck: usize,
    /// Whether there may be more.
    pub is_full: bool,
}

/// How far the events of one key came.
#[derive(Default)]
struct Chain {
    published: Vec<i64>,
    rejected: Vec<(PendingEvent, String)>,
    stuck: Option<String>,
    /// Whether the lease had to be renewed before the rest.
    is_cut: bool,
}

impl Relay {
    /// Publishes from a store to a bus.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, bus: Arc<dyn EventBus>) -> Self {
        Self::with_clock(store, bus, clock::system())
    }

    /// The same by another clock.
    #[must_use]
    pub fn with_clock(store: Arc<dyn Store>, bus: Arc<dyn EventBus>, clock: SharedClock) -> Self {
        let leases = Leases::new(Uuid::now_v7().to_string(), Arc::clone(&clock));
        Self { store, bus, clock, leases, is_behind: false }
    }

    /// The same relay with leases that last so long, 10 seconds unless told: for so long a relay that dies holds up the
    /// events of its partitions.
    #[must_use]
    pub fn with_lease(mut self, lease: Duration) -> Self {
        self.leases.last(lease);
        self
    }

    /// Publishes until it is told to stop; then it lets go of its partitions.
    pub async fn run(mut self, stop: impl Future<Output = ()>) {
        let mut stop = std::pin::pin!(stop);
        let mut wait = FIRST_WAIT;
        let mut backlog = Backlog::default();
        let mut news = self.store.wake().listen(News::Emitted);
        loop {
            news.catch_up();
            let now = (self.clock.instant(), self.clock.now());
            backlog.tell_sometimes(&*self.store, now).await;
            let mut may_listen = true;
            let pause = match self.sweep().await {
                Ok(Sweep { stuck: 0, is_full: true, .. }) => Duration::ZERO,
                Ok(Sweep { stuck: 0, .. }) => {
                    wait = FIRST_WAIT;
                    POLL
                }
                // Who is stuck waits for its own event; whatever else moves does not wait with it.
                Ok(Sweep { published, dead, .. }) if published + dead > 0 => {
                    wait = FIRST_WAIT;
                    POLL
                }
                Ok(_) => longer(&mut wait),
                Err(error) => {
                    tracing::warn!(%error, "the outbox cannot be read; trying again");
                    may_listen = false;
                    longer(&mut wait)
                }
            };
            let until = self.clock.instant() + pause;
            tokio::select! {
                biased;
                () = &mut stop => break,
                () = news.woken(), if may_listen => {}
                () = self.clock.sleep_until(until) => {}
            }
        }
        self.end().await;
    }

    /// Lets go of the partitions, so that another relay need not wait until the leases have run out.
    pub async fn end(mut self) {
        if let Err(error) = self.leases.release(&*self.store).await {
            tracing::warn!(%error, "the leases of a relay were not released; they run out by themselves");
        }
    }

    /// Looks at the pending rows once and publishes what it finds.
    ///
    /// # Errors
    ///
    /// When the store fails; what was published may be published again.
    pub async fn sweep(&mut self) -> Result<Sweep, Error> {
        self.leases.tend(&*self.store).await?;
        let lanes = if self.is_behind { LANES } else { 1 };
        let lanes = lanes_of(&self.leases.held(), lanes);
        let swept = join_all(lanes.iter().map(|partitions| self.sweep_lane(partitions))).await;
        let mut sweep = Sweep::default();
        for lane in swept {
            let Sweep { published, dead, stuck, is_full } = lane?;
            sweep.published += published;
            sweep.dead += dead;
            sweep.stuck += stuck;
            sweep.is_full |= is_full;
        }
        self.is_behind = sweep.is_full;
        Relayed { published: sweep.published, dead: sweep.dead }.tell();
        Ok(sweep)
    }

    /// The same for some partitions.
    async fn sweep_lane(&self, partitions: &BTreeSet<u16>) -> Result<Sweep, Error> {
        let waiting = pending::read(&*self.store, partitions, BATCH).await?;
        let is_full = waiting.len() == BATCH;
        let mut chains = JoinSet::new();
        let due = (Arc::clone(&self.clock), self.leases.due());
        for chain in chains_of(waiting) {
            chains.spawn(publish(Arc::clone(&self.bus), chain, due.clone()));
        }
        let mut sweep = Sweep { is_full, ..Sweep::default() };
        let mut published = Vec::new();
        let mut rejected = Vec::new();
        while let Some(chain) = chains.join_next().await {
            // A chain that panicked published nothing that we know of: it is published again.
            let chain = chain.unwrap_or_default();
            published.extend(chain.published);
            rejected.extend(chain.rejected);
            sweep.is_full |= chain.is_cut;
            if let Some(reason) = chain.stuck {
                sweep.stuck += 1;
                tracing::warn!(reason, "an event was not published; its key waits");
            }
        }
        published.sort_unstable();
        pending::remove(&*self.store, self.leases.owner(), &published).await?;
        for (event, reason) in &rejected {
            tracing::error!(
                topic = event.message.topic(),
                id = event.message.id(),
                reason,
                "an event can never be published: it is a dead letter"
            );
            let now = self.clock.now();
            pending::bury(&*self.store, self.leases.owner(), event, reason, now).await?;
        }
        (sweep.published, sweep.dead) = (published.len(), rejected.len());
        Ok(sweep)
    }
}

/// Partitions in as many groups at most.
fn lanes_of(partitions: &BTreeSet<u16>, lanes: usize) -> Vec<BTreeSet<u16>> {
    let all: Vec<_> = partitions.iter().copied().collect();
    let size = all.len().div_ceil(lanes).max(1);
    all.chunks(size).map(|some| some.iter().copied().collect()).collect()
}

/// Events by key, each in its order; one without a key is a chain of its own.
fn chains_of(waiting: Vec<PendingEvent>) -> Vec<Vec<PendingEvent>> {
    let mut chains: BTreeMap<(String, String), Vec<PendingEvent>> = BTreeMap::new();
    let mut single = Vec::new();
    for event in waiting {
        match event.message.key() {
            Some(key) => {
                let key = (event.message.topic().to_owned(), key.to_owned());
                chains.entry(key).or_default().push(event);
            }
            None => single.push(vec![event]),
        }
    }
    single.extend(chains.into_values());
    single
}

/// Publishes the events of a key one after the other, up to the first that is not taken.
///
/// A chain ends when the lease is to be renewed: what is published later than the lease lasts, others publish as well, and
/// nobody's deletion counts.
async fn publish(
    bus: Arc<dyn EventBus>,
    events: Vec<PendingEvent>,
    (clock, due): (SharedClock, Instant),
) -> Chain {
    let mut chain = Chain::default();
    for event in events {
        if clock.instant() >= due && !chain.published.is_empty() {
            chain.is_cut = true;
            break;
        }
        match bus.publish(&event.message).await {
            Ok(()) => chain.published.push(event.id),
            // What nobody provisioned is no fault of the event: it waits for whoever does.
            Err(error) if error.is_rejected() && !error.is_missing() => {
                let reason = error.to_string();
                chain.rejected.push((event, reason));
            }
            Err(error) => {
                chain.stuck = Some(error.to_string());
                break;
            }
        }
    }
    chain
}

/// Doubles a wait; answers what it was.
fn longer(wait: &mut Duration) -> Duration {
    let now = *wait;
    *wait = (now * 2).min(LONGEST_WAIT);
    now
}

impl fmt::Debug for Relay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Relay").field("leases", &self.leases).finish_non_exhaustive()
    }
}
