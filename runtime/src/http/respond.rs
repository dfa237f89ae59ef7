//! Turns answers and problems into responses.

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_MATCH, IF_NONE_MATCH, LINK, LOCATION};
use http::{HeaderMap, HeaderValue, StatusCode};
use percent_encoding::{percent_decode_str, utf8_percent_encode};

use super::{header, member};
use crate::context::Context;
use crate::etag::{ETag, IfMatch, IfNoneMatch};
use crate::operation::{Answer, Method, Operation, RESERVED, Success, as_uri, segment};
use crate::page::{self, CursorKey, MAX_CURSOR};
use crate::problem::{Problem, own};
use crate::shape::{Mode, Shape, check};
use crate::telemetry::{Code, log_body};

/// Room for what a template of a location is filled with: a UUID or two.
const VALUES: usize = 72;

/// What of a request its response depends on.
pub(super) struct Asked<'a> {
    pub(super) operation: &'static Operation,
    /// Where the API is mounted, without a final slash.
    pub(super) prefix: &'a str,
    /// Whether the answer is checked against the contract.
    pub(super) is_verified: bool,
    pub(super) cursors: &'a CursorKey,
    pub(super) path: &'a str,
    pub(super) query: Option<&'a str>,
    pub(super) headers: &'a HeaderMap,
}

/// The response that carries a problem.
pub(super) fn with_problem(problem: Problem, instance: &str, context: &Context) -> Response {
    if problem.status() >= 500 {
        let cause = problem.cause().unwrap_or_default();
        let (code, correlation_id) = (problem.code(), context.correlation_id());
        // Not the path: what a path is filled with may be nobody's business. The span names the operation.
        tracing::error!(
            code,
            status = problem.status(),
            correlation_id,
            cause,
            "answered with a problem"
        );
    }
    let code = Code(problem.code().to_owned());
    let problem = problem.placed(&as_uri(instance), context.correlation_id());
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = problem.status_code();
    let headers = response.headers_mut();
    headers.extend(problem.headers().clone());
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CORRELATION_ID.clone(), context.correlation_header());
    response.extensions_mut().insert(code);
    response
}

/// The response that carries an answer, with the fields that the operation promises.
pub(super) fn with_answer(
    asked: &Asked<'_>,
    answer: Answer,
    context: &Context,
) -> Result<Response, Problem> {
    let settled = answer.settle(asked.operation)?;
    let body = settled.body.as_deref().unwrap_or_default();
    log_body("response", settled.success.and_then(Success::shape), body);
    if asked.is_verified {
        verify(asked.operation, settled.success.and_then(Success::shape), text_of(body))?;
    }
    let mut headers = settled.headers;
    headers.insert(header::CORRELATION_ID.clone(), context.correlation_header());
    let given = headers.get(ETAG).and_then(|tag| tag.to_str().ok()?.parse().ok());
    if let Some(tag) = given.or_else(|| entity_tag(asked.operation, body)) {
        let is_known = asked.operation.method() == Method::Get && settled.status == StatusCode::OK;
        if is_known && !may_have(&tag, asked.headers) {
            return Err(own::precondition_failed());
        }
        if let Some(value) = tag.to_field_value() {
            headers.insert(ETAG, value);
        }
        if is_known && has_already(&tag, asked.headers) {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            *response.headers_mut() = headers;
            return Ok(response);
        }
    }
    if let Some(template) = settled.success.and_then(Success::location_template) {
        if let Some(value) = location(asked, template, body) {
            headers.insert(LOCATION, value);
        } else {
            tracing::error!(
                operation = asked.operation.name(),
                template,
                "the location has no value"
            );
        }
    }
    let (next, page) = match asked.operation.paging() {
        Some(_) => seal(asked, text_of(body))?.unzip(),
        None => (None, None),
    };
    headers.extend(next.and_then(|next| next_link(asked, &next)).map(|link| (LINK, link)));
    let body = page.map(Bytes::from).or(settled.body).map_or_else(Body::empty, |body| {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Body::from(body)
    });
    let mut response = Response::new(body);
    *response.status_mut() = settled.status;
    *response.headers_mut() = headers;
    Ok(response)
}

/// A body as text; an implementation may give something else as an answer that came from a server.
fn text_of(body: &[u8]) -> &str {
    std::str::from_utf8(body).unwrap_or_default()
}

/// Refuses an answer that breaks the contract: a writer is strict, only readers tolerate.
fn verify(operation: &Operation, shape: Option<&Shape>, text: &str) -> Result<(), Problem> {
    let Some(shape) = shape else { return Ok(()) };
    let broken = match check(text, shape, Mode::Own) {
        Ok(checked) => checked.violations.first().map(|first| format!("{first:?}")),
        Err(malformed) => Some(malformed.describe(text.as_bytes())),
    };
    match broken {
        Some(broken) => Err(own::internal(format!(
            "{}: the implementation's answer breaks the contract: {broken}",
            operation.name()
        ))),
        None => Ok(()),
    }
}

/// The tag of the entity in the body. A PUT has none: the tag would speak of what was sent (RFC 9110 §9.3.4).
fn entity_tag(operation: &Operation, body: &[u8]) -> Option<ETag> {
    let field = operation.etag_field().filter(|_| operation.method() != Method::Put)?;
    member::scalar(body, field).map(|version| ETag::strong(&version))
}

/// Evaluates If-Match of a read; it comes before If-None-Match (RFC 9110 §13.2.2).
fn may_have(current: &ETag, headers: &HeaderMap) -> bool {
    match header::combined(headers, &IF_MATCH) {
        Some(Ok(text)) => text.parse::<IfMatch>().is_ok_and(|tags| tags.allows(current)),
        Some(Err(_)) => false,
        None => true,
    }
}

/// Evaluates If-None-Match; one that cannot be read is ignored.
fn has_already(current: &ETag, headers: &HeaderMap) -> bool {
    match header::combined(headers, &IF_NONE_MATCH) {
        Some(Ok(text)) => text.parse::<IfNoneMatch>().is_ok_and(|tags| tags.has(current)),
        Some(Err(_)) | None => false,
    }
}

/// Fills a template from the body and, failing that, from the path of the request.
fn location(asked: &Asked<'_>, template: &str, body: &[u8]) -> Option<HeaderValue> {
    let mut location = String::with_capacity(asked.prefix.len() + template.len() + VALUES);
    location.push_str(&as_uri(asked.prefix));
    for part in template.split('/').skip(1) {
        location.push('/');
        match part.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) => {
                let value = member::scalar(body, name);
                let value = value.or_else(|| segment(asked.operation.path(), asked.path, name))?;
                location.extend(utf8_percent_encode(&value, RESERVED));
            }
            None => location.push_str(part),
        }
    }
    HeaderValue::try_from(location).ok()
}

/// The cursor of the next page as it travels, and the page with it.
fn seal(asked: &Asked<'_>, text: &str) -> Result<Option<(String, String)>, Problem> {
    let Some((cursor, behind)) = page::next_cursor(text) else { return Ok(None) };
    let sealed = asked.cursors.seal(&as_uri(asked.path), &cursor);
    if sealed.len() > MAX_CURSOR {
        let (name, length) = (asked.operation.name(), cursor.len());
        return Err(own::internal(format!("{name}: a position of {length} bytes is too long")));
    }
    let page = page::with_cursor(&sealed, behind);
    Ok(Some((sealed, page)))
}

/// Whether a pair of the query is a cursor, however its name is spelled.
fn is_cursor(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default();
    percent_decode_str(name).eq(b"cursor".iter().copied())
}

/// The same request with the cursor of the next page (RFC 8288).
fn next_link(asked: &Asked<'_>, cursor: &str) -> Option<HeaderValue> {
    let mut link = format!("<{}{}?", as_uri(asked.prefix), as_uri(asked.path));
    let pairs = asked.query.unwrap_or_default().split('&');
    for pair in pairs.filter(|pair| !pair.is_empty() && !is_cursor(pair)) {
        link.push_str(&as_uri(pair));
        link.push('&');
    }
    link.push_str("cursor=");
    link.push_str(cursor);
    link.push_str(">; rel=\"next\"");
    HeaderValue::try_from(link).ok()
}
