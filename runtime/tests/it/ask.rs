//! Sends raw requests into a router and shows what comes back.

use http::{HeaderMap, Request};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tiebeam::Router;
use tower::Service as _;

use crate::shop::{self, Shop};

/// What came back.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Told {
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }

    pub(crate) fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// `pointer: detail` or `in parameter: detail` of every violation.
    pub(crate) fn violations(&self) -> Vec<String> {
        let errors = self.json()["errors"].as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let place = |error: &Value| match error.get("pointer") {
            Some(pointer) => text(pointer),
            None => format!("{} {}", text(&error["in"]), text(&error["parameter"])),
        };
        errors.iter().map(|error| format!("{}: {}", place(error), text(&error["detail"]))).collect()
    }
}

/// Sends a request to a fresh shop.
pub(crate) async fn ask(line: &str, fields: &[(&str, &str)], body: impl Into<Vec<u8>>) -> Told {
    ask_of(shop::server::router(Shop::default()), line, fields, body).await
}

/// Sends a request to a router.
pub(crate) async fn ask_of(
    mut router: Router,
    line: &str,
    fields: &[(&str, &str)],
    body: impl Into<Vec<u8>>,
) -> Told {
    let (method, target) = line.split_once(' ').expect("a method and a target");
    let mut request = Request::builder().method(method).uri(target);
    for (name, value) in fields {
        request = request.header(*name, *value);
    }
    let request = request.body(axum::body::Body::from(body.into())).expect("a request");
    let response = router.call(request).await.unwrap_or_else(|never| match never {});
    let (parts, body) = response.into_parts();
    let body = body.collect().await.expect("a body in memory").to_bytes();
    let text = String::from_utf8(body.to_vec()).expect("a text");
    let told = Told { status: parts.status.as_u16(), headers: parts.headers, text };
    check_promises(&told);
    told
}

/// What holds for every response: a correlation id, and a problem document for every error.
fn check_promises(told: &Told) {
    assert!(told.field("x-correlation-id").is_some_and(|id| !id.is_empty()), "{told:?}");
    if told.status < 400 || told.text.is_empty() {
        return;
    }
    assert_eq!(told.field("content-type"), Some("application/problem+json"), "{told:?}");
    let problem = told.json();
    assert_eq!(problem["status"], told.status, "{told:?}");
    for member in ["type", "title", "code", "instance"] {
        assert!(problem[member].is_string(), "{member}: {told:?}");
    }
    assert_eq!(problem["correlationId"].as_str(), told.field("x-correlation-id"), "{told:?}");
}
