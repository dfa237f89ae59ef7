//! How far a subscription is behind.

use std::sync::Arc;
use std::time::Duration;

use async_nats::jetstream::stream::DirectGetErrorKind;
use jiff::Timestamp;

use super::connection::Connection;
use super::pull::Pull;
use super::{api, name};
use crate::bus::error::Error;
use crate::bus::topic::{Lag, Subscription};

/// The header in which the server says when it got a message.
const TIME: &str = "Nats-Time-Stamp";

/// What waits in all topics.
pub(super) async fn of(
    connection: &Arc<Connection>,
    subscription: &Subscription,
) -> Result<Lag, Error> {
    let mut lag = Lag::default();
    for topic in &subscription.topics {
        let info = Pull::open(connection, subscription, topic).await?.info().await?;
        let waiting = info.num_pending + info.num_ack_pending as u64;
        if waiting == 0 {
            continue;
        }
        lag.waiting += waiting;
        lag.undelivered += info.num_pending;
        let age = age(connection, topic, info.ack_floor.stream_sequence + 1).await?;
        lag.oldest = lag.oldest.max(age);
    }
    Ok(lag)
}

/// The age of the first message of a topic from a number on.
async fn age(connection: &Connection, topic: &str, number: u64) -> Result<Option<Duration>, Error> {
    let stream = connection.context.get_stream_no_info(name::stream(topic)).await;
    let stream = stream.map_err(Error::unavailable)?;
    let looking = async { Ok(stream.direct_get_next_for_subject(topic, Some(number)).await) };
    let subject = api::subject(&format!("DIRECT.GET.{}", name::stream(topic)));
    match connection.answered(&subject, looking).await? {
        Ok(message) => {
            let published = message.headers.get(TIME).and_then(|time| time.as_str().parse().ok());
            Ok(published.map(|published| since(published, Timestamp::now())))
        }
        Err(error) if error.kind() == DirectGetErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::unavailable(error)),
    }
}

/// The clock of the server may be ahead of ours.
fn since(published: Timestamp, now: Timestamp) -> Duration {
    now.duration_since(published).try_into().unwrap_or(Duration::ZERO)
}
