//! Ways for a request to reach a server: over a connection, or straight into a router of this process.

use std::error::Error as _;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tower::Service as _;

#[cfg(any(test, feature = "testkit"))]
use crate::testkit::Script;

type Pooled = hyper_util::client::legacy::Client<HttpConnector, Full<Bytes>>;

/// A way to a server; cheap to clone.
#[derive(Debug, Clone)]
pub(super) enum Connect {
    /// Pooled connections, HTTP/1.1 without TLS.
    Network(Arc<Pooled>),
    /// A router of this process: the same requests and responses, no sockets.
    Router(Router),
    /// A network that a test wrote down.
    #[cfg(any(test, feature = "testkit"))]
    Script(Script),
}

/// How long connections are waited for, and kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    /// Until a connection is there. A lost SYN is sent again after one second: this allows for one that is.
    pub(super) connect: Duration,
    /// Until a connection that nobody uses is closed; shorter than the minute after which many proxies close theirs.
    pub(super) idle: Duration,
}

/// Why there is no response.
#[derive(Debug)]
pub(super) enum Broken {
    /// There was no connection: the request was not sent.
    Unsent(String),
    /// The connection broke: the request was sent, at least in part.
    Sent(String),
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(3), idle: Duration::from_secs(30) }
    }
}

impl Connect {
    /// Opens connections when they are needed and keeps them.
    pub(super) fn network(patience: Patience) -> Self {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        connector.set_connect_timeout(Some(patience.connect));
        let client = hyper_util::client::legacy::Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(patience.idle)
            .build(connector);
        Self::Network(Arc::new(client))
    }

    /// Sends a request and waits for the head of the response.
    pub(super) async fn send(
        &self,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Body>, Broken> {
        match self {
            Self::Network(client) => match client.request(request).await {
                Ok(response) => Ok(response.map(Body::new)),
                Err(error) if was_not_sent(&error) => Err(Broken::Unsent(reason(&error))),
                Err(error) => Err(Broken::Sent(reason(&error))),
            },
            Self::Router(router) => match router.clone().call(request.map(Body::new)).await {
                Ok(response) => Ok(response),
                Err(never) => match never {},
            },
            #[cfg(any(test, feature = "testkit"))]
            Self::Script(script) => {
                use crate::testkit::Fault;
                match script.play(request).await {
                    Ok(response) => Ok(response.map(Body::from)),
                    Err(Fault::Refused) => Err(Broken::Unsent("refused by the script".to_owned())),
                    Err(Fault::Broken) => Err(Broken::Sent("broken by the script".to_owned())),
                }
            }
        }
    }
}

/// Whether there was no connection, or only one that was closed before the request was written to it.
fn was_not_sent(error: &hyper_util::client::legacy::Error) -> bool {
    let is_canceled = || {
        error.source().and_then(|cause| cause.downcast_ref()).is_some_and(hyper::Error::is_canceled)
    };
    error.is_connect() || is_canceled()
}

/// The error and what caused it.
fn reason(error: &hyper_util::client::legacy::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
