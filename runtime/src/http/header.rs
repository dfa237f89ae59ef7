//! The names of header fields that the `http` crate does not know, and fields of several lines.

use std::borrow::Cow;
use std::str::Utf8Error;
use std::time::Duration;

use http::{HeaderMap, HeaderName};

/// Ties together everything that one request set in motion.
pub(crate) static CORRELATION_ID: HeaderName = HeaderName::from_static("x-correlation-id");

/// W3C Trace Context: the caller's span.
pub(crate) static TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// W3C Trace Context: what vendors pass along.
pub(crate) static TRACESTATE: HeaderName = HeaderName::from_static("tracestate");

/// How many milliseconds the caller still waits; relative, so that clocks need not agree.
pub(crate) static TIMEOUT: HeaderName = HeaderName::from_static("tiebeam-timeout-ms");

/// Which attempt of a call a request is; the first does not say so.
pub(crate) static ATTEMPT: HeaderName = HeaderName::from_static("tiebeam-attempt");

/// draft-ietf-httpapi-idempotency-key-header.
pub(crate) static IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Longest time that anyone waits: a year. What is longer could not be added to a clock.
pub(crate) const LONGEST: Duration = Duration::from_hours(365 * 24);

/// draft-ietf-httpapi-ratelimit-headers: how many requests are let through.
pub(crate) static RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// draft-ietf-httpapi-ratelimit-headers: how many are left.
pub(crate) static RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");

/// RFC 5789: how a patch may be written.
pub(crate) static ACCEPT_PATCH: HeaderName = HeaderName::from_static("accept-patch");

/// Says that an answer was given before and is given again.
pub(crate) static IDEMPOTENCY_REPLAYED: HeaderName =
    HeaderName::from_static("idempotency-replayed");

/// RFC 9745.
pub(crate) static DEPRECATION: HeaderName = HeaderName::from_static("deprecation");

/// RFC 8594.
pub(crate) static SUNSET: HeaderName = HeaderName::from_static("sunset");

/// All lines of a field that is a list, as one text; `None` where there is none.
pub(crate) fn combined<'h>(
    headers: &'h HeaderMap,
    name: &HeaderName,
) -> Option<Result<Cow<'h, str>, Utf8Error>> {
    let mut lines = headers.get_all(name).iter().map(|line| std::str::from_utf8(line.as_bytes()));
    let first = lines.next()?;
    Some(lines.try_fold(Cow::Borrowed(first.ok()?), |text, line| {
        Ok(Cow::Owned(format!("{text}, {}", line?)))
    }))
}
