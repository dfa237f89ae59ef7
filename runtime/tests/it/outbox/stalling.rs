//! C6: a subscription that delivers nothing although there is something is opened anew.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tiebeam::Work;
use tiebeam::bus::{
    Deliveries, Delivery, EventBus, Lag, Memory, Message, Pending, Position, Subscription, Topic,
};
use tiebeam::consumer::{Consumers, Failure};
use tiebeam::work::Nothing;

use super::house::{AS_THEY_COME, House, Opened, note};

/// A bus whose subscriptions deliver a few times and then never again, without a word.
#[derive(Debug)]
struct Stalling {
    bus: Arc<Memory>,
    /// How many subscriptions were opened.
    opened: AtomicU32,
}

#[derive(Debug)]
struct Tired {
    deliveries: Box<dyn Deliveries>,
    left: u32,
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
            Ok(Box::new(Tired { deliveries, left: 2 }) as Box<dyn Deliveries>)
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

async fn noted(_: Arc<()>, work: Work<Nothing>, event: Arc<Opened>) -> Result<(), Failure> {
    note(&work, &event).await
}

#[tokio::test]
async fn c6_a_consumer_whose_subscription_stalls_subscribes_again() {
    let house = House::sqlite().await;
    for _ in 0..7 {
        house.open(&["front"]).await.expect("it opens");
    }
    house.publish_all().await;
    let bus = Arc::new(Stalling { bus: Arc::clone(&house.bus), opened: AtomicU32::new(0) });
    let consumers =
        Consumers::new(Arc::clone(&bus) as Arc<dyn EventBus>, house.units.clone(), Arc::new(()));
    let consumers = consumers.on(&AS_THEY_COME, noted);
    house.consume(consumers, async || house.count("seen").await == 7).await;
    assert_eq!(bus.opened.load(Ordering::SeqCst), 4, "two events from each");
}
