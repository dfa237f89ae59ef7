//! Problem details (RFC 9457): the schemas of problem documents, and what the runtime refuses by itself.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use utoipa::openapi::schema::{AllOf, Object};
use utoipa::openapi::{KnownFormat, RefOr, Schema, SchemaFormat, Type};

use crate::emit::openapi::catalog::{Catalog, Direction};
use crate::emit::openapi::dress::{Dress, dress, list, reference, with_keyword};
use crate::emit::openapi::names::Names;
use crate::emit::openapi::{examples, schema};
use crate::ir;

/// The component of any problem.
pub const PROBLEM: &str = "Problem";

/// The component of a problem that lists violations.
pub const VALIDATION_PROBLEM: &str = "ValidationProblem";

/// The names of the components of an API's problem types, by the names of the types.
pub fn keys<'ir>(api: &'ir ir::Api, names: &mut Names) -> BTreeMap<&'ir str, String> {
    api.errors.keys().map(|name| (name.as_str(), names.derived(name, PROBLEM))).collect()
}

/// The schema of any problem.
pub fn problem() -> RefOr<Schema> {
    let mut object = Object::with_type(Type::Object);
    object.description =
        Some("A problem document (RFC 9457). `type` tells problems apart; members that are not known are ignored.".to_owned());
    object.properties.extend([
        (
            "type".to_owned(),
            text("Identifies the kind of problem; compared, never fetched.", Some("uri-reference")),
        ),
        (
            "title".to_owned(),
            text("What kind of problem it is; the same for every occurrence.", None),
        ),
        ("status".to_owned(), status()),
        (
            "code".to_owned(),
            text("The kind of problem in one stable word, for logs and dashboards.", None),
        ),
        ("detail".to_owned(), text("What happened this time, for people; not to be parsed.", None)),
        ("instance".to_owned(), text("The request that it answers.", Some("uri-reference"))),
        (
            "correlationId".to_owned(),
            text("Ties it to our logs; to be named to those who help.", None),
        ),
    ]);
    object.required = ["type", "title", "status"].map(str::to_owned).to_vec();
    object.into()
}

/// The schema of a problem that lists violations.
pub fn validation_problem(prefix: &str) -> RefOr<Schema> {
    let mut violation = Object::with_type(Type::Object);
    violation.properties.extend([
        ("detail".to_owned(), text("What is wrong, for people.", None)),
        (
            "pointer".to_owned(),
            text(
                "Where in the body it is wrong: a JSON Pointer (RFC 6901) in a URI fragment.",
                None,
            ),
        ),
        ("parameter".to_owned(), text("The parameter that is wrong.", None)),
        ("in".to_owned(), text("Where that parameter travels: `path`, `query` or `header`.", None)),
    ]);
    violation.required.push("detail".to_owned());
    let mut errors = list(violation.into());
    errors.description =
        Some("Everything that is wrong, where the request could be read at all.".to_owned());
    let mut own = Object::with_type(Type::Object);
    own.properties.insert("errors".to_owned(), errors.into());
    let description = "A request that does not satisfy the contract.".to_owned();
    RefOr::T(Schema::AllOf(extended(prefix, own, description)))
}

/// The schema of a declared problem type.
pub fn declared(catalog: &Catalog<'_>, error: &ir::ErrorType) -> RefOr<Schema> {
    let constant =
        |value: Value, ty: Type| with_keyword(Object::with_type(ty), "const", value).into();
    let mut own = schema::record(catalog, &error.detail, Direction::Response);
    let fixed = [
        ("type", constant(error.uri.clone().into(), Type::String)),
        ("title", constant(error.title.clone().into(), Type::String)),
        ("status", constant(error.status.into(), Type::Integer)),
        ("code", constant(error.code.clone().into(), Type::String)),
    ];
    for (index, (name, schema)) in fixed.into_iter().enumerate() {
        own.properties.shift_insert(index, name.to_owned(), schema);
        own.required.insert(index, name.to_owned());
    }
    let words = Dress::new(&error.docs, ir::Classification::default());
    let mut all = extended(catalog.prefix, own, words.description);
    let mut keywords = words.keywords;
    if words.deprecated {
        keywords.insert("deprecated", true.into());
    }
    all.extensions = (!keywords.is_empty()).then(|| keywords.into_iter().collect());
    RefOr::T(Schema::AllOf(all))
}

/// An example of a declared problem type, where its detail can be made up.
pub fn example(platform: &ir::Platform, error: &ir::ErrorType) -> Option<Value> {
    let mut object = examples::record(platform, &error.detail)?;
    let fixed = [
        ("type", Value::from(error.uri.clone())),
        ("title", error.title.clone().into()),
        ("status", error.status.into()),
        ("code", error.code.clone().into()),
    ];
    for (index, (name, value)) in fixed.into_iter().enumerate() {
        object.shift_insert(index, name.to_owned(), value);
    }
    Some(Value::Object(object))
}

/// An example of a refusal.
pub fn refused(refusal: &Refusal) -> Option<(&'static str, Value)> {
    let (code, title) = refusal.ty?;
    let mut example = json!({
        "type": format!("{RUNTIME_PROBLEMS}{code}"),
        "title": title,
        "status": refusal.status,
        "code": code,
    });
    if refusal.schema == VALIDATION_PROBLEM {
        example["detail"] = "2 things are wrong; see `errors`.".into();
        example["errors"] = json!([
            { "detail": "must be at least 1", "pointer": "#/lines/0/quantity" },
            { "detail": "is not known; did you mean `limit`?", "parameter": "limt", "in": "query" },
        ]);
    }
    Some((code, example))
}

/// What the types of the runtime's own problems start with.
const RUNTIME_PROBLEMS: &str = "https://tiebeam.dev/problems/";

/// Something that the runtime refuses by itself.
#[derive(Debug)]
pub struct Refusal {
    /// Key of the shared response.
    pub key: &'static str,
    /// HTTP status.
    pub status: u16,
    /// Code and title of the problem type, where it has one of its own.
    pub ty: Option<(&'static str, &'static str)>,
    /// When it is refused, in Markdown.
    pub description: &'static str,
    /// Component of the problem.
    pub schema: &'static str,
    /// Shared header fields that come with it.
    pub headers: &'static [&'static str],
}

/// A request that does not satisfy the contract.
pub static INVALID: Refusal = Refusal {
    key: "Invalid",
    status: 400,
    ty: Some(("validation-failed", "The request is not valid")),
    description: "The request does not satisfy the contract; `errors` lists everything that is wrong with it.",
    schema: VALIDATION_PROBLEM,
    headers: &[],
};

/// No token, or one that does not hold.
pub static UNAUTHENTICATED: Refusal = Refusal {
    key: "Unauthenticated",
    status: 401,
    ty: Some(("unauthenticated", "Credentials are missing or not valid")),
    description: "There is no access token, or it is not valid.",
    schema: PROBLEM,
    headers: &["WWW-Authenticate"],
};

/// A token without the scopes.
pub static FORBIDDEN: Refusal = Refusal {
    key: "InsufficientScope",
    status: 403,
    ty: Some(("forbidden", "The credentials do not allow this")),
    description: "The access token lacks a scope that the operation asks for.",
    schema: PROBLEM,
    headers: &["WWW-Authenticate"],
};

/// The first request with the key has not ended.
pub static IN_PROGRESS: Refusal = Refusal {
    key: "InProgress",
    status: 409,
    ty: Some(("request-in-progress", "The first request with this key is still being processed")),
    description: "A request with the same `Idempotency-Key` is still being processed.",
    schema: PROBLEM,
    headers: &["Retry-After"],
};

/// The entity has changed.
pub static CHANGED: Refusal = Refusal {
    key: "Changed",
    status: 412,
    ty: Some(("precondition-failed", "The entity was changed in the meantime")),
    description: "The entity is no longer the version that `If-Match` names; nothing was done.",
    schema: PROBLEM,
    headers: &[],
};

/// The body is too large.
pub static TOO_LARGE: Refusal = Refusal {
    key: "TooLarge",
    status: 413,
    ty: Some(("payload-too-large", "The body is too large")),
    description: "The body is larger than the server takes.",
    schema: PROBLEM,
    headers: &[],
};

/// The body's media type is not known.
pub static UNSUPPORTED_MEDIA_TYPE: Refusal = Refusal {
    key: "UnsupportedMediaType",
    status: 415,
    ty: Some(("unsupported-media-type", "The body has an unsupported media type")),
    description: "The body is of a media type that the operation does not take.",
    schema: PROBLEM,
    headers: &[],
};

/// The key was used for something else.
pub static KEY_REUSED: Refusal = Refusal {
    key: "KeyReused",
    status: 422,
    ty: Some(("idempotency-key-reused", "The key was used with another request")),
    description: "The `Idempotency-Key` was used with another request before.",
    schema: PROBLEM,
    headers: &[],
};

/// The caller must say which version it changes.
pub static UNCONDITIONAL: Refusal = Refusal {
    key: "PreconditionRequired",
    status: 428,
    ty: Some(("precondition-required", "The request must be conditional")),
    description: "`If-Match` is missing: the operation changes only a version that the caller names.",
    schema: PROBLEM,
    headers: &[],
};

/// Too many requests.
pub static TOO_MANY: Refusal = Refusal {
    key: "TooManyRequests",
    status: 429,
    ty: Some(("too-many-requests", "Too many requests")),
    description: "More requests came than the rate limit lets through.",
    schema: PROBLEM,
    headers: &["Retry-After"],
};

fn extended(prefix: &str, own: Object, description: String) -> AllOf {
    let mut all = AllOf::new();
    all.items = vec![reference(prefix, PROBLEM), own.into()];
    all.description = Some(description).filter(|text| !text.is_empty());
    all
}

fn text(description: &str, format: Option<&str>) -> RefOr<Schema> {
    let mut object = Object::with_type(Type::String);
    object.description = Some(description.to_owned());
    object.format = format.map(|format| SchemaFormat::Custom(format.to_owned()));
    object.into()
}

fn status() -> RefOr<Schema> {
    let mut object = Object::with_type(Type::Integer);
    object.format = Some(SchemaFormat::KnownFormat(KnownFormat::Int32));
    object.minimum = Some(400.into());
    object.maximum = Some(599.into());
    dress(object.into(), Dress { description: "The HTTP status.".to_owned(), ..Dress::default() })
}
