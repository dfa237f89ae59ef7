//! Parameters of operations, those of the specs and those that policies add.

use serde_json::Value;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn, ParameterStyle};
use utoipa::openapi::schema::Object;
use utoipa::openapi::{Deprecated, KnownFormat, RefOr, Required, Schema, SchemaFormat, Type};

use crate::emit::openapi::catalog::{Catalog, Direction};
use crate::emit::openapi::constraints::{self, Kind};
use crate::emit::openapi::dress::Dress;
use crate::emit::openapi::{json, schema};
use crate::ir;

/// Every parameter of an operation.
pub fn all(catalog: &Catalog<'_>, operation: &ir::Operation) -> Vec<Parameter> {
    let mut parameters: Vec<Parameter> =
        operation.parameters.iter().map(|parameter| declared(catalog, parameter)).collect();
    if let Some(paging) = &operation.page {
        parameters.extend([limit(*paging), cursor()]);
    }
    parameters.extend(idempotency_key(operation.idempotency));
    parameters.extend(if_match(operation.if_match));
    if operation.method == ir::HttpMethod::Get && operation.etag.is_some() {
        parameters.push(if_none_match());
    }
    parameters
}

fn declared(catalog: &Catalog<'_>, parameter: &ir::Parameter) -> Parameter {
    let words = Dress {
        default: parameter.default.as_ref().map(json::value),
        examples: json::values(&parameter.examples),
        ..Dress::default()
    };
    let schema = schema::constrained(
        catalog,
        &parameter.ty,
        &parameter.constraints,
        words,
        Direction::Request,
    );
    let (location, style) = match parameter.location {
        ir::ParameterIn::Path => (ParameterIn::Path, None),
        ir::ParameterIn::Query => {
            (ParameterIn::Query, is_list(catalog, &parameter.ty).then_some(ParameterStyle::Form))
        }
        ir::ParameterIn::Header => (ParameterIn::Header, None),
    };
    // What is said of the parameter stands on the parameter, not on its schema.
    let said = Dress::new(&parameter.docs, parameter.classification);
    let explode = style.is_some().then_some(true);
    ParameterBuilder::new()
        .name(parameter.name.clone())
        .parameter_in(location)
        .required(if parameter.required { Required::True } else { Required::False })
        .description(Some(said.description).filter(|text| !text.is_empty()))
        .deprecated(said.deprecated.then_some(Deprecated::True))
        .schema(Some(schema))
        .style(style)
        .explode(explode)
        .extensions((!said.keywords.is_empty()).then(|| said.keywords.into_iter().collect()))
        .build()
}

fn is_list(catalog: &Catalog<'_>, ty: &ir::TypeRef) -> bool {
    constraints::kind(catalog.platform, ty) == Kind::List
}

fn limit(paging: ir::Paging) -> Parameter {
    let mut object = Object::with_type(Type::Integer);
    object.format = Some(SchemaFormat::KnownFormat(KnownFormat::Int32));
    object.minimum = Some(1.into());
    object.maximum = Some(paging.max_limit.into());
    object.default = Some(Value::from(paging.default_limit));
    query("limit", "How many items a page holds at most.", object.into())
}

fn cursor() -> Parameter {
    let description = "Where the page starts: `nextCursor` of the page before. Without it the list starts at its beginning. \
        Its text has no meaning to a caller.";
    query("cursor", description, text(1, 2_048).into())
}

fn query(name: &str, description: &str, schema: RefOr<Schema>) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(description))
        .schema(Some(schema))
        .build()
}

/// How long a key is remembered at least: the expiry policy that the Idempotency-Key draft asks servers to publish.
pub const KEY_RETENTION: &str = "24h";

fn idempotency_key(idempotency: ir::Idempotency) -> Option<Parameter> {
    let required = match idempotency {
        ir::Idempotency::Required => Required::True,
        ir::Idempotency::Optional => Required::False,
        ir::Idempotency::Natural | ir::Idempotency::None => return None,
    };
    let description = "Makes a repetition of the request safe: the first request with a key is processed, and a repetition of it \
        is answered with the stored result, be it a success or a problem. \
        The key is a string as structured fields write it, in double quotes, unique for each request, for example a UUID; \
        a bare token is taken too. \
        A key belongs to the caller and the operation, is remembered for at least 24 hours after the request has ended, \
        and must not be used with another request: that is refused with 422. \
        While the first request is being processed, a repetition is refused with 409.";
    let mut object = text(1, 257);
    object.examples = vec!["\"0192f0c1-7d3e-7a41-9c1e-3f5b8a6d2e10\"".into()];
    Some(header("Idempotency-Key", required, description, object))
}

fn if_match(if_match: ir::IfMatch) -> Option<Parameter> {
    let (required, description) = match if_match {
        ir::IfMatch::Ignored => return None,
        ir::IfMatch::Optional => (
            Required::False,
            "The `ETag` of the version that is to be changed. Where the entity is another version by now, nothing is done and the answer is 412.",
        ),
        ir::IfMatch::Required => (
            Required::True,
            "The `ETag` of the version that is to be changed. Where the entity is another version by now, nothing is done and the answer is 412; \
            without this field it is 428.",
        ),
    };
    Some(header("If-Match", required, description, entity_tag()))
}

fn if_none_match() -> Parameter {
    let description = "The `ETag` of a version that the caller has. Where the entity still is that version, the answer is 304 and has no body.";
    header("If-None-Match", Required::False, description, entity_tag())
}

fn entity_tag() -> Object {
    let mut object = text(1, 8_192);
    object.examples = vec!["\"7\"".into()];
    object
}

fn text(min_length: usize, max_length: usize) -> Object {
    let mut object = Object::with_type(Type::String);
    object.min_length = Some(min_length);
    object.max_length = Some(max_length);
    object
}

fn header(name: &str, required: Required, description: &str, schema: Object) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(description))
        .schema(Some(RefOr::from(schema)))
        .build()
}
