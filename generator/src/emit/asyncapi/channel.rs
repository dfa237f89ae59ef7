//! The channel of an event, and the one message that it carries.

use serde_json::{Value, json};

use crate::casing;
use crate::emit::asyncapi::object::{list, meta, object, text};
use crate::emit::asyncapi::{envelope, tags};
use crate::emit::openapi::{description, json};
use crate::emit::text::{compatibility, duration};
use crate::ir;

/// What a message is called: `OrderCreated`, and `OrderCreatedV2` for its second major version.
pub fn message_name(event: &ir::EventRef) -> String {
    let ir::EventRef { name, major, .. } = event;
    if *major == 1 { name.clone() } else { format!("{name}V{major}") }
}

/// Where the channel of an event stands.
pub fn channel_pointer(event: &ir::Event) -> String {
    format!("#/channels/{}", event.topic)
}

/// Where the message of an event stands.
pub fn message_pointer(event: &ir::Event) -> String {
    format!("{}/messages/{}", channel_pointer(event), message_name(&event.id))
}

/// The channel.
pub fn channel(platform: &ir::Platform, event: &ir::Event, payload: &Value) -> Value {
    let ir::EventRef { domain, name, major } = &event.id;
    let summary = format!("`{name}` of the {domain} domain, major version {major}.");
    object([
        ("address", text(&event.topic)),
        ("title", text(casing::sentence(name))),
        ("summary", text(summary)),
        ("messages", Some(json!({ message_name(&event.id): message(platform, event, payload) }))),
        ("tags", Some(tags::of(event))),
        ("x-key", event.key.clone().map(Value::String)),
        ("x-owner", text(&event.owner)),
        ("x-retention", event.retention.map(|retention| duration(retention).into())),
    ])
}

fn message(platform: &ir::Platform, event: &ir::Event, payload: &Value) -> Value {
    let examples = json::values(&event.examples).into_iter();
    object([
        ("name", text(message_name(&event.id))),
        ("title", text(casing::sentence(&event.id.name))),
        ("description", text(description(&event.docs))),
        ("contentType", text(envelope::CONTENT_TYPE)),
        ("headers", Some(envelope::headers(platform, event))),
        ("correlationId", Some(envelope::correlation())),
        ("payload", Some(payload.clone())),
        ("tags", Some(tags::of(event))),
        ("deprecated", event.docs.deprecated.is_some().then(|| true.into())),
        ("examples", list(examples.map(|payload| json!({ "payload": payload })).collect())),
        ("x-compatibility", text(compatibility(event.compatibility))),
        ("x-meta", meta(&event.docs)),
        ("x-version", text(&event.version)),
    ])
}
