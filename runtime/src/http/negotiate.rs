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
    let mut types = headers.get_all(CONTENT_TYPE).iter();
    // Whoever reads the first line and whoever reads the last must not read two different bodies.
    let (Some(value), None) = (types.next(), types.next()) else {
        return Err(own::unsupported_media_type(
            "Say once what the body is, with Content-Type: application/json.",
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
    let mut codings = headers.get_all(CONTENT_ENCODING).iter();
    if codings.all(|coding| coding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return Ok(());
    }
    Err(own::unsupported_encoding())
}

fn is_json(value: &str, expected: BodyType) -> bool {
    let mut parts = pieces(value, ';');
    let essence = parts.next().unwrap_or_default().to_ascii_lowercase();
    let is_patch = expected == BodyType::MergePatch && essence == "application/merge-patch+json";
    let charset_is_fine = |parameter: &str| match parameter.split_once('=') {
        Some((name, value)) if name.trim().eq_ignore_ascii_case("charset") => {
            let value = value.trim();
            let quoted = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
            quoted.unwrap_or(value).eq_ignore_ascii_case("utf-8")
        }
        _ => true,
    };
    (essence == "application/json" || is_patch) && parts.all(charset_is_fine)
}

/// Refuses a caller that takes no JSON (RFC 9110 §12.5.1).
pub(super) fn check_accept(headers: &HeaderMap) -> Result<(), Problem> {
    let mut lines = headers.get_all(ACCEPT).iter();
    match (lines.next(), lines.next()) {
        (None, _) => return Ok(()),
        (Some(only), None) if only == "*/*" || only == "application/json" => return Ok(()),
        _ => {}
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
    for range in pieces(accept, ',').filter(|range| !range.is_empty()) {
        is_empty = false;
        let mut parts = pieces(range, ';');
        let specificity = match parts.next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "application/json" => 2,
            "application/*" => 1,
            "*/*" => 0,
            _ => continue,
        };
        let quality = parts.find_map(|part| {
            let (name, value) = part.split_once('=')?;
            name.trim().eq_ignore_ascii_case("q").then(|| is_taken(value.trim()))
        });
        let candidate = (specificity, quality.unwrap_or(true));
        best = best.max(Some(candidate));
    }
    is_empty || best.is_some_and(|(_, is_taken)| is_taken)
}

/// Whether a quality (RFC 9110 §12.4.2) is more than zero; what is none takes nothing.
fn is_taken(quality: &str) -> bool {
    let (whole, digits) = quality.split_once('.').unwrap_or((quality, ""));
    let is_fine = digits.len() <= 3 && digits.bytes().all(|digit| digit.is_ascii_digit());
    let is_zero = digits.bytes().all(|digit| digit == b'0');
    is_fine && ((whole == "0" && !is_zero) || (whole == "1" && is_zero))
}

/// The pieces between delimiters, which mean nothing inside a quoted string (RFC 9110 §5.6.4).
fn pieces(text: &str, delimiter: char) -> impl Iterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    let ends = move |character: char| {
        let was_escaped = std::mem::take(&mut is_escaped);
        match character {
            _ if was_escaped => false,
            '"' => {
                is_quoted = !is_quoted;
                false
            }
            '\\' => {
                is_escaped = is_quoted;
                false
            }
            _ => character == delimiter && !is_quoted,
        }
    };
    text.split(ends).map(str::trim)
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
            ("application/json; charset=\"utf-8", false, false),
            ("application/json; a=\"b;charset=latin1\"", true, true),
            ("application/json, text/plain", false, false),
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
            ("application/json;q=inf", false),
            ("application/json;q=1e-9", false),
            ("application/json;q=1.5", false),
            ("application/json;q=0.001", true),
            ("application/json;q=1.000", true),
            ("text/html;a=\"x, application/json\"", false),
            ("application/json;a=\"q=0;q=0\"", true),
        ] {
            assert_eq!(takes_json(accept), expected, "{accept}");
        }
    }
}
