//! A server that is written down: what it answers, and when, is a function; what it was asked is a list.
//!
//! A socket cannot be told to refuse the third connection, and a real server cannot be slow on a clock that stands
//! still. A script can, so what a client does about it is tested in microseconds and the same each time.

use std::fmt;
use std::future::pending;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri};
use http_body_util::{BodyExt as _, Full};

use super::clock::ManualClock;
use crate::clock::Clock as _;

/// A server that is written down; clones are the same server.
///
/// ```
/// use tiebeam::Client;
/// use tiebeam::testkit::{ManualClock, Reaction, Script};
///
/// let script = Script::new(&ManualClock::new(), |asked| match asked.number {
///     1 => Reaction::status(503).with_header("retry-after", "1"),
///     _ => Reaction::json(200, r#"{"id":"o-1"}"#),
/// });
/// let client = Client::of_script(&script);
/// # drop(client);
/// ```
#[derive(Clone)]
pub struct Script(Arc<Inner>);

struct Inner {
    clock: ManualClock,
    react: Box<dyn Fn(&Asked) -> Reaction + Send + Sync>,
    asked: Mutex<Vec<Asked>>,
}

/// A request that arrived.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Its place among all requests; the first is number one.
    pub number: usize,
    /// When it arrived.
    pub at: Instant,
    /// The method.
    pub method: Method,
    /// Where it was sent.
    pub uri: Uri,
    /// The header fields.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

/// What becomes of a request.
#[derive(Debug, Clone)]
pub struct Reaction {
    delay: Duration,
    end: End,
}

#[derive(Debug, Clone)]
enum End {
    Answer(Response<Bytes>),
    Fault(Fault),
    Never,
}

/// What a connection can do to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There is none.
    Refused,
    /// It breaks after the request was sent.
    Broken,
}

impl Script {
    /// Answers each request as a function says.
    pub fn new(
        clock: &ManualClock,
        react: impl Fn(&Asked) -> Reaction + Send + Sync + 'static,
    ) -> Self {
        let (clock, react) = (clock.clone(), Box::new(react));
        Self(Arc::new(Inner { clock, react, asked: Mutex::default() }))
    }

    /// The clock that it looks at.
    #[must_use]
    pub fn clock(&self) -> &ManualClock {
        &self.0.clock
    }

    /// Every request that arrived so far.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.0.asked.lock().expect("nothing panics while it holds the list").clone()
    }

    /// How many requests arrived so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.asked.lock().expect("nothing panics while it holds the list").len()
    }

    /// Plays its part in one exchange.
    pub(crate) async fn play(
        &self,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Bytes>, Fault> {
        let (parts, body) = request.into_parts();
        let body = match body.collect().await {
            Ok(body) => body.to_bytes(),
            Err(never) => match never {},
        };
        let at = self.0.clock.instant();
        let asked = {
            let mut all = self.0.asked.lock().expect("nothing panics while it holds the list");
            let (method, uri, headers) = (parts.method, parts.uri, parts.headers);
            let asked = Asked { number: all.len() + 1, at, method, uri, headers, body };
            all.push(asked.clone());
            asked
        };
        let Reaction { delay, end } = (self.0.react)(&asked);
        self.0.clock.sleep_until(at + delay).await;
        match end {
            End::Answer(response) => Ok(response),
            End::Fault(fault) => Err(fault),
            End::Never => pending().await,
        }
    }
}

impl Asked {
    /// The value of a header field, where there is one and it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

impl Reaction {
    /// A response without a body.
    ///
    /// # Panics
    ///
    /// When it is not a status.
    #[must_use]
    pub fn status(status: u16) -> Self {
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = StatusCode::from_u16(status).expect("a test names a status");
        Self::of(End::Answer(response))
    }

    /// A response with a JSON body.
    ///
    /// # Panics
    ///
    /// When it is not a status.
    #[must_use]
    pub fn json(status: u16, body: impl Into<Bytes>) -> Self {
        let mut reaction = Self::status(status).with_header("content-type", "application/json");
        if let End::Answer(response) = &mut reaction.end {
            *response.body_mut() = body.into();
        }
        reaction
    }

    /// No connection.
    #[must_use]
    pub fn refuse() -> Self {
        Self::of(End::Fault(Fault::Refused))
    }

    /// A connection that breaks after the request was sent.
    #[must_use]
    pub fn break_off() -> Self {
        Self::of(End::Fault(Fault::Broken))
    }

    /// No answer, ever.
    #[must_use]
    pub fn hang() -> Self {
        Self::of(End::Never)
    }

    /// The same after some time.
    #[must_use]
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// The response with a header field.
    ///
    /// # Panics
    ///
    /// When it is not one.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: &str) -> Self {
        if let End::Answer(response) = &mut self.end {
            let value = HeaderValue::from_str(value).expect("a test writes header values");
            response.headers_mut().append(HeaderName::from_static(name), value);
        }
        self
    }

    fn of(end: End) -> Self {
        Self { delay: Duration::ZERO, end }
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Script").field("asked", &self.count()).finish_non_exhaustive()
    }
}
