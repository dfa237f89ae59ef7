//! A message is published, and the answer is waited for.

use async_nats::jetstream;
use async_nats::jetstream::context::{PublishError, PublishErrorKind};
use async_nats::jetstream::message::PublishMessage;
use serde_json::json;

use super::connection::Connection;
use super::{api, name, wire};
use crate::bus::error::Error;
use crate::bus::message::Message;
use crate::bus::topic::{check_topic, no_topic};

/// Which streams take a subject.
#[derive(Debug, serde::Deserialize)]
struct Names {
    streams: Option<Vec<String>>,
}

/// Publishes a message; ready when the stream has it.
pub(super) async fn one(connection: &Connection, message: &Message) -> Result<(), Error> {
    let topic = message.topic();
    check_topic(topic)?;
    connection.check()?;
    let (headers, payload) = wire::write(message);
    let outgoing = PublishMessage::build()
        .headers(headers)
        .payload(payload)
        .message_id(name::message_id(message));
    let publishing = async {
        let sent = connection.context.send_publish(topic.to_owned(), outgoing).await;
        let answer = match sent {
            Ok(answer) => answer.await,
            Err(error) => Err(error),
        };
        Ok(answer)
    };
    match connection.answered(topic, publishing).await? {
        Ok(_) => Ok(()),
        Err(error) => Err(meaning(connection, topic, &error).await),
    }
}

/// What it means that a message was not taken.
async fn meaning(connection: &Connection, topic: &str, error: &PublishError) -> Error {
    match error.kind() {
        PublishErrorKind::MaxPayloadExceeded => Error::rejected(error),
        PublishErrorKind::StreamNotFound => match has_stream(connection, topic).await {
            Ok(false) => no_topic(topic),
            // There is one, and nobody leads it at the moment; or nobody could say.
            Ok(true) | Err(_) => Error::unavailable("the stream does not answer"),
        },
        _ => {
            let cause = std::error::Error::source(error);
            match cause.and_then(|cause| cause.downcast_ref::<jetstream::Error>()) {
                Some(refusal) => api::refused(refusal),
                None => Error::unavailable(error),
            }
        }
    }
}

async fn has_stream(connection: &Connection, topic: &str) -> Result<bool, Error> {
    let answer = connection.ask("STREAM.NAMES", &json!({ "subject": topic })).await?;
    let names: Names = answer.map_err(|error| api::refused(&error))?;
    Ok(names.streams.is_some_and(|streams| !streams.is_empty()))
}
