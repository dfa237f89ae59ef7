//! A backlog: events of different keys share a transaction, and none notices its company.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tiebeam::Work;
use tiebeam::bus::EventBus as _;
use tiebeam::consumer::{self, Consumers, Failure};
use tiebeam::store::{self, OpenTransaction, Store};
use tiebeam::types::Timestamp;
use tiebeam::work::{Nothing, Units};

use super::house::{AS_THEY_COME, House, IN_ORDER, Opened, note};

on_both_stores! {
    a_backlog_needs_fewer_transactions_than_it_has_events
    c2_events_that_share_a_transaction_keep_the_order_of_their_keys
    c4_an_event_that_fails_takes_nobody_with_it
}

/// Doors, and how often each is opened.
const DOORS: usize = 60;
const TIMES: i64 = 4;

/// The door that does not open.
const JAMMED: &str = "door-17";

/// A store that counts its transactions.
#[derive(Debug)]
struct Counting {
    store: Arc<dyn Store>,
    begun: AtomicUsize,
}

impl Store for Counting {
    fn begin(&self) -> store::Pending<'_, OpenTransaction> {
        self.begun.fetch_add(1, Ordering::SeqCst);
        self.store.begin()
    }

    fn migrate(&self) -> store::Pending<'_, ()> {
        self.store.migrate()
    }

    fn wake(&self) -> &store::Wake {
        self.store.wake()
    }

    fn sweep(&self, now: Timestamp, limit: u32) -> store::Pending<'_, u64> {
        self.store.sweep(now, limit)
    }
}

/// A backlog, and the transactions of those who work it off.
async fn backlog(house: &House) -> (Arc<Counting>, Consumers<()>) {
    let doors: Vec<_> = (0..DOORS).map(|door| format!("door-{door}")).collect();
    let doors: Vec<_> = doors.iter().map(String::as_str).collect();
    for _ in 0..TIMES {
        house.open(&doors).await.expect("they open");
    }
    house.publish_all().await;
    let store = Arc::new(Counting { store: Arc::clone(&house.store), begun: AtomicUsize::new(0) });
    let units = Units::new(store.clone(), "/house").with_clock(house.clock.shared());
    (store, Consumers::new(house.bus.clone(), units, Arc::new(())))
}

async fn noted(_: Arc<()>, work: Work<Nothing>, event: Arc<Opened>) -> Result<(), Failure> {
    note(&work, &event).await
}

async fn unless_jammed(_: Arc<()>, work: Work<Nothing>, event: Arc<Opened>) -> Result<(), Failure> {
    note(&work, &event).await?;
    if event.door == JAMMED {
        return Err(Failure::not_yet("it is jammed"));
    }
    Ok(())
}

/// What was seen of each door.
async fn by_door(house: &House) -> BTreeMap<String, Vec<i64>> {
    let mut doors: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for (door, count) in house.seen().await {
        doors.entry(door).or_default().push(count);
    }
    doors
}

/// Consumes until everything was seen, in no time; answers how many transactions that took.
async fn consumed(house: &House, subscription: &'static consumer::Subscription) -> usize {
    let (store, consumers) = backlog(house).await;
    let consumers = consumers.on(subscription, noted);
    house.bus.provision(&[], &consumers.subscriptions()).await.expect("provisioned");
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let running = tokio::spawn(consumers.run(async { drop(stopped.await) }));
    let all = i64::try_from(DOORS).expect("few") * TIMES;
    let patience = Instant::now() + Duration::from_mins(1);
    while house.count("seen").await < all {
        assert!(Instant::now() < patience, "it takes too long");
        tokio::task::yield_now().await;
    }
    drop(stop);
    running.await.expect("no panic");
    assert_eq!(house.count("seen").await, all);
    store.begun.load(Ordering::SeqCst)
}

async fn a_backlog_needs_fewer_transactions_than_it_has_events(house: &House) {
    let begun = consumed(house, &AS_THEY_COME).await;
    assert!(begun < DOORS, "{begun} transactions for {DOORS} doors");
}

async fn c2_events_that_share_a_transaction_keep_the_order_of_their_keys(house: &House) {
    let begun = consumed(house, &IN_ORDER).await;
    assert!(begun < 2 * DOORS, "{begun} transactions for {DOORS} doors");
    for (door, counts) in by_door(house).await {
        assert_eq!(counts, (1..=TIMES).collect::<Vec<_>>(), "{door}");
    }
}

async fn c4_an_event_that_fails_takes_nobody_with_it(house: &House) {
    let (_, consumers) = backlog(house).await;
    let consumers = consumers.on(&IN_ORDER, unless_jammed);
    let others = i64::try_from(DOORS - 1).expect("few") * TIMES;
    let all = async || {
        house.count("seen").await >= others && house.count("tiebeam_dead_letter").await >= TIMES
    };
    house.consume(consumers, all).await;
    assert_eq!(house.count("seen").await, others);
    assert_eq!(house.count("tiebeam_dead_letter").await, TIMES, "the first, and those behind it");
    for (door, counts) in by_door(house).await {
        assert_eq!(counts, (1..=TIMES).collect::<Vec<_>>(), "{door}");
    }
}
