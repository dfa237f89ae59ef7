//! Between a message and what NATS carries: the NATS binding of `CloudEvents`, in binary mode.

use async_nats::HeaderMap;
use bytes::Bytes;

use crate::bus::message::Message;
use crate::event::{Invalid, nats};

/// The headers and the payload of a message.
pub(super) fn write(message: &Message) -> (HeaderMap, Bytes) {
    let (fields, payload) = nats::binary(message.event());
    let mut headers = HeaderMap::new();
    for (name, value) in fields {
        headers.insert(name, value);
    }
    (headers, payload)
}

/// The message in headers and a payload.
pub(super) fn read(
    topic: &str,
    headers: Option<&HeaderMap>,
    payload: Bytes,
) -> Result<Message, Invalid> {
    let fields = headers.into_iter().flat_map(HeaderMap::iter).filter_map(|(name, values)| {
        let name: &str = name.as_ref();
        values.first().map(|value| (name, value.as_str()))
    });
    Ok(Message::new(topic, nats::read(fields, payload)?))
}
