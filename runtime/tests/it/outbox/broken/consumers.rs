//! Consumers that are broken: each is a loop over the deliveries of the real bus.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use tiebeam::bus::{Delivery, EventBus as _, Start, Subscription};
use tiebeam::types::Uuid;

use super::scene::{Scene, Watched, is_caught, is_doubled, is_lost, is_reordered};
use crate::outbox::history::Promise;
use crate::outbox::house::{OPENED, Opened};

const SECOND: Duration = Duration::from_secs(1);

/// What became of an effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effect {
    Committed,
    Undone,
}

/// Opens doors, publishes that, and has somebody handle what is delivered until nothing waits.
async fn consumed(seed: u64, mut handle: impl AsyncFnMut(&Scene, Delivery)) -> Scene {
    let scene = Scene::new(seed).await;
    scene.open_doors().await;
    scene.house.publish_all().await;
    scene.disturb_deliveries();
    let bus = &scene.house.bus;
    let subscription = Subscription::new("broken@1.note", [OPENED]);
    let subscription = subscription.with_start(Start::Beginning).with_ack_wait(SECOND);
    let subscriptions = std::slice::from_ref(&subscription);
    bus.provision(&[], subscriptions).await.expect("it is provisioned");
    let mut deliveries = bus.subscribe(&subscription).await.expect("it is there");
    while bus.lag(&subscription).await.expect("a number").waiting > 0 {
        let arrived = scene.house.clock.drive(deliveries.next(8)).await;
        for delivery in arrived.expect("the bus answers") {
            handle(&scene, delivery).await;
        }
    }
    scene
}

/// The effect of an event, in a transaction that fails now and then.
async fn effect(scene: &Scene, delivery: &Delivery) -> Effect {
    let event: Opened = delivery.message().event().read().expect("it is read");
    let open = scene.house.store.begin().await.expect("a transaction");
    let sql = "INSERT INTO seen (number, door, count) VALUES ($1, $2, $3)";
    let params = [Uuid::now_v7().into(), event.door.into(), event.count.into()];
    open.execute(sql, &params).await.expect("it is written");
    if scene.chance.once_in(4) {
        open.rollback().await.expect("it is undone");
        return Effect::Undone;
    }
    open.commit().await.expect("it is kept");
    Effect::Committed
}

async fn ack(delivery: Delivery) {
    delivery.ack().await.expect("the bus hears it, or says so");
}

async fn again(delivery: Delivery) {
    delivery.retry_after(SECOND).await.expect("the bus hears it");
}

#[tokio::test]
async fn a_consumer_without_an_inbox_is_caught() {
    let run = async |seed| {
        let handle = async |scene: &Scene, delivery: Delivery| match effect(scene, &delivery).await
        {
            Effect::Committed => ack(delivery).await,
            Effect::Undone => again(delivery).await,
        };
        consumed(seed, handle).await
    };
    is_caught(run, Watched::Effects(Promise::Once), is_doubled).await;
}

#[tokio::test]
async fn a_consumer_that_acknowledges_before_its_effect_is_caught() {
    let run = async |seed| {
        let mut inbox = BTreeSet::new();
        let handle = async |scene: &Scene, delivery: Delivery| {
            let id = delivery.message().id().to_owned();
            if inbox.insert(id) {
                // Whoever dies here has told the bus already.
                effect(scene, &delivery).await;
            }
            ack(delivery).await;
        };
        consumed(seed, handle).await
    };
    is_caught(run, Watched::Effects(Promise::Once), is_lost).await;
}

#[tokio::test]
async fn a_consumer_whose_inbox_is_another_transaction_before_the_effect_is_caught() {
    let run = async |seed| {
        let mut inbox = BTreeSet::new();
        let handle = async |scene: &Scene, delivery: Delivery| {
            let is_new = inbox.insert(delivery.message().id().to_owned());
            if is_new && effect(scene, &delivery).await == Effect::Undone {
                return again(delivery).await;
            }
            ack(delivery).await;
        };
        consumed(seed, handle).await
    };
    is_caught(run, Watched::Effects(Promise::Once), is_lost).await;
}

#[tokio::test]
async fn a_consumer_whose_inbox_is_another_transaction_after_the_effect_is_caught() {
    let run = async |seed| {
        let mut inbox = BTreeSet::new();
        let handle = async |scene: &Scene, delivery: Delivery| {
            let id = delivery.message().id().to_owned();
            if inbox.contains(&id) {
                return ack(delivery).await;
            }
            if effect(scene, &delivery).await == Effect::Undone {
                return again(delivery).await;
            }
            // It dies here now and then, and nobody hears of it.
            if !scene.chance.once_in(4) {
                inbox.insert(id);
                ack(delivery).await;
            }
        };
        consumed(seed, handle).await
    };
    is_caught(run, Watched::Effects(Promise::Once), is_doubled).await;
}

#[tokio::test]
async fn a_consumer_that_ignores_positions_is_caught() {
    let run = async |seed| {
        let mut inbox = BTreeSet::new();
        let handle = async |scene: &Scene, delivery: Delivery| {
            let id = delivery.message().id().to_owned();
            if inbox.contains(&id) {
                return ack(delivery).await;
            }
            match effect(scene, &delivery).await {
                Effect::Undone => again(delivery).await,
                Effect::Committed => {
                    inbox.insert(id);
                    ack(delivery).await;
                }
            }
        };
        consumed(seed, handle).await
    };
    is_caught(run, Watched::Effects(Promise::OnceInOrder), is_reordered).await;
}

#[tokio::test]
async fn a_consumer_that_passes_over_gaps_is_caught() {
    let run = async |seed| {
        let mut stands: BTreeMap<String, u64> = BTreeMap::new();
        let handle = async |scene: &Scene, delivery: Delivery| {
            let message = delivery.message();
            let key = message.key().expect("a key").to_owned();
            let sequence = message.position().expect("a position").sequence;
            let stands = stands.entry(key).or_default();
            if sequence <= *stands {
                return ack(delivery).await;
            }
            match effect(scene, &delivery).await {
                Effect::Undone => again(delivery).await,
                Effect::Committed => {
                    *stands = sequence;
                    ack(delivery).await;
                }
            }
        };
        consumed(seed, handle).await
    };
    is_caught(run, Watched::Effects(Promise::OnceInOrder), is_lost).await;
}
