//! The HTTP binding: an event as the fields and the body of a message.
//!
//! Attributes are fields that begin with `ce-`, except for the type of the content, which is the message's own
//! `Content-Type`; a field `ce-datacontenttype` means nothing here (§3.1.1) and is passed over.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::envelope::{Data, Envelope, Invalid};
use super::fields::{self, Attributes};
use super::json;

/// What a message held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Received {
    /// One event, in binary or in structured mode.
    One(Box<Envelope>),
    /// Several, in batched mode.
    Batch(Vec<Envelope>),
}

/// An event in binary mode: its attributes are fields, its data is the body.
#[must_use]
pub fn binary(event: &Envelope) -> (HeaderMap, Bytes) {
    let mut headers = HeaderMap::new();
    for (name, value) in fields::of(event) {
        // Names are lower-case letters and digits, and values were escaped to visible ASCII.
        let field = HeaderName::try_from(name).ok().zip(HeaderValue::try_from(value).ok());
        headers.extend(field);
    }
    let media_type = event.data().and_then(Data::media_type);
    let media_type = media_type.and_then(|text| HeaderValue::try_from(text).ok());
    headers.extend(media_type.map(|value| (CONTENT_TYPE, value)));
    (headers, event.data().map(|data| data.bytes().clone()).unwrap_or_default())
}

/// An event in structured mode: all of it is the body.
#[must_use]
pub fn structured(event: &Envelope) -> (HeaderMap, Bytes) {
    let media_type = HeaderValue::from_static(json::MEDIA_TYPE);
    (HeaderMap::from_iter([(CONTENT_TYPE, media_type)]), json::write(event).into())
}

/// Several events in batched mode.
#[must_use]
pub fn batch<'e>(events: impl IntoIterator<Item = &'e Envelope>) -> (HeaderMap, Bytes) {
    let media_type = HeaderValue::from_static(json::BATCH_MEDIA_TYPE);
    (HeaderMap::from_iter([(CONTENT_TYPE, media_type)]), json::write_batch(events).into())
}

/// Reads a message in whatever mode it is (§3).
///
/// # Errors
///
/// When it holds no event, or one in a format that is not JSON.
pub fn read(headers: &HeaderMap, body: Bytes) -> Result<Received, Invalid> {
    let media_type = match headers.get(CONTENT_TYPE) {
        None => None,
        Some(value) => {
            let refused = |_| Invalid::new("Content-Type is not text");
            Some(value.to_str().map_err(refused)?.to_owned())
        }
    };
    let lower = media_type.as_deref().unwrap_or_default().to_ascii_lowercase();
    let essence = lower.split(';').next().unwrap_or_default().trim();
    match essence {
        json::BATCH_MEDIA_TYPE => json::read_batch(&body).map(Received::Batch),
        json::MEDIA_TYPE => json::read(&body).map(Box::new).map(Received::One),
        _ if essence.starts_with("application/cloudevents") => {
            Err(Invalid::new(format!("events are read as JSON, and not as {essence}")))
        }
        _ => read_binary(headers, media_type, body).map(Box::new).map(Received::One),
    }
}

fn read_binary(
    headers: &HeaderMap,
    media_type: Option<String>,
    body: Bytes,
) -> Result<Envelope, Invalid> {
    let mut attributes = Attributes::default();
    for (name, value) in headers {
        attributes.take(name.as_str(), value.as_bytes())?;
    }
    let event = attributes.envelope()?;
    match media_type {
        Some(media_type) => Ok(event.with_data(Data::of(&media_type, body)?)),
        None if body.is_empty() => Ok(event),
        None => Ok(event.with_data(Data::unnamed(body))),
    }
}
