//! The circumstances of one request.

use std::sync::Arc;
use std::time::{Duration, Instant};

use http::{HeaderMap, HeaderValue};
use uuid::Uuid;

use super::random;
use super::trace::TraceContext;
use crate::clock::{Pace, SharedClock};
use crate::http::header;
use crate::store::Transaction;

/// Longest correlation id that is taken over from a caller.
const MAX_CORRELATION_ID: usize = 128;

/// The circumstances of one request; cheap to clone.
///
/// ```
/// use tiebeam::Context;
///
/// let context = Context::new().with_correlation_id("import-2026-11-22");
/// assert_eq!(context.correlation_id(), "import-2026-11-22");
/// ```
#[derive(Debug, Clone)]
pub struct Context {
    correlation_id: HeaderValue,
    trace: TraceContext,
    deadline: Option<Instant>,
    identity: Option<Arc<Identity>>,
    transaction: Option<Transaction>,
    /// The time that the deadline goes by.
    pace: Pace,
}

/// Who asks, as far as it was proven.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identity {
    /// Whom the token speaks of (`sub`).
    pub subject: String,
    /// The application that asks (`client_id`).
    pub client: Option<String>,
    /// What it may do.
    pub scopes: Vec<String>,
}

impl Context {
    /// Starts something new: a fresh correlation id, a fresh trace, no deadline, nobody.
    #[must_use]
    pub fn new() -> Self {
        Self {
            correlation_id: fresh_correlation_id(),
            trace: TraceContext::fresh(),
            deadline: None,
            identity: None,
            transaction: None,
            pace: Pace::Machine,
        }
    }

    /// Takes over what a caller sent.
    pub(crate) fn of_request(headers: &HeaderMap, pace: &Pace) -> Self {
        let correlation_id = headers
            .get(&header::CORRELATION_ID)
            .filter(|value| value.len() <= MAX_CORRELATION_ID && is_visible(value.as_bytes()))
            .cloned()
            .unwrap_or_else(fresh_correlation_id);
        Self {
            correlation_id,
            trace: TraceContext::of_headers(headers),
            deadline: None,
            identity: None,
            transaction: None,
            pace: pace.clone(),
        }
    }

    /// What ties together everything that one request set in motion.
    #[must_use]
    pub fn correlation_id(&self) -> &str {
        self.correlation_id.to_str().unwrap_or_default()
    }

    /// Where this request stands in its trace (W3C Trace Context).
    #[must_use]
    pub fn trace(&self) -> &TraceContext {
        &self.trace
    }

    /// When the caller stops waiting.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// How long the caller still waits; zero when it has given up.
    #[must_use]
    pub fn remaining(&self) -> Option<Duration> {
        self.deadline.map(|deadline| deadline.saturating_duration_since(self.pace.instant()))
    }

    /// Who asks, where that is known.
    #[must_use]
    pub fn identity(&self) -> Option<&Identity> {
        self.identity.as_deref()
    }

    /// The transaction that this request is answered in. Business code writes here: what it writes is committed together
    /// with the answer, or not at all.
    ///
    /// There is one where the request has an idempotency key and the server is
    /// [idempotent](crate::Server::idempotent) in [local mode](crate::idempotency::Local).
    #[must_use]
    pub fn transaction(&self) -> Option<&Transaction> {
        self.transaction.as_ref()
    }

    /// The same circumstances under another correlation id; an id that cannot travel in a header is replaced by a fresh one.
    #[must_use]
    pub fn with_correlation_id(mut self, id: &str) -> Self {
        let value = HeaderValue::from_str(id).ok();
        let value =
            value.filter(|value| value.len() <= MAX_CORRELATION_ID && is_visible(value.as_bytes()));
        self.correlation_id = value.unwrap_or_else(fresh_correlation_id);
        self
    }

    /// The same circumstances in another trace.
    #[must_use]
    pub fn with_trace(mut self, trace: TraceContext) -> Self {
        self.trace = trace;
        self
    }

    /// The same circumstances with a deadline, unless there is an earlier one.
    #[must_use]
    pub fn with_deadline(mut self, deadline: Instant) -> Self {
        self.deadline = Some(self.deadline.map_or(deadline, |earlier| earlier.min(deadline)));
        self
    }

    /// The same circumstances on somebody's behalf.
    #[must_use]
    pub fn with_identity(mut self, identity: Identity) -> Self {
        self.identity = Some(Arc::new(identity));
        self
    }

    /// The same circumstances without a deadline: for what must be done although nobody waits any more, such as
    /// undoing half of a change.
    #[must_use]
    pub fn detached(mut self) -> Self {
        self.deadline = None;
        self
    }

    /// The same circumstances in a transaction, as a server has them; for tests and for what is not asked over HTTP.
    #[must_use]
    pub fn with_transaction(mut self, transaction: Transaction) -> Self {
        self.transaction = Some(transaction);
        self
    }

    /// The same circumstances by another clock, which the deadline goes by.
    pub(crate) fn with_clock(mut self, clock: SharedClock) -> Self {
        self.pace = Pace::Given(clock);
        self
    }

    /// The circumstances of a call further down: the same trace, a new span, and no transaction, which is ours alone.
    #[must_use]
    pub fn child(&self) -> Self {
        Self { trace: self.trace.child(), transaction: None, ..self.clone() }
    }

    /// The correlation id as it travels.
    pub(crate) fn correlation_header(&self) -> HeaderValue {
        self.correlation_id.clone()
    }
}

impl Default for Context {
    fn default() -> Self {
        Self::new()
    }
}

/// Tells whether all bytes are visible ASCII, so that an id cannot forge a line of a log.
fn is_visible(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_graphic)
}

fn fresh_correlation_id() -> HeaderValue {
    let id = uuid::Builder::from_random_bytes(random::next_128().to_be_bytes()).into_uuid();
    let mut text = Uuid::encode_buffer();
    HeaderValue::from_str(id.hyphenated().encode_lower(&mut text)).expect("a UUID is visible ASCII")
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use http::{HeaderMap, HeaderValue};

    use super::{Context, Pace, header};

    #[test]
    fn a_correlation_id_is_taken_over_when_it_is_visible_ascii() {
        for (sent, is_kept) in [
            ("a-1", true),
            ("", false),
            ("a b", false),
            (&*"x".repeat(129), false),
            ("x\u{e9}", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(
                header::CORRELATION_ID.clone(),
                HeaderValue::from_bytes(sent.as_bytes()).expect("a header value"),
            );
            assert_eq!(
                Context::of_request(&headers, &Pace::Machine).correlation_id() == sent,
                is_kept,
                "{sent}"
            );
        }
    }

    #[test]
    fn a_child_has_the_same_trace_and_another_span() {
        let context = Context::new();
        let child = context.child();
        assert_eq!(child.correlation_id(), context.correlation_id());
        assert_eq!(child.trace().trace_id(), context.trace().trace_id());
        assert_ne!(child.trace().span_id(), context.trace().span_id());
    }

    #[test]
    fn the_earlier_deadline_holds() {
        let now = Instant::now();
        let context = Context::new()
            .with_deadline(now + Duration::from_secs(1))
            .with_deadline(now + Duration::from_secs(9));
        assert_eq!(context.deadline(), Some(now + Duration::from_secs(1)));
    }
}
