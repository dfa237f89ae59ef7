//! Header fields that are read.

use http::header::{CONTENT_TYPE, IF_NONE_MATCH};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use tiebeam::types::Uuid;

use super::problem::Refusal;

/// Names what happens on behalf of one request.
pub const CORRELATION_ID: HeaderName = HeaderName::from_static("x-correlation-id");

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The caller's id where it is short and visible, otherwise a fresh one.
pub fn correlation_id(headers: &HeaderMap) -> HeaderValue {
    let given = headers.get(CORRELATION_ID).filter(|value| {
        (1..=128).contains(&value.len()) && value.as_bytes().iter().all(u8::is_ascii_graphic)
    });
    given.cloned().unwrap_or_else(|| {
        let mut text = Uuid::encode_buffer();
        let text = Uuid::new_v4().hyphenated().encode_lower(&mut text);
        HeaderValue::from_str(text).expect("a UUID is visible ASCII")
    })
}

/// Refuses what is not sent as JSON.
pub fn check_content_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let is_json =
        headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|value| {
            let essence = value.split(';').next().unwrap_or_default().trim();
            essence.eq_ignore_ascii_case("application/json")
        });
    if is_json {
        return Ok(());
    }
    let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
    Err(Refusal::new(status, "unsupported-media-type", "The body has an unsupported media type"))
}

/// Refuses a request without a key.
pub fn check_key(headers: &HeaderMap) -> Result<(), Refusal> {
    let is_key = headers.get(IDEMPOTENCY_KEY).is_some_and(|value| {
        (1..=257).contains(&value.len()) && value.as_bytes().iter().all(u8::is_ascii_graphic)
    });
    if is_key {
        return Ok(());
    }
    let (code, title) = ("validation-failed", "The request is not valid");
    let detail = Some("Idempotency-Key is required.".to_owned());
    Err(Refusal { detail, ..Refusal::new(StatusCode::BAD_REQUEST, code, title) })
}

/// Whether the caller has this version already.
pub fn has_already(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    known.is_some_and(|tags| {
        tags.split(',')
            .map(str::trim)
            .any(|known| known == "*" || known.trim_start_matches("W/") == tag)
    })
}
