//! Answers of operations: the successful ones, the declared problems and what the runtime refuses by itself.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::schema::{AnyOf, Object};
use utoipa::openapi::{
    Content, ContentBuilder, Discriminator, Header, KnownFormat, OneOf, Ref, RefOr, Response,
    ResponseBuilder, Responses, Schema, SchemaFormat, Type,
};

use crate::casing;
use crate::emit::openapi::catalog::{Catalog, Component, Direction};
use crate::emit::openapi::dress::{Dress, reference};
use crate::emit::openapi::problems::{self, Refusal};
use crate::emit::openapi::{examples, json, schema, text};
use crate::emit::text::reason;
use crate::ir;

/// What the answers of all operations of a document share.
#[derive(Debug)]
pub struct Shared<'ir> {
    /// The components of problem types, by the names of the types.
    pub problems: BTreeMap<&'ir str, String>,
    /// The refusals that became responses of their own.
    pub refusals: BTreeMap<&'static str, &'static Refusal>,
    /// The header fields that are referred to.
    pub headers: BTreeSet<&'static str>,
}

/// Every answer of an operation.
pub fn all(
    catalog: &Catalog<'_>,
    api: &ir::Api,
    operation: &ir::Operation,
    shared: &mut Shared<'_>,
) -> Responses {
    let mut responses: BTreeMap<String, RefOr<Response>> = BTreeMap::new();
    for response in &operation.responses {
        responses.insert(
            response.status.to_string(),
            success(catalog, operation, response, shared).into(),
        );
    }
    if operation.method == ir::HttpMethod::Get && operation.etag.is_some() {
        responses.insert("304".to_owned(), not_modified(shared).into());
    }
    for (status, causes) in failures(api, operation) {
        responses.insert(status.to_string(), failure(catalog, &causes, shared));
    }
    responses.insert("default".to_owned(), RefOr::Ref(Ref::from_response_name(UNEXPECTED)));
    responses.into_iter().collect()
}

/// The shared responses that are referred to.
pub fn shared_responses(
    catalog: &Catalog<'_>,
    shared: &mut Shared<'_>,
) -> BTreeMap<String, RefOr<Response>> {
    let mut responses = BTreeMap::new();
    for refusal in shared.refusals.clone().into_values() {
        let cause = [Cause::Refusal(refusal)];
        responses.insert(refusal.key.to_owned(), problem_response(catalog, &cause, shared).into());
    }
    let schema = reference(catalog.prefix, problems::PROBLEM);
    let unexpected = ResponseBuilder::new()
        .description("Any other problem: a failure of the server or of what it depends on, a timeout, or a request that HTTP itself forbids.")
        .content(PROBLEM_JSON, Content::new(Some(schema)));
    responses.insert(UNEXPECTED.to_owned(), unexpected.build().into());
    responses
}

/// The shared header fields that are referred to.
pub fn shared_headers(shared: &Shared<'_>) -> BTreeMap<String, RefOr<Header>> {
    shared.headers.iter().map(|name| ((*name).to_owned(), shared_header(name).into())).collect()
}

/// An object of named examples: `example` where there is one, else numbered.
pub fn named(values: Vec<Value>) -> Vec<(String, ExampleBuilder)> {
    let is_only = values.len() == 1;
    let name =
        |index: usize| if is_only { "example".to_owned() } else { format!("example{}", index + 1) };
    let examples = values.into_iter().enumerate();
    examples.map(|(index, value)| (name(index), ExampleBuilder::new().value(Some(value)))).collect()
}

const UNEXPECTED: &str = "Unexpected";
const JSON: &str = "application/json";
const PROBLEM_JSON: &str = "application/problem+json";

fn success(
    catalog: &Catalog<'_>,
    operation: &ir::Operation,
    response: &ir::Response,
    shared: &mut Shared<'_>,
) -> Response {
    let description = match response.description.trim() {
        "" => reason(response.status),
        description => description,
    };
    let mut answer = Response::new(description);
    for header in &response.headers {
        answer.headers.insert(header.name.clone(), declared_header(catalog, header).into());
    }
    if let Some(location) = &response.location {
        answer.headers.insert("Location".to_owned(), location_header(location).into());
    }
    // A PUT answers with none: it would speak of what was sent (RFC 9110 §9.3.4).
    if operation.etag.is_some() && operation.method != ir::HttpMethod::Put {
        answer.headers.insert("ETag".to_owned(), shared_header_ref(shared, "ETag"));
    }
    answer.headers.extend(lifecycle_headers(operation));
    if let Some(body) = &response.body {
        let (schema, examples) = match (operation.page, body) {
            (Some(_), ir::TypeRef::List(item)) => (
                reference(catalog.prefix, catalog.key(Component::Page(item))),
                examples::page(catalog.platform, item),
            ),
            _ => (
                schema::of(catalog, body, Direction::Response),
                examples::of(catalog.platform, body),
            ),
        };
        let content =
            ContentBuilder::new().schema(Some(schema)).examples_from_iter(named(examples));
        answer.content.insert(JSON.to_owned(), content.into());
    }
    answer
}

fn not_modified(shared: &mut Shared<'_>) -> Response {
    let mut answer =
        Response::new("Not Modified: the entity is the version that `If-None-Match` names.");
    answer.headers.insert("ETag".to_owned(), shared_header_ref(shared, "ETag"));
    answer
}

/// Why a request fails.
#[derive(Debug, Clone, Copy)]
enum Cause<'ir> {
    Declared(&'ir ir::ErrorType),
    Refusal(&'static Refusal),
}

/// What can go wrong, by status: the declared problems first.
fn failures<'ir>(
    api: &'ir ir::Api,
    operation: &'ir ir::Operation,
) -> BTreeMap<u16, Vec<Cause<'ir>>> {
    let mut failures: BTreeMap<u16, Vec<Cause<'ir>>> = BTreeMap::new();
    for name in &operation.errors {
        let error = &api.errors[name];
        failures.entry(error.status).or_default().push(Cause::Declared(error));
    }
    for refusal in refusals(operation) {
        failures.entry(refusal.status).or_default().push(Cause::Refusal(refusal));
    }
    failures
}

/// What the runtime refuses by itself.
fn refusals(operation: &ir::Operation) -> impl Iterator<Item = &'static Refusal> {
    let has_key =
        matches!(operation.idempotency, ir::Idempotency::Required | ir::Idempotency::Optional);
    let has_body = operation.request.is_some();
    let when = |condition: bool, refusal: &'static Refusal| condition.then_some(refusal);
    [
        Some(&problems::INVALID),
        when(!operation.public, &problems::UNAUTHENTICATED),
        when(!operation.public && !operation.scopes.is_empty(), &problems::FORBIDDEN),
        when(has_key, &problems::IN_PROGRESS),
        when(operation.if_match != ir::IfMatch::Ignored, &problems::CHANGED),
        when(has_body, &problems::TOO_LARGE),
        when(has_body, &problems::UNSUPPORTED_MEDIA_TYPE),
        when(has_key, &problems::KEY_REUSED),
        when(operation.if_match == ir::IfMatch::Required, &problems::UNCONDITIONAL),
        when(operation.rate_limit.is_some(), &problems::TOO_MANY),
    ]
    .into_iter()
    .flatten()
}

fn failure(
    catalog: &Catalog<'_>,
    causes: &[Cause<'_>],
    shared: &mut Shared<'_>,
) -> RefOr<Response> {
    match causes {
        [Cause::Refusal(refusal)] => {
            shared.refusals.insert(refusal.key, refusal);
            RefOr::Ref(Ref::from_response_name(refusal.key))
        }
        causes => problem_response(catalog, causes, shared).into(),
    }
}

fn problem_response(
    catalog: &Catalog<'_>,
    causes: &[Cause<'_>],
    shared: &mut Shared<'_>,
) -> Response {
    let description = match causes {
        [Cause::Declared(error)] => paragraph(error),
        [Cause::Refusal(refusal)] => refusal.description.to_owned(),
        causes => causes.iter().map(line).collect::<Vec<_>>().join("\n"),
    };
    let mut examples: Vec<(String, Value)> = Vec::new();
    let mut answer = Response::new(description);
    for cause in causes {
        match cause {
            Cause::Declared(error) => {
                let value = problems::example(catalog.platform, error);
                examples.extend(value.map(|value| (error.code.clone(), value)));
            }
            Cause::Refusal(refusal) => {
                let example = problems::refused(refusal);
                // A declared problem may have the same code; it is another one nevertheless.
                let is_taken = |code: &str| examples.iter().any(|(name, _)| name == code);
                let example = example.map(|(code, value)| {
                    let name =
                        if is_taken(code) { casing::kebab(refusal.key) } else { code.to_owned() };
                    (name, value)
                });
                examples.extend(example);
                for name in refusal.headers {
                    answer.headers.insert((*name).to_owned(), shared_header_ref(shared, name));
                }
            }
        }
    }
    let examples =
        examples.into_iter().map(|(name, value)| (name, ExampleBuilder::new().value(Some(value))));
    let content = ContentBuilder::new()
        .schema(Some(problem_schema(catalog, causes, shared)))
        .examples_from_iter(examples);
    answer.content.insert(PROBLEM_JSON.to_owned(), content.into());
    answer
}

/// One schema for all problems of a status. Problem types that are all known are told apart by `type`.
fn problem_schema(
    catalog: &Catalog<'_>,
    causes: &[Cause<'_>],
    shared: &Shared<'_>,
) -> RefOr<Schema> {
    let key = |cause: &Cause<'_>| match cause {
        Cause::Declared(error) => shared.problems[error.name.as_str()].clone(),
        Cause::Refusal(refusal) => refusal.schema.to_owned(),
    };
    let mut schemas: Vec<RefOr<Schema>> = Vec::new();
    for cause in causes {
        let schema = reference(catalog.prefix, &key(cause));
        if !schemas.contains(&schema) {
            schemas.push(schema);
        }
    }
    if schemas.len() == 1 {
        return schemas.swap_remove(0);
    }
    let mapping: Option<Vec<(String, String)>> = causes
        .iter()
        .map(|cause| match cause {
            Cause::Declared(error) => {
                Some((error.uri.clone(), format!("{}{}", catalog.prefix, key(cause))))
            }
            Cause::Refusal(_) => None,
        })
        .collect();
    if let Some(mapping) = mapping {
        let mut choice = OneOf::new();
        choice.items = schemas;
        choice.discriminator = Some(Discriminator::with_mapping("type", mapping));
        return RefOr::T(Schema::OneOf(choice));
    }
    let mut choice = AnyOf::new();
    choice.items = schemas;
    RefOr::T(Schema::AnyOf(choice))
}

fn paragraph(error: &ir::ErrorType) -> String {
    match error.docs.description.trim() {
        "" => format!("{}.", error.title),
        description => description.to_owned(),
    }
}

fn line(cause: &Cause<'_>) -> String {
    match cause {
        Cause::Declared(error) => {
            format!("- `{}`: {}", error.code, paragraph(error).replace('\n', " "))
        }
        Cause::Refusal(refusal) => format!("- {}", refusal.description),
    }
}

fn declared_header(catalog: &Catalog<'_>, header: &ir::Header) -> Header {
    let said = Dress::new(&header.docs, header.classification);
    let words = Dress { examples: json::values(&header.examples), ..Dress::default() };
    let schema =
        schema::constrained(catalog, &header.ty, &header.constraints, words, Direction::Response);
    let mut keywords = said.keywords;
    if header.required {
        keywords.insert("required", true.into());
    }
    if said.deprecated {
        keywords.insert("deprecated", true.into());
    }
    HeaderBuilder::new()
        .description(Some(said.description).filter(|text| !text.is_empty()))
        .schema(Some(schema))
        .extensions((!keywords.is_empty()).then(|| keywords.into_iter().collect()))
        .build()
}

fn location_header(location: &str) -> Header {
    required_header(&format!("Where it was created: `{location}`."), string(Some("uri-reference")))
}

fn lifecycle_headers(operation: &ir::Operation) -> Vec<(String, RefOr<Header>)> {
    let mut headers: Vec<(String, RefOr<Header>)> = Vec::new();
    let mut relations = Vec::new();
    if operation.page.is_some() {
        relations.push("`next`: the next page, absent on the last one");
    }
    if let Some(deprecation) = &operation.deprecation {
        let mut since = string(None);
        since.examples = vec![format!("@{}", deprecation.since).into()];
        let description = "Since when the operation is deprecated (RFC 9745): seconds since the Unix epoch, after an `@`.";
        headers.push(("Deprecation".to_owned(), required_header(description, since).into()));
        if let Some(sunset) = deprecation.sunset {
            let mut date = string(None);
            date.examples = vec![text::http_date(sunset).into()];
            let description = "When the operation stops answering (RFC 8594), as an HTTP date.";
            headers.push(("Sunset".to_owned(), required_header(description, date).into()));
        }
        if deprecation.successor.is_some() {
            relations.push("`successor-version`: what to use instead");
        }
    }
    if !relations.is_empty() {
        let description = format!("Links (RFC 8288) by relation; {}.", relations.join("; "));
        let header = HeaderBuilder::new().description(Some(description)).schema(Some(string(None)));
        headers.push(("Link".to_owned(), header.build().into()));
    }
    headers
}

fn shared_header_ref(shared: &mut Shared<'_>, name: &'static str) -> RefOr<Header> {
    shared.headers.insert(name);
    RefOr::Ref(Ref::new(format!("#/components/headers/{name}")))
}

fn shared_header(name: &str) -> Header {
    match name {
        "ETag" => {
            let mut tag = string(None);
            tag.examples = vec![json!("\"7\"")];
            required_header(
                "The version of the entity (RFC 9110), for `If-Match` and `If-None-Match`.",
                tag,
            )
        }
        "Retry-After" => {
            let mut seconds = Object::with_type(Type::Integer);
            seconds.format = Some(SchemaFormat::KnownFormat(KnownFormat::Int32));
            seconds.minimum = Some(0.into());
            let description = "How many seconds to wait before the next attempt.";
            HeaderBuilder::new().description(Some(description)).schema(Some(seconds)).build()
        }
        "WWW-Authenticate" => {
            let mut challenge = string(None);
            challenge.examples = vec![json!("Bearer realm=\"api\"")];
            let description = "How to authenticate (RFC 6750).";
            HeaderBuilder::new().description(Some(description)).schema(Some(challenge)).build()
        }
        _ => unreachable!("every shared header field is described here"),
    }
}

fn required_header(description: &str, schema: Object) -> Header {
    let required = [("required", Value::Bool(true))].into_iter().collect();
    HeaderBuilder::new()
        .description(Some(description))
        .schema(Some(schema))
        .extensions(Some(required))
        .build()
}

fn string(format: Option<&str>) -> Object {
    let mut object = Object::with_type(Type::String);
    object.format = format.map(|format| SchemaFormat::Custom(format.to_owned()));
    object
}
