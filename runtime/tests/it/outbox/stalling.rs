//! C6: a subscription that delivers nothing although there is something is opened anew; and what panics takes nobody
//! with it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use tiebeam::Work;
use tiebeam::bus::{
    Deliveries, Delivery, EventBus, Lag, Memory, Message, Pending, Position, Settle, Settlement,
    Subscription, Topic,
};
use tiebeam::consumer::{self, Consumers, Failure};
use tiebeam::work::Nothing;

use super::house::{AS_THEY_COME, House, IN_ORDER, Opened, note};

/// A bus whose subscriptions do what they should not.
#[derive(Debug)]
struct Stalling {
    bus: Arc<Memory>,
    /// How many subscriptions were opened.
    opened: AtomicU32,
    habit: Habit,
}

/// What a subscription does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Habit {
    /// It delivers twice, and then never again.
    Tires,
    /// It panics once, when it hears what became of an event.
    Panics,
}

#[derive(Debug)]
struct Tired {
    deliveries: Box<dyn Deliveries>,
    left: u32,
}

#[derive(Debug)]
struct Panicking {
    deliveries: Box<dyn Deliveries>,
    has_panicked: Arc<AtomicBool>,
}

/// Hears what became of an event, and panics the first time that it is the second of its key.
#[derive(Debug)]
struct Fragile {
    delivery: std::sync::Mutex<Option<Delivery>>,
    has_panicked: Arc<AtomicBool>,
}

impl EventBus for Stalling {
    fn publish<'a>(&'a self, message: &'a Message) -> Pending<'a, ()> {
        self.bus.publish(message)
    }

    fn provision<'a>(
        &'a self,
        topics: &'a [Topic],
        subscriptions: &'a [Subscription],
    ) -> Pending<'a, ()> {
        self.bus.provision(topics, subscriptions)
    }

    fn subscribe<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Box<dyn Deliveries>> {
        Box::pin(async move {
            self.opened.fetch_add(1, Ordering::SeqCst);
            let deliveries = self.bus.subscribe(subscription).await?;
            Ok(match self.habit {
                Habit::Tires => Box::new(Tired { deliveries, left: 2 }) as Box<dyn Deliveries>,
                Habit::Panics => Box::new(Panicking { deliveries, has_panicked: Arc::default() }),
            })
        })
    }

    fn find<'a>(
        &'a self,
        topic: &'a str,
        key: &'a str,
        from: Position,
        limit: usize,
    ) -> Pending<'a, Vec<Message>> {
        self.bus.find(topic, key, from, limit)
    }

    fn lag<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Lag> {
        self.bus.lag(subscription)
    }
}

impl Deliveries for Tired {
    fn next(&mut self, _: usize) -> Pending<'_, Vec<Delivery>> {
        Box::pin(async move {
            if self.left == 0 {
                return std::future::pending().await;
            }
            let delivered = self.deliveries.next(1).await?;
            self.left -= 1;
            Ok(delivered)
        })
    }
}

impl Deliveries for Panicking {
    fn next(&mut self, limit: usize) -> Pending<'_, Vec<Delivery>> {
        Box::pin(async move {
            let delivered = self.deliveries.next(limit).await?;
            let wrapped = delivered.into_iter().map(|delivery| {
                let (message, redelivered) = (delivery.message().clone(), delivery.redelivered());
                let delivery = std::sync::Mutex::new(Some(delivery));
                let has_panicked = Arc::clone(&self.has_panicked);
                Delivery::new(message, redelivered, Box::new(Fragile { delivery, has_panicked }))
            });
            Ok(wrapped.collect())
        })
    }
}

impl Settle for Fragile {
    fn settle(&self, settlement: Settlement) -> Pending<'_, ()> {
        Box::pin(async move {
            let delivery = self.delivery.lock().expect("no panic").take().expect("it is told once");
            let number = delivery.message().position().map(|position| position.sequence);
            let is_time = number == Some(2) && !self.has_panicked.swap(true, Ordering::SeqCst);
            assert!(!is_time, "as the test wants");
            match settlement {
                Settlement::Again(delay) => delivery.retry_after(delay).await,
                Settlement::Done | Settlement::InProgress => delivery.ack().await,
            }
        })
    }
}

async fn noted(_: Arc<()>, work: Work<Nothing>, event: Arc<Opened>) -> Result<(), Failure> {
    note(&work, &event).await
}

/// Consumes what was published on a bus that does what it should not; answers how many subscriptions it took.
async fn consume(habit: Habit, subscription: &'static consumer::Subscription) -> u32 {
    let house = House::sqlite().await;
    for _ in 0..7 {
        house.open(&["front"]).await.expect("it opens");
    }
    house.publish_all().await;
    let bus = Stalling { bus: Arc::clone(&house.bus), opened: AtomicU32::new(0), habit };
    let bus = Arc::new(bus);
    let shared = Arc::clone(&bus) as Arc<dyn EventBus>;
    let consumers = Consumers::new(shared, house.units.clone(), Arc::new(()));
    let consumers = consumers.on(subscription, noted);
    house.consume(consumers, async || house.count("seen").await == 7).await;
    bus.opened.load(Ordering::SeqCst)
}

#[tokio::test]
async fn c6_a_consumer_whose_subscription_stalls_subscribes_again() {
    assert_eq!(consume(Habit::Tires, &AS_THEY_COME).await, 4, "two events from each");
}

#[tokio::test]
async fn what_panics_takes_nothing_with_it_that_waits_behind() {
    assert_eq!(consume(Habit::Panics, &IN_ORDER).await, 1);
}
