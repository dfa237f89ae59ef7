//! The NATS binding: an event as the headers and the payload of a message.
//!
//! It looks like that of HTTP and is its opposite in one point: the type of the content is `ce-datacontenttype`, and a
//! header `Content-Type` says that the payload is a whole event (§3). NATS keeps the case of names, so they are written
//! in lower case and read in any.

use bytes::Bytes;

use super::envelope::{Data, Envelope, Invalid};
use super::fields::{self, Attributes};
use super::json;

/// The name of the header that marks structured mode.
const CONTENT_TYPE: &str = "content-type";

/// The name of the header of the type of the content.
const DATA_CONTENT_TYPE: &str = "ce-datacontenttype";

/// An event in binary mode: its attributes are headers, its data is the payload.
#[must_use]
pub fn binary(event: &Envelope) -> (Vec<(String, String)>, Bytes) {
    let mut headers = fields::of(event);
    let media_type = event.data().and_then(Data::media_type);
    headers.extend(media_type.map(|text| (DATA_CONTENT_TYPE.to_owned(), text.to_owned())));
    (headers, event.data().map(|data| data.bytes().clone()).unwrap_or_default())
}

/// An event in structured mode: all of it is the payload.
#[must_use]
pub fn structured(event: &Envelope) -> (Vec<(String, String)>, Bytes) {
    let headers = vec![(CONTENT_TYPE.to_owned(), json::MEDIA_TYPE.to_owned())];
    (headers, json::write(event).into())
}

/// Reads a message in whatever mode it is.
///
/// # Errors
///
/// When it holds no event, or one in a format that is not JSON.
pub fn read<'h>(
    headers: impl IntoIterator<Item = (&'h str, &'h str)>,
    payload: Bytes,
) -> Result<Envelope, Invalid> {
    let mut attributes = Attributes::default();
    let mut content_type = None;
    for (name, value) in headers {
        if name.eq_ignore_ascii_case(CONTENT_TYPE) {
            content_type = Some(value.to_ascii_lowercase());
        }
        attributes.take(name, value.as_bytes())?;
    }
    let essence = content_type.as_deref().unwrap_or_default().split(';').next();
    match essence.unwrap_or_default().trim() {
        json::MEDIA_TYPE => return json::read(&payload),
        other if other.starts_with("application/cloudevents") => {
            return Err(Invalid::new(format!("events are read as JSON, and not as {other}")));
        }
        _ => {}
    }
    let event = attributes.envelope()?;
    match attributes.get("datacontenttype") {
        Some(media_type) => Ok(event.with_data(Data::of(media_type, payload)?)),
        None if payload.is_empty() => Ok(event),
        None => Ok(event.with_data(Data::unnamed(payload))),
    }
}
