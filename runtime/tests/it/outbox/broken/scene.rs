//! A house in memory, with bad luck, and what the checker says of it in the end.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use tiebeam::bus::Error;
use tiebeam::bus::memory::{Fault, Moment};
use tiebeam::problem::own;
use tiebeam::store::{Sqlite, Store};
use tiebeam::{Context, Problem, Work};

use crate::outbox::history::{Chance, Defect, Promise, applied, check, committed, published};
use crate::outbox::house::{House, OPENED, Opened, Opening, count_up};

/// Doors of a house: few, so that each has many events.
const FEW: u64 = 3;

/// Doors of a large house: so many that events of several are handled together.
const MANY: usize = 60;

static DOORS: LazyLock<Vec<String>> =
    LazyLock::new(|| (0..MANY).map(|number| format!("door {number}")).collect());

/// Units of work of a run.
const ROUNDS: usize = 60;

/// A house, and its luck.
pub(super) struct Scene {
    pub(super) house: House,
    pub(super) chance: Arc<Chance>,
    doors: u64,
    rounds: usize,
}

/// Whom the checker asks.
#[derive(Debug, Clone, Copy)]
pub(super) enum Watched {
    /// What lies on the bus.
    Bus,
    /// The effects of a consumer.
    Effects(Promise),
}

impl Scene {
    pub(super) async fn new(seed: u64) -> Self {
        Self::on(seed, |store, _| store).await
    }

    /// A scene on a store that somebody made something of.
    pub(super) async fn on(
        seed: u64,
        make: impl FnOnce(Arc<dyn Store>, &Arc<Chance>) -> Arc<dyn Store>,
    ) -> Self {
        let chance = Arc::new(Chance::of(seed));
        let store = make(Arc::new(Sqlite::in_memory().expect("memory")), &chance);
        Self { house: House::on(store, None).await, chance, doors: FEW, rounds: ROUNDS }
    }

    /// The same with many doors and many more events.
    pub(super) fn large(self) -> Self {
        Self { doors: MANY as u64, rounds: 5 * ROUNDS, ..self }
    }

    /// Opens doors; one unit of work in five is undone.
    pub(super) async fn open_doors(&self) {
        for _ in 0..self.rounds {
            let door = self.door();
            if self.chance.once_in(5) {
                self.house.units.run(&Context::new(), undone(door)).await.expect_err("as asked");
            } else {
                self.house.open(&[door]).await.expect("it opens");
            }
        }
    }

    pub(super) fn door(&self) -> &'static str {
        let number = self.chance.below(self.doors);
        &DOORS[usize::try_from(number).expect("there are few")]
    }

    /// One in so many publications fails from now on.
    pub(super) fn fail_publications(&self, times: u64) {
        let chance = Arc::clone(&self.chance);
        self.house.faults.are(move |moment| match moment {
            Moment::Publish(_) if chance.once_in(times) => {
                Fault::Fail(Error::unavailable("a network"))
            }
            _ => Fault::None,
        });
    }

    /// From now on deliveries get lost, late or doubled, and acknowledgments are not heard.
    pub(super) fn disturb_deliveries(&self) {
        let chance = Arc::clone(&self.chance);
        self.house.faults.are(move |moment| match (moment, chance.below(12)) {
            (Moment::Deliver(_), 0 | 1) => Fault::Twice,
            (Moment::Deliver(_), 2 | 3) | (Moment::Ack(_), 0 | 1) => Fault::Lose,
            (Moment::Deliver(_), 4 | 5) => Fault::Late(Duration::from_millis(300)),
            _ => Fault::None,
        });
    }

    /// What the checker finds.
    pub(super) async fn defects(&self, watched: Watched) -> Vec<Defect> {
        self.house.faults.end();
        let committed = committed(&*self.house.store).await;
        match watched {
            Watched::Bus => {
                let seen = published(&*self.house.bus, OPENED).await;
                check(&committed, &seen, Promise::AtLeastOnceInOrder)
            }
            Watched::Effects(promise) => {
                let seen = applied(&*self.house.store, &committed).await;
                check(&committed, &seen, promise)
            }
        }
    }
}

/// Opens a door and thinks better of it.
fn undone(door: &'static str) -> impl Fn(Work<Opening>) -> Undone {
    move |work| {
        Box::pin(async move {
            let count = count_up(&work, door).await?;
            work.emit(&Opened { door: door.to_owned(), count })?;
            Err(own::IDEMPOTENCY_KEY_REUSED.problem())
        })
    }
}

type Undone = std::pin::Pin<Box<dyn Future<Output = Result<(), Problem>> + Send>>;

/// Runs something broken a few times, each with other luck; the checker must say each time what is wrong.
pub(super) async fn is_caught(
    run: impl AsyncFn(u64) -> Scene,
    watched: Watched,
    is_it: fn(&Defect) -> bool,
) {
    for seed in Chance::seeds(3) {
        let defects = run(seed).await.defects(watched).await;
        assert!(defects.iter().any(is_it), "seed {seed} was not caught: {defects:?}");
    }
}

pub(super) fn is_lost(defect: &Defect) -> bool {
    matches!(defect, Defect::Lost(_))
}

pub(super) fn is_doubled(defect: &Defect) -> bool {
    matches!(defect, Defect::Doubled(_))
}

pub(super) fn is_reordered(defect: &Defect) -> bool {
    matches!(defect, Defect::Reordered { .. })
}

pub(super) fn is_phantom(defect: &Defect) -> bool {
    matches!(defect, Defect::Phantom(_))
}

pub(super) fn is_gap(defect: &Defect) -> bool {
    matches!(defect, Defect::Gap(_))
}
