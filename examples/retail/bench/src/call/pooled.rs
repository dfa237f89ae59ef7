//! The client beneath the generated one, used bare: the same pool, the same bytes on the wire.

use anyhow::{Context as _, ensure};
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri};
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use order_service_v1::NewOrder;
use retail_models::order::Order;

use crate::load::Kind;
use crate::sample;

/// A client that asks one thing.
#[derive(Debug)]
pub struct Pooled {
    client: hyper_util::client::legacy::Client<HttpConnector, Full<Bytes>>,
    address: String,
    method: Method,
    /// The fields that a generated client sends.
    fields: HeaderMap,
    /// What is entered.
    new: Option<NewOrder>,
}

impl Pooled {
    /// A client of the server at an address.
    ///
    /// # Errors
    ///
    /// When the sample is not an order.
    pub fn new(address: &str, kind: Kind) -> anyhow::Result<Self> {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let client = hyper_util::client::legacy::Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .build(connector);
        let mut fields = HeaderMap::new();
        fields.insert(ACCEPT, HeaderValue::from_static("application/json"));
        for (name, value) in [
            ("x-correlation-id", "0f6c1d2e-8b7a-4f03-9c4e-6f9c1d2e8b7a"),
            ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-02"),
            ("tiebeam-timeout-ms", "2000"),
        ] {
            fields.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        let (method, new) = match kind {
            Kind::Get => (Method::GET, None),
            Kind::Post => {
                fields.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
                let key = HeaderValue::from_static("\"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c\"");
                fields.insert(HeaderName::from_static("idempotency-key"), key);
                (Method::POST, Some(serde_json::from_str(sample::NEW_ORDER)?))
            }
        };
        Ok(Self { client, address: address.to_owned(), method, fields, new })
    }

    /// Asks, and reads the answer as bytes.
    ///
    /// # Errors
    ///
    /// When the connection breaks or the answer is no success.
    pub async fn bytes(&self) -> anyhow::Result<Bytes> {
        let body = match &self.new {
            Some(_) => Bytes::from_static(sample::NEW_ORDER.as_bytes()),
            None => Bytes::new(),
        };
        self.send(body).await
    }

    /// Writes what is asked, asks, and reads the answer as an order. What is asked is the caller's own, as it is for a
    /// generated client, so it is copied for each call.
    ///
    /// # Errors
    ///
    /// When the connection breaks or the answer is no order.
    pub async fn json(&self) -> anyhow::Result<Order> {
        let new = self.new.clone();
        let body = new.as_ref().map(serde_json::to_vec).transpose()?.unwrap_or_default();
        let answer = self.send(body.into()).await?;
        serde_json::from_slice(&answer).context("the answer is no order")
    }

    async fn send(&self, body: Bytes) -> anyhow::Result<Bytes> {
        let address = &self.address;
        let url: Uri = match self.method {
            Method::GET => format!("http://{address}/v1/orders/{}", sample::ID).parse()?,
            _ => format!("http://{address}/v1/orders").parse()?,
        };
        let mut request = Request::new(Full::new(body));
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = url;
        *request.headers_mut() = self.fields.clone();
        let response = self.client.request(request).await?;
        ensure!(response.status().is_success(), "answered with {}", response.status());
        Ok(response.into_body().collect().await?.to_bytes())
    }
}
