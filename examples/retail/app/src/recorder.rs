//! Writes down which requests crossed which tier.
//!
//! A request that comes over HTTP is seen by a layer in front of the routes, one that is a function call by the
//! [`Way`](crate::Way) to what is called; both look the same afterwards. Recording is off unless somebody asks for it:
//! it is for looking at, and costs memory.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Uri};
use axum::middleware::{Next, from_fn};
use axum::response::IntoResponse;
use axum::routing::get;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tiebeam::Context;
use tiebeam::operation::{Api, Failure, Operation, Reply, Success};
use tiebeam::types::Timestamp;

use crate::slots::{self, Slot};

/// Ties together what belongs to one request of a channel.
const CORRELATION_ID: &str = "x-correlation-id";

/// A request that reached some system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Crossing {
    /// What it belongs to.
    pub correlation_id: String,
    /// The tier that was reached, or `backend`.
    pub layer: String,
    /// What was reached, `order-process@2`.
    pub system: String,
    /// What was asked: an operation, or a request line where there is no contract.
    pub operation: String,
    /// How it went; absent while the answer is on its way, and when nobody waited for it.
    pub status: Option<u16>,
    /// Whether what was asked is on its way out.
    pub is_deprecated: bool,
    /// When it arrived, in microseconds since the epoch.
    pub arrived: i64,
    /// How long the answer took, in microseconds.
    pub duration: Option<u64>,
}

/// What was written down so far; cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Recorder {
    crossings: Arc<Mutex<Vec<Crossing>>>,
}

/// A crossing that is not over.
struct Open<'r> {
    recorder: &'r Recorder,
    entry: usize,
    arrived: Instant,
}

impl Recorder {
    /// What belongs to a request, in the order in which it arrived.
    #[must_use]
    pub fn of(&self, correlation_id: &str) -> Vec<Crossing> {
        let crossings = self.crossings.lock().unwrap_or_else(PoisonError::into_inner);
        crossings.iter().filter(|it| it.correlation_id == correlation_id).cloned().collect()
    }

    /// Shows what was written down: `GET /crossings?correlationId=…`.
    pub fn router(&self) -> Router {
        Router::new().route("/crossings", get(show)).with_state(self.clone())
    }

    /// Writes down every request that reaches the routes of a slot.
    pub fn watch(&self, slot: &'static Slot, router: Router) -> Router {
        let recorder = self.clone();
        let operations = Arc::new(Operations::of(slot));
        router.layer(from_fn(move |request: Request, next: Next| {
            let (recorder, operations) = (recorder.clone(), Arc::clone(&operations));
            async move {
                let line = (request.method().as_str(), request.uri().path());
                let open = recorder.open(Crossing {
                    correlation_id: correlation_id(request.headers()),
                    operation: operations.find(line.0, line.1),
                    ..Crossing::to(slot)
                });
                let response = next.run(request).await;
                open.close(
                    response.status().as_u16(),
                    response.headers().contains_key("deprecation"),
                );
                response
            }
        }))
    }

    /// Writes down a call in this process.
    pub(crate) async fn call<R, E>(
        &self,
        context: &Context,
        api: &'static Api,
        operation: &'static Operation,
        call: impl Future<Output = Result<R, E>>,
    ) -> Result<R, E>
    where
        R: Reply + Clone,
        E: Failure + Clone,
    {
        let open = self.open(Crossing {
            correlation_id: context.correlation_id().to_owned(),
            layer: slots::tier(api.tier).to_owned(),
            system: format!("{}@{}", api.name, api.major),
            operation: operation.name().to_owned(),
            status: None,
            is_deprecated: false,
            arrived: Timestamp::now().as_microsecond(),
            duration: None,
        });
        let outcome = call.await;
        open.close(status(operation, &outcome), operation.deprecation().is_some());
        outcome
    }

    fn open(&self, crossing: Crossing) -> Open<'_> {
        let mut crossings = self.crossings.lock().unwrap_or_else(PoisonError::into_inner);
        crossings.push(crossing);
        Open { recorder: self, entry: crossings.len() - 1, arrived: Instant::now() }
    }
}

impl Open<'_> {
    fn close(self, status: u16, is_deprecated: bool) {
        let mut crossings = self.recorder.crossings.lock().unwrap_or_else(PoisonError::into_inner);
        let crossing = &mut crossings[self.entry];
        crossing.status = Some(status);
        crossing.is_deprecated = is_deprecated;
        crossing.duration = u64::try_from(self.arrived.elapsed().as_micros()).ok();
    }
}

impl Crossing {
    fn to(slot: &Slot) -> Self {
        Self {
            correlation_id: String::new(),
            layer: slot.layer().to_owned(),
            system: slot
                .api
                .map_or_else(|| slot.name.to_owned(), |api| format!("{}@{}", api.name, api.major)),
            operation: String::new(),
            status: None,
            is_deprecated: false,
            arrived: Timestamp::now().as_microsecond(),
            duration: None,
        }
    }
}

/// The status with which a call in this process would have travelled.
fn status<R, E>(operation: &Operation, outcome: &Result<R, E>) -> u16
where
    R: Reply + Clone,
    E: Failure + Clone,
{
    match outcome {
        Ok(response) => match response.clone().into_answer().status() {
            0 => operation.successes().first().map_or(200, Success::status),
            status => status,
        },
        Err(error) => error.clone().into_problem().status(),
    }
}

async fn show(State(recorder): State<Recorder>, uri: Uri) -> impl IntoResponse {
    let query = uri.query().unwrap_or_default().as_bytes();
    let wanted = form_urlencoded::parse(query).find(|(name, _)| name == "correlationId");
    let crossings = recorder.of(&wanted.unwrap_or_default().1);
    ([(CONTENT_TYPE, "application/json")], serde_json::to_string(&crossings).unwrap_or_default())
}

fn correlation_id(headers: &HeaderMap) -> String {
    let value = headers.get(CORRELATION_ID).and_then(|value| value.to_str().ok());
    value.unwrap_or_default().to_owned()
}

/// The operations of a slot by method and path, out of its document.
struct Operations(Vec<(String, String, String)>);

impl Operations {
    fn of(slot: &Slot) -> Self {
        let Some(api) = slot.api else { return Self(Vec::new()) };
        let document: Value = serde_json::from_str(api.openapi).unwrap_or_default();
        let mut operations = Vec::new();
        for (path, methods) in document["paths"].as_object().into_iter().flatten() {
            for (method, operation) in methods.as_object().into_iter().flatten() {
                if let Some(name) = operation["operationId"].as_str() {
                    let path = format!("/v{}{path}", api.major);
                    operations.push((method.to_ascii_uppercase(), path, name.to_owned()));
                }
            }
        }
        Self(operations)
    }

    /// The name of an operation; the request itself where there is none.
    fn find(&self, method: &str, path: &str) -> String {
        let found = self.0.iter().find(|(known, template, _)| {
            known == method && template.split('/').count() == path.split('/').count() && {
                let mut parts = template.split('/').zip(path.split('/'));
                parts.all(|(wanted, found)| wanted.starts_with('{') || wanted == found)
            }
        });
        found.map_or_else(|| format!("{method} {path}"), |(_, _, name)| name.clone())
    }
}

/// Indented by tier: `  process  order-process@2  placeOrder  201  3.2 ms`.
impl fmt::Display for Crossing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let indent = match self.layer.as_str() {
            "experience" => "",
            "process" => "  ",
            "backend" => "      ",
            _ => "    ",
        };
        let layer = format!("{indent}{}", self.layer);
        let status = self.status.map_or_else(|| "…".to_owned(), |status| status.to_string());
        write!(formatter, "{layer:<13} {:<22} {:<17} → {status}", self.system, self.operation)?;
        match self.duration {
            None => {}
            Some(micros @ ..1_000) => write!(formatter, "  {micros} µs")?,
            Some(micros) => write!(formatter, "  {} ms", micros / 1_000)?,
        }
        if self.is_deprecated { formatter.write_str("  deprecated") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Operations;
    use crate::slots;

    #[test]
    fn an_operation_is_found_by_its_request() {
        let operations = Operations::of(&slots::ORDER_PROCESS_V2);
        assert_eq!(operations.find("POST", "/v2/orders"), "placeOrder");
        assert_eq!(operations.find("GET", "/v2/orders/4711"), "getOrder");
        assert_eq!(operations.find("GET", "/v2/nothing"), "GET /v2/nothing");
        assert_eq!(Operations::of(&slots::ERP).find("POST", "/erp/gateway"), "POST /erp/gateway");
    }
}
