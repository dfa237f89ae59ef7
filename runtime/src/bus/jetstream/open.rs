//! A subscription that somebody has open: a consumer for each topic.

use std::sync::Arc;

use futures_util::future::select_all;

use super::connection::Connection;
use super::pull::Pull;
use crate::bus::delivery::Delivery;
use crate::bus::error::Error;
use crate::bus::event_bus::{Deliveries, Pending};
use crate::bus::topic::Subscription;

/// A subscription that somebody has open.
#[derive(Debug)]
pub(super) struct Open {
    pulls: Vec<Pull>,
}

impl Open {
    pub(super) async fn new(
        connection: &Arc<Connection>,
        subscription: &Subscription,
    ) -> Result<Self, Error> {
        let mut pulls = Vec::new();
        for topic in &subscription.topics {
            pulls.push(Pull::open(connection, subscription, topic).await?);
        }
        Ok(Self { pulls })
    }
}

impl Deliveries for Open {
    fn next(&mut self, limit: usize) -> Pending<'_, Vec<Delivery>> {
        // Each topic gets to be asked first.
        self.pulls.rotate_left(1);
        let waiting = self.pulls.iter_mut().map(|pull| Box::pin(pull.next(limit.max(1))));
        let first = select_all(waiting);
        Box::pin(async move { first.await.0 })
    }
}
