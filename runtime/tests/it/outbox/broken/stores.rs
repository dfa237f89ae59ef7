//! Stores that are broken: heads move although nothing is emitted, and pending rows disappear.

use std::sync::Arc;

use tiebeam::store::{OpenTransaction, Pending, Store, Wake};
use tiebeam::types::Timestamp;

use super::scene::{Scene, Watched, is_caught, is_gap, is_lost};
use crate::outbox::history::Chance;

/// A store that does something now and then before it begins a transaction.
#[derive(Debug)]
struct Broken {
    store: Arc<dyn Store>,
    chance: Arc<Chance>,
    /// What it does.
    habit: &'static str,
}

impl Store for Broken {
    fn begin(&self) -> Pending<'_, OpenTransaction> {
        Box::pin(async move {
            if self.chance.once_in(4) {
                let open = self.store.begin().await?;
                // There are no tables at first.
                if open.execute(self.habit, &[]).await.is_ok() {
                    open.commit().await?;
                }
            }
            self.store.begin().await
        })
    }

    fn migrate(&self) -> Pending<'_, ()> {
        self.store.migrate()
    }

    fn wake(&self) -> &Wake {
        self.store.wake()
    }

    fn sweep(&self, now: Timestamp, limit: u32) -> Pending<'_, u64> {
        self.store.sweep(now, limit)
    }
}

async fn published(seed: u64, habit: &'static str) -> Scene {
    let make = |store, chance: &Arc<Chance>| {
        Arc::new(Broken { store, chance: Arc::clone(chance), habit }) as Arc<dyn Store>
    };
    let scene = Scene::on(seed, make).await;
    scene.open_doors().await;
    scene.house.publish_all().await;
    scene
}

/// What numbers that are taken before the commit, or in another transaction, come to.
#[tokio::test]
async fn a_store_that_takes_numbers_and_does_not_use_them_is_caught() {
    let habit = "UPDATE tiebeam_event_head SET sequence = sequence + 1";
    is_caught(async |seed| published(seed, habit).await, Watched::Bus, is_gap).await;
}

#[tokio::test]
async fn a_store_that_loses_pending_rows_is_caught() {
    let habit = "DELETE FROM tiebeam_outbox WHERE id IN (SELECT max(id) FROM tiebeam_outbox)";
    is_caught(async |seed| published(seed, habit).await, Watched::Bus, is_lost).await;
}
