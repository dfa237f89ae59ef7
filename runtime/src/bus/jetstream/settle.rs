//! What becomes of a delivery, as the server hears it.

use std::sync::Arc;

use async_nats::Subject;
use async_nats::jetstream::AckKind;

use super::connection::Connection;
use crate::bus::delivery::{Settle, Settlement};
use crate::bus::error::Error;
use crate::bus::event_bus::Pending;

/// A delivery, seen from the bus.
#[derive(Debug)]
pub(super) struct Handle {
    pub(super) connection: Arc<Connection>,
    /// Where the server listens for what becomes of it.
    pub(super) reply: Subject,
}

impl Settle for Handle {
    fn settle(&self, settlement: Settlement) -> Pending<'_, ()> {
        let kind = match settlement {
            Settlement::Done => AckKind::Ack,
            Settlement::Again(delay) => AckKind::Nak(Some(delay)),
            Settlement::InProgress => AckKind::Progress,
        };
        Box::pin(async move {
            let told = self.connection.client.publish(self.reply.clone(), kind.into()).await;
            told.map_err(Error::unavailable)
        })
    }
}
