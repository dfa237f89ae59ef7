//! What an event is called: its type, its module, its schema.

use crate::emit::rust::name;
use crate::ir::{Event, Platform};

/// Its type: `OrderCreated`, and `OrderCreatedV2` for the second major version.
pub fn ty(event: &Event) -> String {
    name::event(&event.id.name, event.id.major)
}

/// The path by which the crate knows its type.
pub fn path(event: &Event) -> String {
    format!("crate::{}", ty(event))
}

/// Its module: `order_created_v2`; never one of the files to which Cargo gives another meaning.
pub fn module(platform: &Platform, event: &Event) -> String {
    let module = match event.id.major {
        1 => name::module(platform, &event.id.name),
        major => name::module(platform, &format!("{}V{major}", event.id.name)),
    };
    if matches!(module.as_str(), "lib" | "main") { module + "_" } else { module }
}

/// The file of its schema, relative to the crate: `schemas/OrderCreated.v2.json`.
pub fn schema(event: &Event) -> String {
    format!("schemas/{}.v{}.json", event.id.name, event.id.major)
}
