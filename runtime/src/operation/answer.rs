//! A response between its type and the wire.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::buffer::Buffer;
use super::definition::{Operation, Success};
use crate::etag::ETag;
use crate::problem::{Problem, own};
use crate::shape::{Mode, Shape, check};
use crate::text;

/// Violations that a log names.
const NAMED: usize = 5;

/// The status, the header fields and the body of a successful response.
#[derive(Debug, Clone)]
pub struct Answer {
    /// `None` for the status that the operation declares.
    status: Option<StatusCode>,
    headers: HeaderMap,
    body: Option<Bytes>,
    operation: Option<&'static Operation>,
    /// Why it cannot be sent.
    defect: Option<String>,
}

impl Answer {
    /// An answer with a JSON body.
    pub fn json<T: Serialize + ?Sized>(status: u16, body: &T) -> Self {
        Self::empty(status).with_body(body)
    }

    /// An answer without a body.
    #[must_use]
    pub fn empty(status: u16) -> Self {
        match StatusCode::from_u16(status) {
            Ok(status) => Self::bare(Some(status)),
            Err(_) => {
                Self { defect: Some(format!("{status} is not an HTTP status")), ..Self::bare(None) }
            }
        }
    }

    /// An answer with the status that the operation declares.
    pub(crate) fn declared<T: Serialize + ?Sized>(body: &T) -> Self {
        Self::bare(None).with_body(body)
    }

    /// An answer with a JSON text and its entity tag, which stands for these very bytes.
    pub(crate) fn document(text: &'static str, tag: &ETag) -> Self {
        let mut answer = Self::empty(200);
        answer.body = Some(Bytes::from_static(text.as_bytes()));
        if let Ok(tag) = HeaderValue::try_from(tag.to_string()) {
            answer.headers.insert(http::header::ETAG, tag);
        }
        answer
    }

    /// An answer that came from a server.
    pub(crate) fn received(
        operation: &'static Operation,
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
    ) -> Self {
        Self {
            status: Some(status),
            headers,
            body: Some(body),
            operation: Some(operation),
            defect: None,
        }
    }

    /// Adds a header field.
    #[must_use]
    pub fn with_header<T: Serialize + ?Sized>(mut self, name: &'static str, value: &T) -> Self {
        match field(name, value) {
            Ok((name, value)) => drop(self.headers.insert(name, value)),
            Err(defect) => self.defect = Some(defect),
        }
        self
    }

    /// Adds a header field where there is a value.
    #[must_use]
    pub fn with_optional_header<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: Option<&T>,
    ) -> Self {
        match value {
            Some(value) => self.with_header(name, value),
            None => self,
        }
    }

    /// The status; zero for the one that the operation declares.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.map_or(0, |status| status.as_u16())
    }

    /// Reads the body; unknown members are passed over.
    ///
    /// # Errors
    ///
    /// `bad-gateway` when the body is not what the operation promises.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let success = self.success();
        let promises_body = success.is_none_or(|success| success.shape().is_some());
        let body = match &self.body {
            Some(body) if promises_body => body,
            _ => &Bytes::from_static(b"null"),
        };
        serde_json::from_slice(body).or_else(|error| {
            let shape = success.and_then(Success::shape);
            read_by_shape(body, shape, &error)
                .map_err(|reason| own::bad_gateway(format!("{}: the body: {reason}", self.name())))
        })
    }

    /// Reads a header field.
    ///
    /// # Errors
    ///
    /// `bad-gateway` when it is missing or not what the operation promises.
    pub fn header<T: DeserializeOwned>(&self, name: &str) -> Result<T, Problem> {
        let value = self.optional_header(name)?;
        value.ok_or_else(|| {
            own::bad_gateway(format!("{}: the field {name} is missing", self.name()))
        })
    }

    /// Reads a header field that may be missing.
    ///
    /// # Errors
    ///
    /// `bad-gateway` when it is not what the operation promises.
    pub fn optional_header<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Problem> {
        let Some(value) = self.headers.get(name) else { return Ok(None) };
        let text = std::str::from_utf8(value.as_bytes()).map_err(|error| error.to_string());
        let read = text.and_then(|text| text::from_text(text).map_err(|error| error.to_string()));
        read.map(Some).map_err(|error| {
            own::bad_gateway(format!("{}: the field {name}: {error}", self.name()))
        })
    }

    /// The problem of an answer whose status the operation does not know.
    #[must_use]
    pub fn unexpected(&self) -> Problem {
        own::bad_gateway(format!("{}: unexpected status {}", self.name(), self.status()))
    }

    /// The names of the header fields that it was given.
    pub(crate) fn fields(&self) -> Vec<HeaderName> {
        self.headers.keys().cloned().collect()
    }

    /// Whether the status is the operation's first.
    pub(crate) fn is_declared(&self) -> bool {
        let first = self.operation.and_then(|operation| operation.successes().first());
        match (self.status, first) {
            (Some(status), Some(success)) => status.as_u16() == success.status(),
            _ => true,
        }
    }

    /// What the server sends: the status, the declaration it belongs to, the fields and the body.
    pub(crate) fn settle(self, operation: &'static Operation) -> Result<Settled, Problem> {
        if let Some(defect) = self.defect {
            return Err(own::internal(format!("{}: {defect}", operation.name())));
        }
        let success = match self.status {
            Some(status) => {
                operation.successes().iter().find(|success| success.status() == status.as_u16())
            }
            None => operation.successes().first(),
        };
        let declared = success.and_then(|success| StatusCode::from_u16(success.status()).ok());
        let status = self.status.or(declared).unwrap_or(StatusCode::OK);
        let has_body = success.is_none_or(|success| success.shape().is_some());
        Ok(Settled { status, success, headers: self.headers, body: self.body.filter(|_| has_body) })
    }

    fn bare(status: Option<StatusCode>) -> Self {
        Self { status, headers: HeaderMap::new(), body: None, operation: None, defect: None }
    }

    fn with_body<T: Serialize + ?Sized>(mut self, body: &T) -> Self {
        let mut text = Buffer::new();
        match serde_json::to_writer(text.writer(), body) {
            Ok(()) => self.body = Some(text.into_bytes()),
            Err(error) => self.defect = Some(format!("the body cannot be written: {error}")),
        }
        self
    }

    /// The declaration that the status belongs to.
    fn success(&self) -> Option<&'static Success> {
        let status = self.status();
        self.operation?.successes().iter().find(|success| success.status() == status)
    }

    fn name(&self) -> &'static str {
        self.operation.map_or("answer", Operation::name)
    }
}

/// An answer that is ready to be sent.
pub(crate) struct Settled {
    pub(crate) status: StatusCode,
    pub(crate) success: Option<&'static Success>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
}

/// Reads a body that serde does not read as it is written, or says where it differs from its shape.
///
/// The type refuses all that the shape refuses, so a body is walked beside its shape only when it was refused. The
/// reason names places and not values: it goes to the log.
fn read_by_shape<T: DeserializeOwned>(
    body: &[u8],
    shape: Option<&Shape>,
    error: &serde_json::Error,
) -> Result<T, String> {
    let unreadable = || format!("cannot be read, line {}, column {}", error.line(), error.column());
    let shape = shape.ok_or_else(unreadable)?;
    let text = std::str::from_utf8(body).map_err(|error| error.to_string())?;
    let checked = check(text, shape, Mode::Open).map_err(|malformed| malformed.describe(body))?;
    if checked.violations.is_empty() {
        return serde_json::from_str(&checked.respelled(text)).map_err(|_| unreadable());
    }
    let named = checked.violations.iter().take(NAMED).map(ToString::to_string);
    let mut reason = named.collect::<Vec<_>>().join("; ");
    if checked.violations.len() > NAMED {
        reason.push_str("; and more");
    }
    Err(reason)
}

/// Writes a scalar as a header field.
pub(super) fn field<T: Serialize + ?Sized>(
    name: &'static str,
    value: &T,
) -> Result<(HeaderName, HeaderValue), String> {
    let text = text::to_text(value).map_err(|error| format!("the field {name}: {error}"))?;
    let value = HeaderValue::try_from(text)
        .map_err(|_| format!("the field {name}: not visible characters"))?;
    let name = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| format!("{name} is not the name of a field"))?;
    Ok((name, value))
}
