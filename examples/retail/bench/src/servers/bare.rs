//! The floor: hyper, which answers with the same bytes whatever it is asked.

use std::convert::Infallible;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION};
use http::{HeaderValue, Method, Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use crate::sample;

/// Answers until the process ends.
///
/// # Errors
///
/// When connections cannot be accepted.
pub async fn serve(listener: TcpListener) -> anyhow::Result<()> {
    let location: Arc<HeaderValue> =
        Arc::new(HeaderValue::try_from(format!("/v1/orders/{}", sample::ID))?);
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let location = Arc::clone(&location);
        let service = service_fn(move |request| answer(request, Arc::clone(&location)));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

async fn answer(
    request: Request<Incoming>,
    location: Arc<HeaderValue>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let is_new = *request.method() == Method::POST;
    if is_new {
        // What is sent is read: the connection is used again.
        let _ = request.into_body().collect().await;
    }
    let mut response = Response::new(Full::new(Bytes::from_static(sample::ORDER.as_bytes())));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if is_new {
        headers.insert(LOCATION, (*location).clone());
        *response.status_mut() = StatusCode::CREATED;
    }
    Ok(response)
}
