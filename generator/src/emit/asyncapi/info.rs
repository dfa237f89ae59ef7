//! What an application is.

use serde_json::{Value, json};

use crate::emit::asyncapi::object::{list, meta, object, text};
use crate::emit::openapi::{contact, deprecation, description, paragraphs};
use crate::emit::text::title;
use crate::ir;

/// What a service is.
pub fn service_info(api: &ir::Api) -> Value {
    let lifecycle = api.deprecation.as_ref().map(deprecation).unwrap_or_default();
    let described = description(&api.docs);
    object([
        ("title", text(&api.title)),
        ("version", text(&api.version)),
        ("description", text(paragraphs([described.as_str(), lifecycle.as_str()]))),
        ("contact", Some(json!(contact(api)))),
        ("tags", Some(json!([{ "name": api.domain }]))),
        ("x-domain", text(&api.domain)),
        ("x-meta", meta(&api.docs)),
        ("x-owner", text(&api.owner)),
    ])
}

/// What the platform is. It has no version of its own, so a digest says which document this is.
pub fn platform_info(platform: &ir::Platform, digest: ir::Digest) -> Value {
    let digest = digest.to_string();
    let domains = platform.domains_with_events().into_iter();
    object([
        ("title", text(title(&platform.name))),
        ("version", text(format!("0.0.0+{}", &digest[..12]))),
        ("description", text(description(&platform.docs))),
        ("tags", list(domains.map(|domain| json!({ "name": domain })).collect())),
        ("x-meta", meta(&platform.docs)),
    ])
}
