//! A request on its way from a type to the wire.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, IF_MATCH};
use http::{HeaderMap, HeaderValue};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::answer::field;
use super::definition::Operation;
use crate::etag::IfMatch;
use crate::http::header;
use crate::idempotency::IdempotencyKey;
use crate::page::PageRequest;
use crate::problem::{Problem, own};
use crate::shape::{ParameterIn, Violation};
use crate::text;

/// What RFC 3986 calls unreserved needs no encoding anywhere.
pub(crate) const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A request that is being written.
pub struct Output {
    operation: &'static Operation,
    segments: Vec<(&'static str, String)>,
    query: String,
    headers: HeaderMap,
    body: Option<Bytes>,
    defect: Option<Problem>,
}

/// A request that is ready to be sent.
pub(crate) struct Written {
    /// Path and query.
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
}

impl Output {
    pub(crate) fn new(operation: &'static Operation) -> Self {
        let (segments, query, headers) = (Vec::new(), String::new(), HeaderMap::new());
        Self { operation, segments, query, headers, body: None, defect: None }
    }

    /// A parameter that is always sent.
    pub fn required<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let parameter = self.operation.parameter(name);
        match parameter.location() {
            ParameterIn::Path => self.segment(name, value),
            ParameterIn::Query => self.pair(name, value),
            ParameterIn::Header => match field(name, value) {
                Ok((name, value)) => drop(self.headers.insert(name, value)),
                Err(defect) => self.fail(own::internal(defect)),
            },
        }
    }

    /// A parameter that is sent where there is a value.
    pub fn optional<T: Serialize + ?Sized>(&mut self, name: &'static str, value: Option<&T>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }

    /// A query parameter that is repeated.
    pub fn list<T: Serialize>(&mut self, name: &'static str, values: &[T]) {
        for value in values {
            self.pair(name, value);
        }
    }

    /// Which page of a list is wanted.
    pub fn page(&mut self, page: &PageRequest) {
        if page.limit > 0 {
            self.pair("limit", &page.limit);
        }
        if let Some(cursor) = &page.cursor {
            self.pair("cursor", cursor);
        }
    }

    /// The key that makes a repetition of this request safe.
    pub fn idempotency_key(&mut self, key: &IdempotencyKey) {
        let value = HeaderValue::try_from(key.to_field_value()).expect("a key is visible ASCII");
        self.headers.insert(header::IDEMPOTENCY_KEY.clone(), value);
    }

    /// The key that makes a repetition of this request safe, if there is one.
    pub fn optional_idempotency_key(&mut self, key: Option<&IdempotencyKey>) {
        if let Some(key) = key {
            self.idempotency_key(key);
        }
    }

    /// Which version of the entity the request changes.
    pub fn if_match(&mut self, tags: &IfMatch) {
        match HeaderValue::try_from(tags.to_string()) {
            Ok(value) => drop(self.headers.insert(IF_MATCH, value)),
            Err(error) => self.fail(own::internal(format!("If-Match: {error}"))),
        }
    }

    /// Which version of the entity the request changes, if it matters.
    pub fn optional_if_match(&mut self, tags: Option<&IfMatch>) {
        if let Some(tags) = tags {
            self.if_match(tags);
        }
    }

    /// The body.
    pub fn body<T: Serialize + ?Sized>(&mut self, body: &T) {
        let mut text = Vec::with_capacity(256);
        match serde_json::to_writer(&mut text, body) {
            Ok(()) => {
                self.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
                self.body = Some(text.into());
            }
            Err(error) => self.fail(own::internal(format!("the body cannot be written: {error}"))),
        }
    }

    pub(crate) fn finish(self) -> Result<Written, Problem> {
        if let Some(defect) = self.defect {
            return Err(defect);
        }
        let mut target = String::with_capacity(self.operation.path().len() + self.query.len() + 40);
        for part in self.operation.path().split('/').skip(1) {
            target.push('/');
            match part.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                Some(name) => {
                    let value = self.segments.iter().find(|(written, _)| *written == name);
                    let (_, value) =
                        value.ok_or_else(|| own::internal(format!("{name} was not written")))?;
                    target.push_str(value);
                }
                None => target.push_str(part),
            }
        }
        if !self.query.is_empty() {
            target.push('?');
            target.push_str(&self.query);
        }
        Ok(Written { target, headers: self.headers, body: self.body })
    }

    /// A segment must not be empty, `.` or `..`: the request would go elsewhere.
    fn segment<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        match text::to_text(value) {
            Ok(text) if text.is_empty() || text == "." || text == ".." => {
                let violation =
                    Violation::in_parameter(name, ParameterIn::Path, "cannot stand in a path");
                self.fail(own::validation(vec![violation]));
            }
            Ok(text) => {
                self.segments.push((name, utf8_percent_encode(&text, RESERVED).to_string()));
            }
            Err(error) => self.fail(own::internal(format!("{name}: {error}"))),
        }
    }

    fn pair<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        match text::to_text(value) {
            Ok(text) => {
                if !self.query.is_empty() {
                    self.query.push('&');
                }
                self.query.extend(utf8_percent_encode(name, RESERVED));
                self.query.push('=');
                self.query.extend(utf8_percent_encode(&text, RESERVED));
            }
            Err(error) => self.fail(own::internal(format!("{name}: {error}"))),
        }
    }

    fn fail(&mut self, problem: Problem) {
        self.defect.get_or_insert(problem);
    }
}
