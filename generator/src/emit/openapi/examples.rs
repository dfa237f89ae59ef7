//! Example values for bodies, as JSON.

use serde_json::{Map, Value, json};

use crate::emit::example;
use crate::emit::openapi::json;
use crate::ir;

/// The examples of a use of a type.
pub fn of(platform: &ir::Platform, ty: &ir::TypeRef) -> Vec<Value> {
    json::values(&example::all(platform, ty))
}

/// The example of a page of these items.
pub fn page(platform: &ir::Platform, item: &ir::TypeRef) -> Vec<Value> {
    match of(platform, item) {
        items if items.is_empty() => Vec::new(),
        items => vec![json!({ "items": items, "nextCursor": "eyJhZnRlciI6IjIwMjYifQ" })],
    }
}

/// An object with an example for each field that must be there and for those that have one of their own.
pub fn record(platform: &ir::Platform, fields: &[ir::Field]) -> Option<Map<String, Value>> {
    let entries = example::record(platform, fields)?;
    Some(entries.iter().map(|(name, entry)| (name.clone(), json::value(entry))).collect())
}
