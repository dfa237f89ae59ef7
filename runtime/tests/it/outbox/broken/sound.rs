//! The real relay and the real consumers, with the same bad luck: the checker finds nothing.

use std::sync::Arc;

use tiebeam::Work;
use tiebeam::consumer::{self, Failure};
use tiebeam::work::Nothing;

use super::scene::{Scene, Watched};
use crate::outbox::history::{Chance, Promise};
use crate::outbox::house::{AS_THEY_COME, IN_ORDER, Opened, note};

async fn noted(_: Arc<()>, work: Work<Nothing>, event: Arc<Opened>) -> Result<(), Failure> {
    note(&work, &event).await
}

async fn check(
    subscription: &'static consumer::Subscription,
    promise: Promise,
    furnish: fn(Scene) -> Scene,
) {
    for seed in Chance::seeds(3) {
        let scene = furnish(Scene::new(seed).await);
        scene.open_doors().await;
        scene.fail_publications(4);
        scene.house.publish_all().await;
        scene.disturb_deliveries();
        let consumers = scene.house.consumers().on(subscription, noted);
        let all = scene.house.count("tiebeam_event").await;
        scene.house.consume(consumers, async || scene.house.count("seen").await >= all).await;
        for watched in [Watched::Bus, Watched::Effects(promise)] {
            assert_eq!(scene.defects(watched).await, [], "seed {seed}, {watched:?}");
        }
    }
}

#[tokio::test]
async fn a_sound_relay_and_an_ordered_consumer_are_not_caught() {
    check(&IN_ORDER, Promise::OnceInOrder, |scene| scene).await;
}

#[tokio::test]
async fn a_sound_relay_and_an_unordered_consumer_are_not_caught() {
    check(&AS_THEY_COME, Promise::Once, |scene| scene).await;
}

#[tokio::test]
async fn a_sound_consumer_that_handles_many_keys_together_is_not_caught() {
    check(&IN_ORDER, Promise::OnceInOrder, Scene::large).await;
    check(&AS_THEY_COME, Promise::Once, Scene::large).await;
}
