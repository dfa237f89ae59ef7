//! Messages of one key are found by reading a stream backwards.
//!
//! A server before 2.11 finds messages by subject and number only, and a service may not create a consumer. What closes a
//! gap was published just before the gap was seen, so the end of the stream is read first, many numbers at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_nats::jetstream::stream::{DirectGetErrorKind, Info};
use futures_util::future::join_all;

use super::connection::Connection;
use super::{api, name, wire};
use crate::bus::error::Error;
use crate::bus::message::{Message, Position};
use crate::bus::topic::no_topic;
use serde_json::json;

/// How many messages are asked for at once.
const AT_ONCE: u64 = 128;

/// How many are looked at before it is given up: older ones are found in the log of whoever published them.
const FARTHEST: u64 = 100_000;

/// At most so many messages of a key from a position on, each once.
pub(super) async fn some(
    connection: &Arc<Connection>,
    topic: &str,
    key: &str,
    from: Position,
    limit: usize,
) -> Result<Vec<Message>, Error> {
    let question = format!("STREAM.INFO.{}", name::stream(topic));
    let info = api::found::<Info>(connection.ask(&question, &json!({})).await?)?;
    let state = info.ok_or_else(|| no_topic(topic))?.state;
    let oldest = state.first_sequence.max(state.last_sequence.saturating_sub(FARTHEST));
    let mut found: BTreeMap<Position, Message> = BTreeMap::new();
    let mut end = state.last_sequence + 1;
    while end > oldest && !found.contains_key(&from) {
        let start = oldest.max(end.saturating_sub(AT_ONCE));
        let messages = join_all((start..end).map(|number| get(connection, topic, number))).await;
        for message in messages {
            let Some(message) = message? else { continue };
            if let Some(position) = message.position()
                && message.key() == Some(key)
                && position >= from
            {
                found.insert(position, message);
            }
        }
        end = start;
    }
    Ok(found.into_values().take(limit).collect())
}

/// The message of a number, if there is one and it belongs to the topic.
async fn get(connection: &Connection, topic: &str, number: u64) -> Result<Option<Message>, Error> {
    let stream = connection.context.get_stream_no_info(name::stream(topic)).await;
    let stream = stream.map_err(Error::unavailable)?;
    let subject = api::subject(&format!("DIRECT.GET.{}", name::stream(topic)));
    let getting = async {
        match stream.direct_get(number).await {
            Ok(message) => Ok(Some(message)),
            Err(error) if error.kind() == DirectGetErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::unavailable(error)),
        }
    };
    let message = connection.answered(&subject, getting).await?;
    let message = message.filter(|message| message.subject.as_str() == topic);
    // What is no event is not what is looked for.
    Ok(message.and_then(|message| wire::read(topic, Some(&message.headers), message.payload).ok()))
}
