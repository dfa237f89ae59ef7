//! Ways for a request to reach a server: over a connection, or straight into a router of this process.

use std::error::Error as _;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tower::Service as _;

use crate::problem::{Problem, own};

type Pooled = hyper_util::client::legacy::Client<HttpConnector, Full<Bytes>>;

/// A way to a server; cheap to clone.
#[derive(Debug, Clone)]
pub(super) enum Connect {
    /// Pooled connections, HTTP/1.1 without TLS.
    Network(Arc<Pooled>),
    /// A router of this process: the same requests and responses, no sockets.
    Router(Router),
}

impl Connect {
    /// Opens connections when they are needed and keeps them.
    pub(super) fn network() -> Self {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let client =
            hyper_util::client::legacy::Client::builder(TokioExecutor::new()).build(connector);
        Self::Network(Arc::new(client))
    }

    /// Sends a request and waits for the head of the response.
    pub(super) async fn send(
        &self,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Body>, Problem> {
        match self {
            Self::Network(client) => match client.request(request).await {
                Ok(response) => Ok(response.map(Body::new)),
                Err(error) if error.is_connect() => Err(own::unavailable(reason(&error))),
                Err(error) => Err(own::bad_gateway(reason(&error))),
            },
            Self::Router(router) => match router.clone().call(request.map(Body::new)).await {
                Ok(response) => Ok(response),
                Err(never) => match never {},
            },
        }
    }
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
