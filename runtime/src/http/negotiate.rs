//! Media types: what the caller sends and what it takes.

use http::header::{ACCEPT, CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue};

use super::header;
use crate::operation::Operation;
use crate::problem::{Problem, own};

/// Which media types a body may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyType {
    /// `application/json` alone.
    Json,
    /// `application/json` or `application/merge-patch+json` (RFC 7396).
    MergePatch,
}

impl BodyType {
    /// What an operation takes.
    pub(super) fn of(operation: &Operation) -> Self {
        if operation.is_merge_patch() { Self::MergePatch } else { Self::Json }
    }

    /// The media types, as `Accept-Patch` lists them.
    pub(super) fn accepted(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Json => "application/json",
            Self::MergePatch => "application/merge-patch+json, application/json",
        })
    }
}

/// Refuses a body that is not JSON in UTF-8 without a content coding.
pub(super) fn check_content(headers: &HeaderMap, expected: BodyType) -> Result<(), Problem> {
    let Some(value) = headers.get(CONTENT_TYPE) else {
        return Err(own::unsupported_media_type(
            "Say what the body is with Content-Type: application/json.",
        ));
    };
    if value != "application/json" && !value.to_str().is_ok_and(|value| is_json(value, expected)) {
        return Err(own::unsupported_media_type(match expected {
            BodyType::Json => "Send the body as application/json in UTF-8.",
            BodyType::MergePatch => {
                "Send the body as application/merge-patch+json or application/json in UTF-8."
            }
        }));
    }
    match headers.get(CONTENT_ENCODING) {
        Some(coding) if !coding.as_bytes().eq_ignore_ascii_case(b"identity") => {
            Err(own::unsupported_encoding())
        }
        _ => Ok(()),
    }
}

fn is_json(value: &str, expected: BodyType) -> bool {
    let mut parts = value.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default().to_ascii_lowercase();
    let is_patch = expected == BodyType::MergePatch && essence == "application/merge-patch+json";
    let charset_is_fine = |parameter: &str| match parameter.split_once('=') {
        Some((name, value)) if name.trim().eq_ignore_ascii_case("charset") => {
            value.trim().trim_matches('"').eq_ignore_ascii_case("utf-8")
        }
        _ => true,
    };
    (essence == "application/json" || is_patch) && parts.all(charset_is_fine)
}

/// Refuses a caller that takes no JSON (RFC 9110 §12.5.1).
pub(super) fn check_accept(headers: &HeaderMap) -> Result<(), Problem> {
    match headers.get(ACCEPT) {
        None => return Ok(()),
        Some(value) if value == "*/*" || value == "application/json" => return Ok(()),
        Some(_) => {}
    }
    match header::combined(headers, &ACCEPT) {
        Some(Ok(value)) if !takes_json(&value) => Err(own::not_acceptable()),
        _ => Ok(()),
    }
}

/// The most specific range that covers JSON decides; a quality of zero refuses.
fn takes_json(accept: &str) -> bool {
    let mut best = None;
    let mut is_empty = true;
    for range in accept.split(',').map(str::trim).filter(|range| !range.is_empty()) {
        is_empty = false;
        let mut parts = range.split(';').map(str::trim);
        let specificity = match parts.next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "application/json" => 2,
            "application/*" => 1,
            "*/*" => 0,
            _ => continue,
        };
        let quality = parts.find_map(|part| {
            let (name, value) = part.split_once('=')?;
            name.trim()
                .eq_ignore_ascii_case("q")
                .then(|| value.trim().parse::<f32>().unwrap_or(0.0))
        });
        let candidate = (specificity, quality.unwrap_or(1.0) > 0.0);
        best = best.max(Some(candidate));
    }
    is_empty || best.is_some_and(|(_, is_taken)| is_taken)
}

#[cfg(test)]
mod tests {
    use super::{BodyType, is_json, takes_json};

    #[test]
    fn json_in_utf_8_is_a_body() {
        for (value, as_json, as_patch) in [
            ("application/json", true, true),
            ("Application/JSON; charset=UTF-8", true, true),
            ("application/json;charset=\"utf-8\"", true, true),
            ("application/json; charset=latin1", false, false),
            ("application/merge-patch+json", false, true),
            ("application/json-patch+json", false, false),
            ("text/json", false, false),
            ("application/jsonp", false, false),
            ("text/plain", false, false),
            ("", false, false),
        ] {
            assert_eq!(is_json(value, BodyType::Json), as_json, "{value}");
            assert_eq!(is_json(value, BodyType::MergePatch), as_patch, "{value}");
        }
    }

    #[test]
    fn the_most_specific_range_decides() {
        for (accept, expected) in [
            ("*/*", true),
            ("application/json", true),
            ("text/html, application/*;q=0.1", true),
            ("text/html", false),
            ("text/html, */*;q=0", false),
            ("application/json;q=0, */*", false),
            ("application/json;q=0.0", false),
            ("*/*;q=0, application/json", true),
            ("APPLICATION/JSON;Q=1", true),
            ("application/problem+json", false),
            ("", true),
            ("application/json;q=x", false),
        ] {
            assert_eq!(takes_json(accept), expected, "{accept}");
        }
    }
}
