//! A line to a system of record: plain HTTP, one request at a time, with patience.
//!
//! A generated client speaks problem details and retries by the policies of a spec. These systems have no spec and
//! speak nothing that we know, so the line does only what is the same for all of them: it carries a text there and
//! a text back, within the time that is left, and says in our words what went wrong with that.

use std::fmt;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, Request, Uri};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tiebeam::problem::own;
use tiebeam::{Context, Problem};

/// Bytes of an answer at most.
const LONGEST: usize = 4 << 20;

/// How long to wait, in seconds, before asking a system again that is closed or busy.
const PAUSE: u32 = 1;

/// What ties together everything that one request set in motion; systems of record ignore it, their access logs do not.
static CORRELATION_ID: HeaderName = HeaderName::from_static("x-correlation-id");

/// A line to one system of record.
#[derive(Clone)]
pub struct Line {
    name: &'static str,
    url: Uri,
    patience: Duration,
    client: Client<HttpConnector, Full<Bytes>>,
}

/// What the system answered.
#[derive(Debug)]
pub struct Reply {
    /// The status, whatever it means there.
    pub status: u16,
    /// The body.
    pub text: String,
}

impl Line {
    /// A line to the system at a URL, for callers that wait so long and no longer.
    ///
    /// # Errors
    ///
    /// When the text is not a URL.
    pub fn new(
        name: &'static str,
        url: &str,
        patience: Duration,
    ) -> Result<Self, http::uri::InvalidUri> {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let client = Client::builder(TokioExecutor::new()).build(connector);
        Ok(Self { name, url: url.parse()?, patience, client })
    }

    /// Sends a text and waits for another.
    ///
    /// # Errors
    ///
    /// `gateway-timeout` when no answer came in time, and the system may still have done what was asked; `unavailable`
    /// when nobody listens; `bad-gateway` when the connection broke.
    pub async fn send(
        &self,
        context: &Context,
        content_type: &'static str,
        fields: &[(HeaderName, HeaderValue)],
        text: String,
    ) -> Result<Reply, Problem> {
        let patience = context.remaining().map_or(self.patience, |it| it.min(self.patience));
        let deadline = Instant::now() + patience;
        let mut request = Request::new(Full::new(Bytes::from(text)));
        *request.method_mut() = http::Method::POST;
        *request.uri_mut() = self.url.clone();
        let headers = request.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        headers.extend(fields.iter().cloned());
        if let Ok(id) = HeaderValue::from_str(context.correlation_id()) {
            headers.insert(CORRELATION_ID.clone(), id);
        }
        match tokio::time::timeout_at(deadline.into(), self.exchange(request)).await {
            Ok(reply) => reply,
            Err(_) => Err(own::GATEWAY_TIMEOUT
                .problem()
                .caused_by(format!("{}: no answer in {patience:?}", self.name))),
        }
    }

    /// What to say when the system is closed, busy, or has a record open.
    pub fn busy(&self, cause: impl fmt::Display) -> Problem {
        let cause = format!("{}: {cause}", self.name);
        own::UNAVAILABLE.problem().caused_by(cause).with_retry_after(PAUSE)
    }

    /// What to say when the system answers what nobody understands.
    pub fn odd(&self, cause: impl fmt::Display) -> Problem {
        own::BAD_GATEWAY.problem().caused_by(format!("{}: {cause}", self.name))
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<Reply, Problem> {
        let response = match self.client.request(request).await {
            Ok(response) => response,
            Err(error) if error.is_connect() => return Err(self.busy(error)),
            Err(error) => return Err(self.odd(error)),
        };
        let status = response.status().as_u16();
        let body = Limited::new(response.into_body(), LONGEST).collect().await;
        let body = body.map_err(|error| self.odd(error))?.to_bytes();
        let text = String::from_utf8(body.into()).map_err(|error| self.odd(error))?;
        Ok(Reply { status, text })
    }
}

impl fmt::Debug for Line {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Line({} at {})", self.name, self.url)
    }
}
