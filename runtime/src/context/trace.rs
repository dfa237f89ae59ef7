//! W3C Trace Context: which trace a request belongs to, and as what.

use std::sync::Arc;

use http::{HeaderMap, HeaderValue};

use super::random;
use crate::http::header;

/// Flag bit: the caller may have recorded the trace.
const SAMPLED: u8 = 0b01;
/// Flag bit (level 2): the trace id is random.
const RANDOM: u8 = 0b10;
/// Members that a tracestate may have.
const MAX_MEMBERS: usize = 32;

/// A position in a trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceContext {
    trace_id: u128,
    span_id: u64,
    flags: u8,
    state: Option<TraceState>,
}

/// What vendors of tracing systems pass along (`tracestate`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceState(Arc<str>);

impl TraceContext {
    /// Starts a trace.
    #[must_use]
    pub fn fresh() -> Self {
        let trace_id = random::next_128().max(1);
        Self { trace_id, span_id: fresh_span_id(), flags: RANDOM, state: None }
    }

    /// Reads `traceparent`; `None` when it is not one.
    #[must_use]
    pub fn parse(traceparent: &str) -> Option<Self> {
        let text = traceparent.as_bytes();
        let version = hex(text.get(0..2)?)?;
        let has_dashes = text.get(2) == Some(&b'-')
            && text.get(35) == Some(&b'-')
            && text.get(52) == Some(&b'-');
        let is_whole = match version {
            0 => text.len() == 55,
            255 => false,
            _ => text.len() == 55 || text.get(55) == Some(&b'-'),
        };
        let trace_id = hex(text.get(3..35)?)?;
        let span_id = u64::try_from(hex(text.get(36..52)?)?).ok()?;
        let flags = u8::try_from(hex(text.get(53..55)?)?).ok()?;
        let is_valid = has_dashes && is_whole && trace_id != 0 && span_id != 0;
        is_valid.then_some(Self {
            trace_id,
            span_id,
            flags: flags & (SAMPLED | RANDOM),
            state: None,
        })
    }

    /// Goes on with the caller's trace, or starts one where there is none or not exactly one.
    pub(crate) fn of_headers(headers: &HeaderMap) -> Self {
        let mut parents = headers.get_all(&header::TRACEPARENT).iter();
        let parent = match (parents.next(), parents.next()) {
            (Some(only), None) => only.to_str().ok().and_then(Self::parse),
            _ => None,
        };
        let Some(parent) = parent else { return Self::fresh() };
        Self { state: TraceState::of_headers(headers), span_id: fresh_span_id(), ..parent }
    }

    /// A new span of the same trace.
    #[must_use]
    pub fn child(&self) -> Self {
        Self { span_id: fresh_span_id(), ..self.clone() }
    }

    /// The trace.
    #[must_use]
    pub fn trace_id(&self) -> u128 {
        self.trace_id
    }

    /// The span, our own.
    #[must_use]
    pub fn span_id(&self) -> u64 {
        self.span_id
    }

    /// Whether the caller may have recorded the trace.
    #[must_use]
    pub fn is_sampled(&self) -> bool {
        self.flags & SAMPLED != 0
    }

    /// What vendors pass along.
    #[must_use]
    pub fn state(&self) -> Option<&TraceState> {
        self.state.as_ref()
    }

    /// The value of `traceparent` that names this span as the parent.
    #[must_use]
    pub fn traceparent(&self) -> String {
        format!("00-{:032x}-{:016x}-{:02x}", self.trace_id, self.span_id, self.flags)
    }

    /// Writes the fields of an outgoing call.
    pub(crate) fn write(&self, headers: &mut HeaderMap) {
        let parent =
            HeaderValue::from_str(&self.traceparent()).expect("a traceparent is visible ASCII");
        headers.insert(header::TRACEPARENT.clone(), parent);
        if let Some(state) =
            self.state.as_ref().and_then(|state| HeaderValue::from_str(&state.0).ok())
        {
            headers.insert(header::TRACESTATE.clone(), state);
        }
    }
}

impl TraceState {
    /// Combines all field lines; `None` where they are not a tracestate.
    fn of_headers(headers: &HeaderMap) -> Option<Self> {
        let mut members = Vec::new();
        for line in headers.get_all(&header::TRACESTATE) {
            let line = line.to_str().ok()?;
            members.extend(
                line.split(',')
                    .map(|member| member.trim_matches([' ', '\t']))
                    .filter(|member| !member.is_empty())
                    .take(MAX_MEMBERS + 1),
            );
            // Before anything that costs more the more members there are.
            if members.len() > MAX_MEMBERS {
                return None;
            }
        }
        let keys: Vec<_> = members
            .iter()
            .filter_map(|member| member.split_once('=').map(|(key, _)| key))
            .collect();
        let has_twins = keys.iter().enumerate().any(|(at, key)| keys[..at].contains(key));
        let is_valid = !members.is_empty() && !has_twins && members.iter().all(is_member);
        is_valid.then(|| Self(members.join(",").into()))
    }

    /// The members, separated by commas.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `key=value` by the grammar of the recommendation's second level.
fn is_member(member: &&str) -> bool {
    let Some((key, value)) = member.split_once('=') else { return false };
    let starts_well =
        key.starts_with(|first: char| first.is_ascii_lowercase() || first.is_ascii_digit());
    let is_key_byte =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-*/@".contains(&byte);
    let is_value_byte = |byte: u8| (0x20..=0x7e).contains(&byte) && byte != b',' && byte != b'=';
    starts_well
        && key.len() <= 256
        && key.bytes().all(is_key_byte)
        && (1..=256).contains(&value.len())
        && value.bytes().all(is_value_byte)
}

fn fresh_span_id() -> u64 {
    random::next_64().max(1)
}

/// Lower-case hexadecimal digits only.
fn hex(digits: &[u8]) -> Option<u128> {
    digits.iter().try_fold(0, |value, digit| match digit {
        b'0'..=b'9' => Some(value << 4 | u128::from(digit - b'0')),
        b'a'..=b'f' => Some(value << 4 | u128::from(digit - b'a' + 10)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::TraceContext;

    const PARENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    fn check(lines: &[(&'static str, &str)], continues: bool, state: Option<&str>) {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(
                HeaderName::from_static(name),
                HeaderValue::from_str(value).expect("a header value"),
            );
        }
        let trace = TraceContext::of_headers(&headers);
        assert_eq!(
            trace.trace_id() == 0x0af7_6519_16cd_43dd_8448_eb21_1c80_319c,
            continues,
            "{lines:?}"
        );
        assert_eq!(trace.state().map(super::TraceState::as_str), state, "{lines:?}");
        assert_ne!(trace.span_id(), 0xb7ad_6b71_6920_3331, "a span of our own");
    }

    #[test]
    fn a_valid_parent_is_continued_and_any_other_starts_a_trace() {
        for (parent, continues) in [
            (PARENT, true),
            ("cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", true),
            ("cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what", true),
            ("cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.what", false),
            ("ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", false),
            ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what", false),
            ("00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01", false),
            ("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", false),
            ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0", false),
            ("00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", false),
            ("", false),
        ] {
            check(&[("traceparent", parent)], continues, None);
        }
        check(&[("traceparent", PARENT), ("traceparent", PARENT)], false, None);
    }

    #[test]
    fn a_state_is_passed_along_only_with_a_parent() {
        check(&[("traceparent", PARENT), ("tracestate", "a=1, b=2")], true, Some("a=1,b=2"));
        check(
            &[("traceparent", PARENT), ("tracestate", "a=1"), ("tracestate", ",b=2,")],
            true,
            Some("a=1,b=2"),
        );
        check(&[("traceparent", PARENT), ("tracestate", "a=1,a=2")], true, None);
        check(&[("traceparent", PARENT), ("tracestate", "A=1")], true, None);
        check(&[("traceparent", PARENT), ("tracestate", "")], true, None);
        check(&[("tracestate", "a=1")], false, None);
    }

    #[test]
    fn flags_are_carried_by_bit_and_unknown_ones_are_zero() {
        let trace = TraceContext::parse("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-ff")
            .expect("a parent");
        assert!(trace.is_sampled());
        assert!(trace.traceparent().ends_with("-03"), "{}", trace.traceparent());
    }
}
