//! A request on its way into a type: every part is read and checked, and everything that is wrong is remembered.

use std::borrow::Cow;

use http::HeaderMap;
use http::header::AsHeaderName;
use serde::de::DeserializeOwned;

use super::definition::{Operation, Parameter};
use super::policy::Precondition;
use super::query::{self, Query, as_uri};
use crate::etag::IfMatch;
use crate::http::header;
use crate::idempotency::IdempotencyKey;
use crate::page::{Cursor, CursorKey, MAX_CURSOR, PageRequest};
use crate::problem::{Problem, own};
use crate::shape::{
    Kind, MAX_VIOLATIONS, Mode, ParameterIn, Violation, check, check_text, closest, read,
};
use crate::text;

/// A request that is being read.
///
/// A getter that finds something wrong remembers it and answers [`Invalid`]; so read everything first and use `?` after.
pub struct Input<'r> {
    operation: &'static Operation,
    path: &'r str,
    query: Query<'r>,
    headers: &'r HeaderMap,
    body: &'r [u8],
    cursors: &'r CursorKey,
    violations: Vec<Violation>,
    refusal: Option<Problem>,
}

/// Something is wrong; [`Input`] knows what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invalid(());

impl<'r> Input<'r> {
    pub(crate) fn new(
        operation: &'static Operation,
        path: &'r str,
        query: Option<&'r str>,
        headers: &'r HeaderMap,
        body: &'r [u8],
        cursors: &'r CursorKey,
    ) -> Self {
        let query = Query::parse(query);
        let violations = Vec::new();
        Self { operation, path, query, headers, body, cursors, violations, refusal: None }
    }

    /// Answers the request, or the problem that tells everything that is wrong with it.
    pub(crate) fn finish<T>(mut self, request: Result<T, Invalid>) -> Result<T, Problem> {
        self.refuse_unknown_pairs();
        match (self.refusal, request) {
            (Some(problem), _) if problem.is(&own::MALFORMED_BODY) => {
                Err(problem.with_violations(self.violations))
            }
            _ if !self.violations.is_empty() => Err(own::validation(self.violations)),
            (Some(problem), _) => Err(problem),
            (None, Ok(request)) => Ok(request),
            (None, Err(Invalid(()))) => {
                Err(own::internal("a request was refused without a reason"))
            }
        }
    }

    /// A parameter that must be there.
    ///
    /// # Errors
    ///
    /// When it is missing or not valid.
    pub fn required<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Invalid> {
        let value = self.optional(name)?;
        value.ok_or_else(|| self.wrong(self.operation.parameter(name), "is required"))
    }

    /// A parameter that may be absent.
    ///
    /// # Errors
    ///
    /// When it is not valid.
    pub fn optional<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, Invalid> {
        let parameter = self.operation.parameter(name);
        match self.only(parameter)? {
            Some(text) => self.value(parameter, parameter.shape(), &text).map(Some),
            None => Ok(None),
        }
    }

    /// A parameter for which a value is assumed when it is absent.
    ///
    /// # Errors
    ///
    /// When it is not valid.
    pub fn with_default<T: DeserializeOwned>(
        &mut self,
        name: &str,
        default: impl FnOnce() -> T,
    ) -> Result<T, Invalid> {
        self.optional(name).map(|value| value.unwrap_or_else(default))
    }

    /// A query parameter that may be repeated.
    ///
    /// # Errors
    ///
    /// When one of its values, or their number, is not valid.
    pub fn list<T: DeserializeOwned>(&mut self, name: &str) -> Result<Vec<T>, Invalid> {
        let parameter = self.operation.parameter(name);
        let before = self.violations.len();
        let texts: Vec<_> = self.query.values(name).cloned().collect();
        let shape = parameter.shape().resolved();
        let Kind::List(item) = shape.kind() else {
            unreachable!("the generator reads only lists as lists")
        };
        if texts.is_empty() && parameter.is_required() {
            return Err(self.wrong(parameter, "is required"));
        }
        self.count(parameter, &texts);
        let mut values = Vec::with_capacity(texts.len());
        for text in texts {
            let value = match text {
                Some(text) => self.value(parameter, item, &text),
                None => Err(self.wrong(parameter, "is not percent-encoded UTF-8")),
            };
            values.extend(value);
        }
        if self.violations.len() == before { Ok(values) } else { Err(Invalid(())) }
    }

    /// Which page of a list is wanted.
    ///
    /// # Errors
    ///
    /// When `limit` or `cursor` is not valid.
    pub fn page(&mut self) -> Result<PageRequest, Invalid> {
        let paging = self.operation.paging().expect("only paged operations read a page");
        let limit = match self.only_pair("limit") {
            Ok(None) => Ok(paging.default_limit),
            Ok(Some(text)) => {
                // A number as JSON writes it: neither `+5` nor `007`.
                let is_number = text.starts_with(|first: char| matches!(first, '1'..='9'));
                let limit = is_number.then(|| text.parse().ok()).flatten();
                let limit = limit.filter(|limit| (1..=paging.max_limit).contains(limit));
                let expected = || format!("must be an integer between 1 and {}", paging.max_limit);
                limit.ok_or_else(|| self.wrong_pair("limit", &expected()))
            }
            Err(invalid) => Err(invalid),
        };
        let cursor = match self.only_pair("cursor") {
            Ok(Some(text)) if text.is_empty() || text.len() > MAX_CURSOR => {
                Err(self.wrong_pair("cursor", "is not a cursor that this list gave out"))
            }
            Ok(None) => Ok(None),
            Ok(Some(text)) => match self.cursors.open(&as_uri(self.path), &text) {
                Some(cursor) => Ok(Some(Cursor::new(cursor))),
                None => Err(self.wrong_pair("cursor", "is not a cursor that this list gave out")),
            },
            Err(invalid) => Err(invalid),
        };
        Ok(PageRequest { limit: limit?, cursor: cursor? })
    }

    /// The key that makes a repetition of this request safe.
    ///
    /// # Errors
    ///
    /// When it is missing or not valid.
    pub fn idempotency_key(&mut self) -> Result<IdempotencyKey, Invalid> {
        let key = self.optional_idempotency_key()?;
        key.ok_or_else(|| self.wrong_field("Idempotency-Key", "is required"))
    }

    /// The key that makes a repetition of this request safe, if there is one.
    ///
    /// # Errors
    ///
    /// When it is not valid.
    pub fn optional_idempotency_key(&mut self) -> Result<Option<IdempotencyKey>, Invalid> {
        const NAME: &str = "Idempotency-Key";
        match self.only_value(&header::IDEMPOTENCY_KEY, NAME)? {
            Some(text) => text
                .parse()
                .map(Some)
                .map_err(|error| self.wrong_field(NAME, &ToString::to_string(&error))),
            None => Ok(None),
        }
    }

    /// Which version of the entity the request changes.
    ///
    /// # Errors
    ///
    /// When it is missing or not valid.
    pub fn if_match(&mut self) -> Result<IfMatch, Invalid> {
        let tags = self.optional_if_match()?;
        tags.ok_or_else(|| {
            if self.operation.precondition() == Some(Precondition::Required) {
                self.refusal.get_or_insert_with(own::precondition_required);
            }
            Invalid(())
        })
    }

    /// Which version of the entity the request changes, if it says so.
    ///
    /// # Errors
    ///
    /// When it is not valid.
    pub fn optional_if_match(&mut self) -> Result<Option<IfMatch>, Invalid> {
        match header::combined(self.headers, &http::header::IF_MATCH) {
            Some(Ok(text)) => text
                .parse()
                .map(Some)
                .map_err(|error| self.wrong_field("If-Match", &ToString::to_string(&error))),
            Some(Err(_)) => Err(self.wrong_field("If-Match", "is not text")),
            None => Ok(None),
        }
    }

    /// The body.
    ///
    /// # Errors
    ///
    /// When it is missing, not JSON or not valid.
    pub fn body<T: DeserializeOwned>(&mut self) -> Result<T, Invalid> {
        let shape = self.operation.request_body().expect("only operations with a body read one");
        if self.body.is_empty() {
            return Err(self.wrong_body("is required: the request has no body"));
        }
        let text = match std::str::from_utf8(self.body) {
            Ok(text) if text.starts_with('\u{feff}') => {
                return Err(self.malformed("The text starts with a byte order mark.".to_owned()));
            }
            Ok(text) => text,
            Err(error) => {
                return Err(
                    self.malformed(format!("Byte {} is not UTF-8.", error.valid_up_to() + 1))
                );
            }
        };
        if let Some(body) = read(text, shape) {
            return Ok(body);
        }
        let checked = match check(text, shape, Mode::Closed) {
            Ok(checked) => checked,
            Err(malformed) => return Err(self.malformed(malformed.describe(self.body))),
        };
        let respelled = checked.respelled(text);
        if !checked.violations.is_empty() {
            self.violations.extend(checked.violations);
            return Err(Invalid(()));
        }
        serde_json::from_str(&respelled)
            .map_err(|error| self.wrong_body(&format!("cannot be read: {error}")))
    }

    /// The text of a parameter that is not a list.
    fn only(&mut self, parameter: &'static Parameter) -> Result<Option<Cow<'r, str>>, Invalid> {
        match parameter.location() {
            ParameterIn::Path => {
                match query::segment(self.operation.path(), self.path, parameter.name()) {
                    // A proxy takes these out of the path, and asks for something else (RFC 3986 §6.2.2.3).
                    Some(text) if text == "." || text == ".." => {
                        Err(self.wrong(parameter, "cannot stand in a path"))
                    }
                    Some(text) => Ok(Some(text)),
                    None => Err(self.wrong(parameter, "is not percent-encoded UTF-8")),
                }
            }
            ParameterIn::Query => self.only_pair(parameter.name()),
            ParameterIn::Header => Ok(self.only_field(parameter.name())?.map(Cow::Borrowed)),
        }
    }

    fn only_pair(&mut self, name: &'static str) -> Result<Option<Cow<'r, str>>, Invalid> {
        let mut values = self.query.values(name).cloned();
        let found = (values.next(), values.next());
        drop(values);
        match found {
            (None, _) => Ok(None),
            (Some(Some(text)), None) => Ok(Some(text)),
            (Some(None), None) => Err(self.wrong_pair(name, "is not percent-encoded UTF-8")),
            (Some(_), Some(_)) => Err(self.wrong_pair(name, "must not be repeated")),
        }
    }

    fn only_field(&mut self, name: &'static str) -> Result<Option<&'r str>, Invalid> {
        self.only_value(name, name)
    }

    /// The value of a field that is known by one name and told of by another.
    fn only_value(
        &mut self,
        known: impl AsHeaderName,
        name: &'static str,
    ) -> Result<Option<&'r str>, Invalid> {
        let mut values = self.headers.get_all(known).iter();
        match (values.next(), values.next()) {
            (None, _) => Ok(None),
            (Some(value), None) => match std::str::from_utf8(value.as_bytes()) {
                Ok(text) => Ok(Some(text)),
                Err(_) => Err(self.wrong_field(name, "is not UTF-8")),
            },
            (Some(_), Some(_)) => Err(self.wrong_field(name, "must not be repeated")),
        }
    }

    fn value<T: DeserializeOwned>(
        &mut self,
        parameter: &'static Parameter,
        shape: &crate::shape::Shape,
        text: &str,
    ) -> Result<T, Invalid> {
        let before = self.violations.len();
        let violations = &mut self.violations;
        let respelled = check_text(shape, text, &mut |detail| {
            violations.push(Violation::in_parameter(
                parameter.name(),
                parameter.location(),
                detail,
            ));
            true
        });
        if self.violations.len() > before {
            return Err(Invalid(()));
        }
        text::from_text(&respelled).map_err(|error| self.wrong(parameter, &error.to_string()))
    }

    fn count(&mut self, parameter: &'static Parameter, texts: &[Option<Cow<'r, str>>]) {
        for shape in [parameter.shape(), parameter.shape().resolved()] {
            let constraints = shape.constraints();
            if let Some(least) =
                constraints.min_items.filter(|least| texts.len() < *least && !texts.is_empty())
            {
                self.wrong(parameter, &format!("must be given at least {least} times"));
            }
            if let Some(most) = constraints.max_items.filter(|most| texts.len() > *most) {
                self.wrong(parameter, &format!("must be given at most {most} times"));
            }
            let repeats =
                || texts.iter().enumerate().any(|(index, text)| texts[..index].contains(text));
            if constraints.unique_items && repeats() {
                self.wrong(parameter, "must not repeat a value");
            }
            if std::ptr::eq(parameter.shape(), parameter.shape().resolved()) {
                return;
            }
        }
    }

    fn refuse_unknown_pairs(&mut self) {
        let paged = if self.operation.paging().is_some() { &["limit", "cursor"][..] } else { &[] };
        let declared = self.operation.declared_parameters().iter();
        let in_query = declared
            .filter(|parameter| parameter.location() == ParameterIn::Query)
            .map(Parameter::name);
        let known = in_query.chain(paged.iter().copied());
        for pair in self.query.pairs() {
            if known.clone().any(|name| name == pair.name) {
                continue;
            }
            if self.violations.len() >= MAX_VIOLATIONS {
                break;
            }
            let detail = match closest(&pair.name, known.clone()) {
                Some(name) => format!("is not a known parameter; did you mean `{name}`?"),
                None => "is not a known parameter".to_owned(),
            };
            self.violations.push(Violation::in_parameter(&*pair.name, ParameterIn::Query, detail));
        }
    }

    fn wrong(&mut self, parameter: &Parameter, detail: &str) -> Invalid {
        self.violations.push(Violation::in_parameter(
            parameter.name(),
            parameter.location(),
            detail,
        ));
        Invalid(())
    }

    fn wrong_pair(&mut self, name: &str, detail: &str) -> Invalid {
        self.violations.push(Violation::in_parameter(name, ParameterIn::Query, detail));
        Invalid(())
    }

    fn wrong_field(&mut self, name: &str, detail: &str) -> Invalid {
        self.violations.push(Violation::in_parameter(name, ParameterIn::Header, detail));
        Invalid(())
    }

    fn wrong_body(&mut self, detail: &str) -> Invalid {
        self.violations.push(Violation::in_body("#", detail));
        Invalid(())
    }

    fn malformed(&mut self, detail: String) -> Invalid {
        self.refusal = Some(own::malformed(detail));
        Invalid(())
    }
}
