//! One operation.

use serde_json::json;
use utoipa::openapi::path::{Operation, OperationBuilder};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::{ContentBuilder, Deprecated, Required, SecurityRequirement};

use crate::emit::openapi::catalog::{Catalog, Direction};
use crate::emit::openapi::responses::{self, Shared};
use crate::emit::openapi::{dress, examples, json, parameters, schema, text};
use crate::ir;

/// The name of the security scheme.
pub const BEARER: &str = "bearer";

/// The operation.
pub fn operation(
    catalog: &Catalog<'_>,
    api: &ir::Api,
    operation: &ir::Operation,
    shared: &mut Shared<'_>,
) -> Operation {
    let lifecycle = operation.deprecation.as_ref().map(text::deprecation).unwrap_or_default();
    let described = dress::description(&operation.docs);
    let access = access(operation);
    let description = text::paragraphs([described.as_str(), access.as_str(), lifecycle.as_str()]);
    let parameters = parameters::all(catalog, operation);
    let is_deprecated = operation.deprecation.is_some();
    OperationBuilder::new()
        .tags(Some([tag(api, operation)]))
        .summary(Some(operation.summary.trim().trim_end_matches('.')))
        .description(Some(description))
        .operation_id(Some(operation.id.clone()))
        .parameters(Some(parameters).filter(|parameters| !parameters.is_empty()))
        .request_body(operation.request.as_ref().map(|body| request_body(catalog, body)))
        .responses(responses::all(catalog, api, operation, shared))
        .deprecated(is_deprecated.then_some(Deprecated::True))
        .securities(Some(security(operation)))
        .extensions(Some(extensions(operation).into_iter().collect()))
        .build()
}

/// What an operation is filed under: the first fixed segment of its path.
pub fn tag<'ir>(api: &'ir ir::Api, operation: &'ir ir::Operation) -> &'ir str {
    let fixed = operation.path.iter().find_map(|segment| match segment {
        ir::PathSegment::Literal(text) => Some(text.as_str()),
        ir::PathSegment::Parameter(_) => None,
    });
    fixed.unwrap_or(&api.domain)
}

/// The path of an operation below the server's URL.
pub fn path(operation: &ir::Operation) -> String {
    operation
        .path
        .iter()
        .map(|segment| match segment {
            ir::PathSegment::Literal(text) => format!("/{text}"),
            ir::PathSegment::Parameter(name) => format!("/{{{name}}}"),
        })
        .collect()
}

fn request_body(catalog: &Catalog<'_>, body: &ir::TypeRef) -> RequestBody {
    let content = || {
        ContentBuilder::new()
            .schema(Some(schema::of(catalog, body, Direction::Request)))
            .examples_from_iter(responses::named(examples::of(catalog.platform, body)))
            .build()
    };
    let request = RequestBodyBuilder::new()
        .required(Some(Required::True))
        .content("application/json", content());
    match body {
        // RFC 7396 has a media type of its own; plain JSON is taken as well.
        ir::TypeRef::Patch(_) => request.content("application/merge-patch+json", content()).build(),
        _ => request.build(),
    }
}

/// Who may call an operation, in words.
fn access(operation: &ir::Operation) -> String {
    let scopes: Vec<String> = operation.scopes.iter().map(|scope| format!("`{scope}`")).collect();
    match scopes.as_slice() {
        _ if operation.public => "Needs no access token.".to_owned(),
        [] => "Needs an access token.".to_owned(),
        [scope] => format!("Needs an access token with the scope {scope}."),
        [scopes @ .., last] => {
            format!("Needs an access token with the scopes {} and {last}.", scopes.join(", "))
        }
    }
}

fn security(operation: &ir::Operation) -> Vec<SecurityRequirement> {
    if operation.public {
        return Vec::new();
    }
    vec![SecurityRequirement::new(BEARER, operation.scopes.iter().cloned())]
}

fn extensions(operation: &ir::Operation) -> Vec<(&'static str, serde_json::Value)> {
    let mut extensions = vec![("x-timeout", text::duration(operation.timeout).into())];
    let mode = match operation.idempotency {
        ir::Idempotency::Natural => "natural",
        ir::Idempotency::Required => "required",
        ir::Idempotency::Optional => "optional",
        ir::Idempotency::None => "none",
    };
    let mut idempotency = json!({ "key": mode });
    if matches!(operation.idempotency, ir::Idempotency::Required | ir::Idempotency::Optional) {
        idempotency["retention"] = parameters::KEY_RETENTION.into();
    }
    extensions.push(("x-idempotency", idempotency));
    if let Some(retry) = &operation.retry {
        let policy = json!({
            "attempts": retry.attempts,
            "base": text::duration(retry.base),
            "cap": text::duration(retry.cap),
            "budget": format!("{}%", retry.budget_percent),
        });
        extensions.push(("x-retry", policy));
    }
    if let Some(limit) = &operation.rate_limit {
        let by = match limit.by {
            ir::RateLimitBy::Client => "client",
            ir::RateLimitBy::Subject => "subject",
            ir::RateLimitBy::All => "all",
        };
        let policy =
            json!({ "requests": limit.requests, "per": text::duration(limit.per), "by": by });
        extensions.push(("x-rate-limit", policy));
    }
    if let Some(field) = &operation.etag {
        extensions.push(("x-etag", field.clone().into()));
    }
    if !operation.emits.is_empty() {
        extensions.push(("x-emits", operation.emits.iter().map(ToString::to_string).collect()));
    }
    if !operation.docs.meta.is_empty() {
        extensions.push(("x-meta", json::map(&operation.docs.meta)));
    }
    extensions
}
