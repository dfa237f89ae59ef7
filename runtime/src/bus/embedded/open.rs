//! A subscription that somebody has open.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::Arc;

use tokio::task::JoinHandle;

use super::bus::Shared;
use super::claim::{self, Taken};
use super::group::{ATTEMPTS, Group};
use super::rows;
use super::settle::Handle;
use crate::bus::delivery::{Delivery, Settle as _, Settlement};
use crate::bus::error::Error;
use crate::bus::event_bus::{Deliveries, Pending};
use crate::bus::topic::Subscription;
use crate::store;
use crate::store::wake::{Listener, News};

/// A subscription that somebody has open.
#[derive(Debug)]
pub(super) struct Open {
    shared: Arc<Shared>,
    subscription: Arc<Subscription>,
    /// A transaction that goes on when nobody waits for it any more: what it took is not to be lost.
    taking: Option<JoinHandle<Result<Vec<Delivery>, Error>>>,
    ready: VecDeque<Delivery>,
    news: Listener,
}

impl Open {
    pub(super) fn new(shared: Arc<Shared>, subscription: &Subscription) -> Self {
        let subscription = Arc::new(subscription.clone());
        let news = shared.store.wake().listen(News::Published);
        Self { shared, subscription, taking: None, ready: VecDeque::new(), news }
    }

    /// Waits for the transaction that takes something, and begins one where there is none.
    async fn take(&mut self, limit: usize) -> Result<(), Error> {
        let taking = self.taking.get_or_insert_with(|| {
            let (shared, subscription) = (Arc::clone(&self.shared), Arc::clone(&self.subscription));
            tokio::spawn(async move { take(&shared, &subscription, limit).await })
        });
        let taken = taking.await;
        self.taking = None;
        self.ready.extend(taken.map_err(Error::unavailable)??);
        Ok(())
    }
}

impl Deliveries for Open {
    fn next(&mut self, limit: usize) -> Pending<'_, Vec<Delivery>> {
        Box::pin(async move {
            let limit = limit.max(1);
            let shared = Arc::clone(&self.shared);
            loop {
                let mut changed = pin!(shared.changed.notified());
                // From here on, so that no change between the look and the wait is overlooked.
                changed.as_mut().enable();
                if self.ready.is_empty() {
                    self.news.catch_up();
                    self.take(limit).await?;
                }
                if !self.ready.is_empty() {
                    let count = limit.min(self.ready.len());
                    return Ok(self.ready.drain(..count).collect());
                }
                // Somebody has to look for what is kept too long, also where nobody publishes.
                Group::sweep_sometimes(&shared);
                tokio::select! {
                    () = changed => {}
                    () = self.news.woken() => {}
                    () = shared.clock.sleep_until(shared.clock.instant() + shared.poll) => {}
                }
            }
        })
    }
}

async fn take(
    shared: &Arc<Shared>,
    subscription: &Subscription,
    limit: usize,
) -> Result<Vec<Delivery>, Error> {
    let mut taken = attempt(shared, subscription, limit).await;
    for _ in 1..ATTEMPTS {
        if !taken.as_ref().is_err_and(store::Error::is_conflict) {
            break;
        }
        taken = attempt(shared, subscription, limit).await;
    }
    let name: Arc<str> = subscription.name.as_str().into();
    let ack_wait = subscription.ack_wait;
    let mut deliveries = Vec::new();
    for Taken { topic, number, event, redelivered } in taken.map_err(Error::unavailable)? {
        let message = rows::message(&topic, &event);
        let (shared, name) = (Arc::clone(shared), Arc::clone(&name));
        let handle = Handle { shared, subscription: name, topic, number, ack_wait };
        match message {
            Ok(message) => {
                deliveries.push(Delivery::new(message, redelivered, Box::new(handle)));
            }
            Err(invalid) => {
                tracing::error!(reason = invalid.to_string(), "what lies on the bus is no event");
                handle.settle(Settlement::Done).await?;
            }
        }
    }
    Ok(deliveries)
}

async fn attempt(
    shared: &Shared,
    subscription: &Subscription,
    limit: usize,
) -> Result<Vec<Taken>, store::Error> {
    let now = shared.clock.now();
    let looking = shared.store.begin_reading().await?;
    let topics = claim::peek(&looking, subscription, now).await?;
    looking.rollback().await?;
    if topics.is_empty() {
        return Ok(Vec::new());
    }
    let open = shared.store.begin().await?;
    let taken = claim::take(&open, subscription, &topics, now, limit).await?;
    open.commit().await?;
    Ok(taken)
}
