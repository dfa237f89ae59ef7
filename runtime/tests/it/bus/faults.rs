//! What goes wrong on the bus in memory when a test says so.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tiebeam::bus::memory::{Fault, Moment};
use tiebeam::bus::{Delivery, Error, EventBus as _, Lag, Memory, Subscription, Topic};
use tiebeam::testkit::ManualClock;

use super::seen::{ids, message};

const TOPIC: &str = "tests.happened.v1";

const SECOND: Duration = Duration::from_secs(1);

/// A bus on which something goes wrong once, and a subscription to its topic.
struct Scene {
    bus: Memory,
    clock: ManualClock,
    subscription: Subscription,
}

impl Scene {
    async fn new(fault: Fault, is_here: fn(Moment<'_>) -> bool) -> Self {
        let clock = ManualClock::new();
        let times = AtomicU32::new(0);
        let bus = Memory::with_faults(clock.shared(), move |moment| {
            let is_now = is_here(moment) && times.fetch_add(1, Ordering::SeqCst) == 0;
            if is_now { fault.clone() } else { Fault::None }
        });
        let subscription = Subscription::new("tests@1.handler", [TOPIC]).with_ack_wait(10 * SECOND);
        let subscriptions = std::slice::from_ref(&subscription);
        bus.provision(&[Topic::new(TOPIC)], subscriptions).await.expect("nothing is wrong yet");
        Self { bus, clock, subscription }
    }

    /// Publishes two messages; answers what was said of the first.
    async fn publish(&self) -> Result<(), Error> {
        let first = self.bus.publish(&message(TOPIC, 0)).await;
        self.bus.publish(&message(TOPIC, 1)).await.expect("only the first goes wrong");
        first
    }

    /// What is delivered, after how many seconds.
    async fn deliver(&self) -> (Vec<Delivery>, u64) {
        let mut deliveries = self.bus.subscribe(&self.subscription).await.expect("it is there");
        let before = self.clock.elapsed();
        let arrived = self.clock.drive(deliveries.next(10)).await.expect("the bus answers");
        (arrived, self.clock.elapsed().saturating_sub(before).as_secs())
    }

    async fn check(&self, expected: &[&str], after: u64) {
        let (arrived, seconds) = self.deliver().await;
        assert_eq!((ids(&arrived), seconds), (expected.to_vec(), after));
        for delivery in arrived {
            delivery.ack().await.expect("the bus hears it");
        }
    }
}

fn publishing(moment: Moment<'_>) -> bool {
    matches!(moment, Moment::Publish(_))
}

fn delivering(moment: Moment<'_>) -> bool {
    matches!(moment, Moment::Deliver(_))
}

fn acknowledging(moment: Moment<'_>) -> bool {
    matches!(moment, Moment::Ack(_))
}

#[tokio::test]
async fn a_publication_that_fails_does_not_happen() {
    let denied = Error::denied("as asked");
    let scene = Scene::new(Fault::Fail(denied.clone()), publishing).await;
    assert_eq!(scene.publish().await, Err(denied));
    scene.check(&["1"], 0).await;
}

#[tokio::test]
async fn a_publication_whose_answer_is_lost_happens() {
    let scene = Scene::new(Fault::Lose, publishing).await;
    assert!(scene.publish().await.is_err_and(|error| error.is_unavailable()));
    scene.bus.publish(&message(TOPIC, 0)).await.expect("nothing is wrong now");
    scene.check(&["0", "1"], 0).await;
}

#[tokio::test]
async fn a_publication_may_happen_twice() {
    let scene = Scene::new(Fault::Twice, publishing).await;
    scene.publish().await.expect("who publishes is told nothing of it");
    scene.check(&["0", "0", "1"], 0).await;
}

#[tokio::test]
async fn a_late_message_holds_up_those_behind_it() {
    let scene = Scene::new(Fault::Late(3 * SECOND), publishing).await;
    scene.publish().await.expect("it is published");
    scene.check(&["0", "1"], 3).await;
}

#[tokio::test]
async fn a_delivery_that_is_lost_comes_again_after_the_wait() {
    let scene = Scene::new(Fault::Lose, delivering).await;
    scene.publish().await.expect("it is published");
    scene.check(&["1"], 0).await;
    scene.check(&["0"], 10).await;
}

#[tokio::test]
async fn a_delivery_may_arrive_twice() {
    let scene = Scene::new(Fault::Twice, delivering).await;
    scene.publish().await.expect("it is published");
    scene.check(&["0", "0", "1"], 0).await;
}

#[tokio::test]
async fn an_acknowledgment_that_is_lost_means_another_delivery() {
    let scene = Scene::new(Fault::Lose, acknowledging).await;
    scene.publish().await.expect("it is published");
    scene.check(&["0", "1"], 0).await;
    let (arrived, seconds) = scene.deliver().await;
    assert_eq!((ids(&arrived), arrived[0].redelivered(), seconds), (vec!["0"], 1, 10));
    for delivery in arrived {
        delivery.ack().await.expect("nothing is wrong now");
    }
    assert_eq!(scene.bus.lag(&scene.subscription).await, Ok(Lag::default()));
}
