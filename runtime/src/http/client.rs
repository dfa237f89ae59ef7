//! Calls operations over HTTP.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::uri::{Authority, Scheme};
use http::{HeaderMap, HeaderValue, Request, Response, Uri};
use http_body_util::Full;

use super::body::{self, BodyError};
use super::connect::Connect;
use super::header;
use crate::context::Context;
use crate::operation::{Answer, Encode, Failure, Operation, Output, Reply};
use crate::problem::{Problem, own};

/// Greatest response body unless the client says otherwise: 8 MiB.
const MAX_RESPONSE: usize = 8 << 20;

/// Calls one server; cheap to clone.
///
/// It waits as long as the operation's policy and the caller's deadline allow, passes the correlation id and the trace
/// on, and turns whatever goes wrong into a [`Problem`]. What it reads it reads as an open reader: unknown members,
/// enum values and union payloads pass.
///
/// ```
/// use tiebeam::Client;
///
/// let client = Client::new("http://127.0.0.1:8080/order-process")?;
/// # Ok::<(), tiebeam::http::InvalidBaseUrl>(())
/// ```
#[derive(Clone)]
pub struct Client {
    connect: Connect,
    base: Arc<Base>,
    timeout: Option<Duration>,
    max_response: usize,
}

/// Where a server is.
struct Base {
    authority: Authority,
    /// Without a final slash.
    path: String,
}

/// Why a text is not the base URL of a server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{url}` is not a base URL: {reason}")]
pub struct InvalidBaseUrl {
    url: String,
    reason: &'static str,
}

impl Client {
    /// Calls the server at a base URL such as `http://orders.internal:8080` or `http://gateway/order-process`.
    ///
    /// # Errors
    ///
    /// When the text is not an `http` URL, or has a query. TLS is not spoken yet: `https` is refused.
    pub fn new(base_url: &str) -> Result<Self, InvalidBaseUrl> {
        Ok(Self::with(Connect::network(), Base::parse(base_url)?))
    }

    /// Calls a router of this process: the same requests and responses, without a network.
    #[must_use]
    pub fn of_router(router: Router) -> Self {
        Self::with(
            Connect::Router(router),
            Base { authority: Authority::from_static("localhost"), path: String::new() },
        )
    }

    /// Waits at most so long for an answer, whatever the operation's policy says.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Reads at most so many bytes of a response; 8 MiB unless set.
    #[must_use]
    pub fn with_max_response(mut self, bytes: usize) -> Self {
        self.max_response = bytes;
        self
    }

    /// Calls an operation.
    ///
    /// # Errors
    ///
    /// The operation's own errors, or a problem: `gateway-timeout`, `unavailable`, `bad-gateway`, or whatever the server says.
    pub async fn call<Q, R, E>(
        &self,
        context: &Context,
        operation: &'static Operation,
        request: &Q,
    ) -> Result<R, E>
    where
        Q: Encode,
        R: Reply,
        E: Failure,
    {
        let mut output = Output::new(operation);
        request.encode(&mut output);
        self.exchange(context, operation, output)
            .await
            .and_then(R::from_answer)
            .map_err(E::from_problem)
    }

    fn with(connect: Connect, base: Base) -> Self {
        Self { connect, base: Arc::new(base), timeout: None, max_response: MAX_RESPONSE }
    }

    async fn exchange(
        &self,
        context: &Context,
        operation: &'static Operation,
        output: Output,
    ) -> Result<Answer, Problem> {
        let policy = self.timeout.unwrap_or(operation.timeout()).min(header::LONGEST);
        let patience = context.remaining().map_or(policy, |remaining| remaining.min(policy));
        let late = || {
            own::gateway_timeout()
                .caused_by(format!("{}: no answer in {patience:?}", operation.name()))
        };
        if patience.is_zero() {
            return Err(late());
        }
        let deadline = Instant::now() + patience;
        let request = self.request(context, operation, output, patience)?;
        let answer = self.answer(operation, request);
        match tokio::time::timeout_at(deadline.into(), answer).await {
            Ok(answer) => answer,
            Err(_) => Err(late()),
        }
    }

    fn request(
        &self,
        context: &Context,
        operation: &Operation,
        output: Output,
        patience: Duration,
    ) -> Result<Request<Full<Bytes>>, Problem> {
        let written = output.finish()?;
        let uri = Uri::builder()
            .scheme(Scheme::HTTP)
            .authority(self.base.authority.clone())
            .path_and_query(format!("{}{}", self.base.path, written.target))
            .build()
            .map_err(|error| own::internal(format!("{}: {error}", operation.name())))?;
        let mut request = Request::new(Full::new(written.body.unwrap_or_default()));
        *request.method_mut() = operation.method().to_http_ref().clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = written.headers;
        let headers = request.headers_mut();
        headers
            .insert(ACCEPT, HeaderValue::from_static("application/json, application/problem+json"));
        headers.insert(header::CORRELATION_ID.clone(), context.correlation_header());
        let millis = u64::try_from(patience.as_millis()).unwrap_or(u64::MAX);
        headers.insert(header::TIMEOUT.clone(), HeaderValue::from(millis));
        context.trace().child().write(headers);
        Ok(request)
    }

    async fn answer(
        &self,
        operation: &'static Operation,
        request: Request<Full<Bytes>>,
    ) -> Result<Answer, Problem> {
        let (parts, body) = self.connect.send(request).await?.into_parts();
        let body = match body::read(body, self.max_response).await {
            Ok(body) => body,
            Err(BodyError::TooLarge) => {
                return Err(own::bad_gateway(format!(
                    "{}: the response is too large",
                    operation.name()
                )));
            }
            Err(BodyError::Broken(error)) => {
                return Err(own::bad_gateway(format!(
                    "{}: the response broke off: {error}",
                    operation.name()
                )));
            }
        };
        let response = Response::from_parts(parts, body);
        if response.status().is_client_error() || response.status().is_server_error() {
            return Err(problem_in(operation, &response));
        }
        let (parts, body) = response.into_parts();
        Ok(Answer::received(operation, parts.status, parts.headers, body))
    }
}

/// The problem that an error response carries; one that carries none is a fault of the server.
fn problem_in(operation: &Operation, response: &Response<Bytes>) -> Problem {
    let problem = is_problem(response.headers())
        .then(|| Problem::parse(response.status(), response.headers(), response.body()))
        .flatten();
    problem.unwrap_or_else(|| {
        let cause = format!(
            "{}: status {} without a problem document",
            operation.name(),
            response.status()
        );
        match response.status().as_u16() {
            408 | 504 => own::gateway_timeout().caused_by(cause),
            429 | 503 => own::unavailable(cause),
            _ => own::bad_gateway(cause),
        }
    })
}

fn is_problem(headers: &HeaderMap) -> bool {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = value.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/problem+json")
}

impl Base {
    fn parse(url: &str) -> Result<Self, InvalidBaseUrl> {
        let refuse = |reason| InvalidBaseUrl { url: url.to_owned(), reason };
        let uri: Uri = url
            .parse()
            .map_err(|_| refuse("it is not an absolute URL such as http://host:8080"))?;
        match uri.scheme_str() {
            Some("http") => {}
            Some("https") => {
                return Err(refuse("TLS is not spoken yet; use http behind a proxy that does"));
            }
            Some(_) => return Err(refuse("only http is spoken")),
            None => return Err(refuse("the scheme is missing; write http://host:8080")),
        }
        if uri.query().is_some() {
            return Err(refuse("it must not have a query"));
        }
        let authority = uri.authority().ok_or_else(|| refuse("the host is missing"))?;
        if authority.as_str().contains('@') {
            return Err(refuse("it must not hold credentials"));
        }
        Ok(Self { authority: authority.clone(), path: uri.path().trim_end_matches('/').to_owned() })
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = format!("http://{}{}", self.base.authority, self.base.path);
        formatter.debug_struct("Client").field("base_url", &url).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::Client;

    #[test]
    fn a_base_url_is_http_without_a_query() {
        for (url, expected) in [
            ("http://localhost:8080", Ok("http://localhost:8080")),
            ("http://[::1]:80/a/b/", Ok("http://[::1]:80/a/b")),
            ("https://localhost", Err("TLS")),
            ("ftp://localhost", Err("only http")),
            ("localhost:8080", Err("the scheme is missing")),
            ("http://", Err("not an absolute URL")),
            ("http://a:b@c", Err("credentials")),
            ("http://a/?b", Err("query")),
            ("", Err("not an absolute URL")),
        ] {
            let found = Client::new(url)
                .map(|client| format!("{client:?}"))
                .map_err(|error| error.to_string());
            match (&found, expected) {
                (Ok(found), Ok(expected)) => {
                    assert!(found.contains(&format!("\"{expected}\"")), "{found}");
                }
                (Err(found), Err(expected)) => assert!(found.contains(expected), "{found}"),
                _ => panic!("{url}: {found:?}"),
            }
        }
    }
}
