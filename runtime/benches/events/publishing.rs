//! Publishing to NATS by hand, as fast as its client can: what a relay is compared with.

use std::time::{Duration, Instant};

use async_nats::HeaderMap;
use async_nats::jetstream::Context;
use futures_util::{StreamExt as _, stream};
use tiebeam::event::{Envelope, Source, nats};
use tiebeam::types::{Timestamp, Uuid};

use crate::order::{OrderPlaced, TOPIC};

/// Most acknowledgements that are waited for at once.
const IN_FLIGHT: usize = 500;

/// Publishes so many events; answers how long that took.
pub(crate) async fn by_hand(context: &Context, count: usize) -> Duration {
    let events: Vec<_> = (0..count).map(|_| written()).collect();
    let begun = Instant::now();
    stream::iter(events)
        .map(|(headers, payload)| async move {
            let sent = context.publish_with_headers(TOPIC, headers, payload).await;
            sent.expect("it is sent").await.expect("it is acknowledged");
        })
        .buffered(IN_FLIGHT)
        .for_each(|()| std::future::ready(()))
        .await;
    begun.elapsed()
}

/// An event as it travels.
fn written() -> (HeaderMap, bytes::Bytes) {
    let id = Uuid::now_v7();
    let context = tiebeam::Context::new();
    let source = Source { uri: "/bench", context: &context, cause: None };
    let envelope = Envelope::of(&OrderPlaced::new(), id, Timestamp::now(), &source);
    let (fields, payload) = nats::binary(&envelope.expect("it follows its schema"));
    let mut headers: HeaderMap = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .fold(HeaderMap::new(), |mut headers, (name, value)| {
            headers.insert(name, value);
            headers
        });
    headers.insert("Nats-Msg-Id", id.to_string());
    (headers, payload)
}
