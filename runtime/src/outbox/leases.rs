//! Who publishes from which partition: leases that run out by themselves.
//!
//! A relay that stood still may believe that it holds what others took over, so what it does to pending rows is fenced:
//! they are touched only where the lease is still its own. The fence is the name of the owner, which is drawn anew for
//! each relay; a relay ends one sweep before it takes leases for the next, so it never acts on a lease that it lost and
//! took again meanwhile. The epoch of a lease counts how often it changed hands, for people who look into the table.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::clock::SharedClock;
use crate::store::emission::PARTITIONS;
use crate::store::{Error, Store, Transaction, Value};

/// How long a lease lasts unless told otherwise; a relay that dies holds up its partitions for so long.
const LEASE: Duration = Duration::from_secs(10);

/// Takes a lease that nobody holds.
const TAKE: &str = "INSERT INTO tiebeam_lease (name, owner, epoch, leased_until) VALUES ($1, $2, 1, $3) \
     ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, epoch = tiebeam_lease.epoch + 1, \
     leased_until = excluded.leased_until WHERE tiebeam_lease.leased_until <= $4";

const RENEW: &str = "UPDATE tiebeam_lease SET leased_until = $3 WHERE name = $1 AND owner = $2";

const RELEASE: &str = "UPDATE tiebeam_lease SET leased_until = 0 WHERE name = $1 AND owner = $2";

/// Says that a relay is alive.
const PRESENT: &str = "INSERT INTO tiebeam_lease (name, owner, epoch, leased_until) VALUES ($1, $2, 1, $3) \
     ON CONFLICT (name) DO UPDATE SET leased_until = excluded.leased_until";

/// Relays that are alive.
const RELAYS: &str = "SELECT count(*) AS relays FROM tiebeam_lease WHERE name LIKE 'relay/%'";

/// Forgets relays that died.
const FORGET: &str = "DELETE FROM tiebeam_lease WHERE name LIKE 'relay/%' AND leased_until <= $1";

/// Forgets a relay that ends.
const LEAVE: &str = "DELETE FROM tiebeam_lease WHERE name = $1";

/// The leases of one relay.
#[derive(Debug)]
pub(super) struct Leases {
    owner: String,
    clock: SharedClock,
    lease: Duration,
    held: BTreeSet<u16>,
    /// Until when they are held for sure: counted from before they were asked for, on the clock that only grows.
    until: Instant,
    renewed: Option<Instant>,
}

impl Leases {
    pub(super) fn new(owner: String, clock: SharedClock) -> Self {
        let until = clock.instant();
        Self { owner, clock, lease: LEASE, held: BTreeSet::new(), until, renewed: None }
    }

    /// Says how long a lease lasts; it is renewed when a third of that has passed.
    pub(super) fn last(&mut self, lease: Duration) {
        self.lease = lease;
    }

    pub(super) fn owner(&self) -> &str {
        &self.owner
    }

    /// The partitions that are held now.
    pub(super) fn held(&self) -> BTreeSet<u16> {
        if self.clock.instant() < self.until { self.held.clone() } else { BTreeSet::new() }
    }

    /// When what is held should be renewed at the latest, so that it is held until what was published is deleted.
    pub(super) fn due(&self) -> Instant {
        self.renewed.map_or(self.until, |renewed| renewed + self.lease / 2)
    }

    /// Renews what is held, takes a fair share of what is free, and lets go of what is beyond it.
    pub(super) async fn tend(&mut self, store: &dyn Store) -> Result<(), Error> {
        let begun = self.clock.instant();
        if self.renewed.is_some_and(|renewed| begun < renewed + self.lease / 3) {
            return Ok(());
        }
        let now = self.clock.now();
        let until = Value::from(until(now, self.lease));
        let now = Value::from(now.as_microsecond());
        let transaction = store.begin().await?;
        let owner = Value::from(&self.owner);
        let present = [self.presence().into(), owner.clone(), until.clone()];
        transaction.execute(PRESENT, &present).await?;
        transaction.execute(FORGET, std::slice::from_ref(&now)).await?;
        let share = fair_share(&transaction).await?;
        let mut held = BTreeSet::new();
        let free = (0..PARTITIONS).filter(|partition| !self.held.contains(partition));
        for partition in self.held.iter().copied().chain(free) {
            let is_held = self.held.contains(&partition);
            let name = Value::from(name(partition));
            let touched = match (held.len() < share, is_held) {
                (true, true) => {
                    transaction.execute(RENEW, &[name, owner.clone(), until.clone()]).await?
                }
                (true, false) => {
                    let take = [name, owner.clone(), until.clone(), now.clone()];
                    transaction.execute(TAKE, &take).await?
                }
                (false, true) => {
                    transaction.execute(RELEASE, &[name, owner.clone()]).await?;
                    0
                }
                (false, false) => break,
            };
            if touched > 0 {
                held.insert(partition);
            }
        }
        transaction.commit().await?;
        (self.held, self.until, self.renewed) = (held, begun + self.lease, Some(begun));
        Ok(())
    }

    /// Lets go of everything, so that others need not wait.
    pub(super) async fn release(&mut self, store: &dyn Store) -> Result<(), Error> {
        let transaction = store.begin().await?;
        for partition in std::mem::take(&mut self.held) {
            let release = [name(partition).into(), (&self.owner).into()];
            transaction.execute(RELEASE, &release).await?;
        }
        transaction.execute(LEAVE, &[self.presence().into()]).await?;
        self.renewed = None;
        transaction.commit().await
    }

    fn presence(&self) -> String {
        format!("relay/{}", self.owner)
    }
}

/// How many partitions each relay that is alive publishes from at most.
async fn fair_share(transaction: &Transaction) -> Result<usize, Error> {
    let rows = transaction.query(RELAYS, &[]).await?;
    let relays: u32 = rows.first().map_or(Ok(1), |row| row.get("relays"))?;
    Ok(usize::from(PARTITIONS).div_ceil(usize::try_from(relays).unwrap_or(1).max(1)))
}

fn name(partition: u16) -> String {
    format!("outbox/{partition}")
}

/// Until when a lease lasts that is taken now, in microseconds since the epoch of Unix.
fn until(now: Timestamp, lease: Duration) -> i64 {
    let lease = i64::try_from(lease.as_micros()).expect("a lease is short");
    now.as_microsecond().saturating_add(lease)
}
