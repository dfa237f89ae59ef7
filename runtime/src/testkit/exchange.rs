//! What was asked, and what came of it.

use std::fmt;
use std::time::Instant;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, Uri};
use serde_json::Value;

use crate::operation::Operation;

/// A request and what came of it.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// The request.
    pub asked: Asked,
    /// What the server behind the script answered, once for each time that the request reached it.
    pub served: Vec<Answered>,
    /// What came back to the caller.
    pub outcome: Outcome,
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

/// A response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The status.
    pub status: StatusCode,
    /// The header fields.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

/// What came back to the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing, so far or because the caller stopped waiting.
    Nothing,
    /// An answer.
    Answered(Answered),
    /// No connection.
    Refused,
    /// A connection that broke after the request was sent.
    Broken,
}

impl Exchange {
    /// The status that came back to the caller; `None` where no answer did.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.answered().map(|answered| answered.status.as_u16())
    }

    /// The answer that came back to the caller; `None` where none did.
    #[must_use]
    pub fn answered(&self) -> Option<&Answered> {
        match &self.outcome {
            Outcome::Answered(answered) => Some(answered),
            Outcome::Nothing | Outcome::Refused | Outcome::Broken => None,
        }
    }
}

impl Asked {
    /// Whether it asks for an operation, by method and path; one whose path has parameters is asked for by every path
    /// of its form.
    #[must_use]
    pub fn is(&self, operation: &Operation) -> bool {
        self.method.as_str() == operation.method().as_str()
            && matches(operation.path(), self.uri.path())
    }

    /// Which attempt of its call it is; the first is number one.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.header("tiebeam-attempt").and_then(|value| value.parse().ok()).unwrap_or(1)
    }

    /// The value of a header field, where there is one and it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        text(&self.headers, name)
    }

    /// The body as JSON; null where it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

impl Answered {
    /// The value of a header field, where there is one and it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        text(&self.headers, name)
    }

    /// The body as JSON; null where it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

/// `2 POST /v1/orders → a broken connection, after 201`.
impl fmt::Display for Exchange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { asked, served, outcome } = self;
        write!(formatter, "{asked} → {outcome}")?;
        let said: Vec<_> = served.iter().map(|answered| answered.status.as_str()).collect();
        match (outcome, said.as_slice()) {
            (_, []) | (Outcome::Answered(_), [_]) => Ok(()),
            (_, said) => write!(formatter, ", the server having said {}", said.join(" and ")),
        }
    }
}

impl fmt::Display for Asked {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let target = self.uri.path_and_query().map_or("/", |target| target.as_str());
        write!(formatter, "{} {} {target}", self.number, self.method)
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => formatter.write_str("nothing"),
            Self::Answered(answered) => formatter.write_str(answered.status.as_str()),
            Self::Refused => formatter.write_str("no connection"),
            Self::Broken => formatter.write_str("a broken connection"),
        }
    }
}

/// Whether a path has the form of a template such as `/v1/orders/{orderId}`.
fn matches(template: &str, path: &str) -> bool {
    let (mut expected, mut found) = (template.split('/'), path.split('/'));
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return true,
            (Some(name), Some(part)) if name.starts_with('{') => {
                if part.is_empty() {
                    return false;
                }
            }
            (Some(name), Some(part)) if name == part => {}
            _ => return false,
        }
    }
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_path_has_the_form_of_its_template_segment_by_segment() {
        for (template, path, expected) in [
            ("/v1/orders", "/v1/orders", true),
            ("/v1/orders", "/v1/orders/", false),
            ("/v1/orders", "/v1/order", false),
            ("/v1/orders/{orderId}", "/v1/orders/7", true),
            ("/v1/orders/{orderId}", "/v1/orders/", false),
            ("/v1/orders/{orderId}", "/v1/orders", false),
            ("/v1/orders/{orderId}", "/v1/orders/7/status", false),
            ("/v1/orders/{orderId}/status", "/v1/orders/7/status", true),
        ] {
            assert_eq!(matches(template, path), expected, "{template} {path}");
        }
    }
}
