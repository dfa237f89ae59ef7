//! Problems as JSON documents.

use std::borrow::Cow;

use http::{HeaderMap, StatusCode};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::occurrence::{Inner, Problem};
use crate::shape::Violation;

/// Members that an extension cannot replace.
const STANDARD: [&str; 8] =
    ["type", "title", "status", "detail", "instance", "code", "correlationId", "errors"];

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let inner = &self.0;
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("type", &inner.uri)?;
        members.serialize_entry("title", &inner.title)?;
        members.serialize_entry("status", &inner.status)?;
        if !inner.code.is_empty() {
            members.serialize_entry("code", &inner.code)?;
        }
        let texts = [
            ("detail", &inner.detail),
            ("instance", &inner.instance),
            ("correlationId", &inner.correlation_id),
        ];
        for (name, text) in texts {
            if let Some(text) = text {
                members.serialize_entry(name, text)?;
            }
        }
        if !inner.errors.is_empty() {
            members.serialize_entry("errors", &inner.errors)?;
        }
        for (name, value) in &inner.extensions {
            if !STANDARD.contains(&name.as_str()) {
                members.serialize_entry(name, value)?;
            }
        }
        members.end()
    }
}

impl Problem {
    /// Reads a document that came with this status; a member of the wrong type is ignored (RFC 9457 §3.1).
    ///
    /// `None` when it is not a JSON object.
    pub(crate) fn parse(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Option<Self> {
        let mut members: Map<String, Value> = serde_json::from_slice(body).ok()?;
        let mut text = |name: &str| match members.remove(name) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        let uri = text("type")
            .filter(|uri| !uri.is_empty())
            .map_or(Cow::Borrowed("about:blank"), Cow::Owned);
        let title = text("title").map_or(Cow::Borrowed(reason(status)), Cow::Owned);
        let code = text("code").map_or(Cow::Borrowed(""), Cow::Owned);
        let (detail, instance, correlation_id) =
            (text("detail"), text("instance"), text("correlationId"));
        let errors = match members.get("errors") {
            Some(Value::Array(errors)) => errors.iter().filter_map(Violation::from_value).collect(),
            _ => Vec::new(),
        };
        members.remove("status");
        let mut kept = HeaderMap::new();
        if let Some(value) = headers.get(http::header::RETRY_AFTER) {
            kept.insert(http::header::RETRY_AFTER, value.clone());
        }
        Some(Self(Box::new(Inner {
            uri,
            code,
            title,
            status: status.as_u16(),
            detail,
            instance,
            correlation_id,
            errors,
            extensions: members,
            headers: kept,
            cause: None,
        })))
    }
}

/// The words that belong to a status.
fn reason(status: StatusCode) -> &'static str {
    status.canonical_reason().unwrap_or("Unknown problem")
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};
    use serde::{Deserialize, Serialize};

    use crate::problem::{Problem, ProblemType};

    static OUT_OF_STOCK: ProblemType = ProblemType {
        uri: "https://acme.example/problems/out-of-stock",
        code: "out-of-stock",
        title: "Out of stock",
        status: 409,
    };

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct OutOfStock {
        sku: String,
    }

    fn read(body: &str) -> Option<Problem> {
        Problem::parse(StatusCode::CONFLICT, &HeaderMap::new(), body.as_bytes())
    }

    #[test]
    fn a_typed_problem_survives_a_round_trip() {
        let problem = OUT_OF_STOCK
            .with(&OutOfStock { sku: "ABC-1234".to_owned() })
            .placed("/v1/orders", "c-1");
        let text = serde_json::to_string(&problem).expect("a problem can be written");
        assert_eq!(
            text,
            r#"{"type":"https://acme.example/problems/out-of-stock","title":"Out of stock","status":409,"code":"out-of-stock","instance":"/v1/orders","correlationId":"c-1","sku":"ABC-1234"}"#
        );
        let again = read(&text).expect("it is a problem");
        assert!(again.is(&OUT_OF_STOCK));
        assert_eq!(again.detail_of(&OUT_OF_STOCK), Some(OutOfStock { sku: "ABC-1234".to_owned() }));
    }

    #[test]
    fn members_of_the_wrong_type_are_ignored() {
        let problem = read(
            r##"{"type":7,"title":[],"status":"409","detail":{},"code":null,"errors":[{"detail":"x","pointer":"#/a"},{"detail":1},3]}"##,
        )
        .expect("it is a problem all the same");
        assert_eq!(problem.uri(), "about:blank");
        assert_eq!(problem.title(), "Conflict");
        assert_eq!((problem.status(), problem.detail(), problem.code()), (409, None, ""));
        assert_eq!(problem.violations().len(), 1);
    }

    #[test]
    fn an_incomplete_detail_is_no_detail() {
        let problem = read(r#"{"type":"https://acme.example/problems/out-of-stock","sku":7}"#)
            .expect("a problem");
        assert_eq!(problem.detail_of::<OutOfStock>(&OUT_OF_STOCK), None);
        for body in ["[]", "", "<html>", "7", "{"] {
            assert!(read(body).is_none(), "{body}");
        }
    }

    #[test]
    fn an_extension_cannot_replace_a_standard_member() {
        #[derive(Serialize)]
        struct Sly {
            status: u16,
            sku: &'static str,
        }
        let text = serde_json::to_string(&OUT_OF_STOCK.with(&Sly { status: 200, sku: "a" }))
            .expect("it can be written");
        assert_eq!(text.matches("status").count(), 1, "{text}");
        assert!(text.contains(r#""sku":"a""#), "{text}");
    }
}
