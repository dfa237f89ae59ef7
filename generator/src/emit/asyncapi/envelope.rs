//! The headers of a message: the attributes of a `CloudEvent` in binary mode, as its NATS binding writes them.

use serde_json::{Value, json};

use crate::emit::asyncapi::object::{list, object, text};
use crate::ir;

/// The key of the schema that the headers of all messages share.
pub const KEY: &str = "CloudEvent";

/// The type of the content of every message.
pub const CONTENT_TYPE: &str = "application/json";

/// The key of the correlation that all messages share.
const CORRELATION: &str = "correlation";

/// The schema that the headers of all messages share.
pub fn shared() -> Value {
    json!({
        "title": KEY,
        "description": "A CloudEvent 1.0 in binary mode: its attributes are headers, its data is the payload. \
            In a value, space, `\"`, `%` and whatever is no visible ASCII are percent-encoded as UTF-8.",
        "type": "object",
        "required": [
            "ce-specversion",
            "ce-id",
            "ce-source",
            "ce-type",
            "ce-time",
            "ce-dataschema",
            "ce-datacontenttype",
            "ce-correlationid",
            "ce-traceparent",
        ],
        "properties": {
            "ce-specversion": { "description": "The version of CloudEvents.", "type": "string", "const": "1.0" },
            "ce-id": {
                "description": "Identifies the event together with its source; a repetition has the `id` of the first.",
                "type": "string",
                "format": "uuid",
            },
            "ce-source": { "description": "Who published it.", "type": "string", "format": "uri-reference", "minLength": 1 },
            "ce-type": { "description": "What happened, and in which major version.", "type": "string", "minLength": 1 },
            "ce-time": { "description": "When it happened.", "type": "string", "format": "date-time" },
            "ce-dataschema": {
                "description": "Names the schema of exactly the version that was written; a later minor version has another.",
                "type": "string",
                "format": "uri",
            },
            "ce-datacontenttype": { "description": "What the payload is.", "type": "string", "const": CONTENT_TYPE },
            "ce-subject": { "description": "What the event is about: its key.", "type": "string", "minLength": 1 },
            "ce-partitionkey": { "description": "What it is partitioned and ordered by: its key.", "type": "string", "minLength": 1 },
            "ce-sequence": {
                "description": "Its number among the events of its topic and key, from 1 and without a gap.",
                "type": "string",
                "pattern": "^[0-9]{20}$",
            },
            "ce-sequenceepoch": {
                "description": "Which database numbered it: what was numbered after a failover comes after what was numbered before.",
                "type": "string",
                "pattern": "^[0-9]{20}$",
            },
            "ce-correlationid": { "description": "What belongs together across services.", "type": "string", "minLength": 1 },
            "ce-causationid": { "description": "The `id` of the event that led to this one, where one did.", "type": "string", "minLength": 1 },
            "ce-traceparent": {
                "description": "The trace in which it happened (W3C Trace Context).",
                "type": "string",
                "pattern": "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}",
            },
            "ce-tracestate": { "description": "What vendors add to the trace.", "type": "string" },
        },
        "externalDocs": {
            "description": "NATS Protocol Binding for CloudEvents, version 1.0.2.",
            "url": "https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/nats-protocol-binding.md",
        },
    })
}

/// The headers of the messages of one event.
///
/// Only the type is the same for ever. The schema is named as an example: whoever consumes meets later minor versions.
pub fn headers(platform: &ir::Platform, event: &ir::Event) -> Value {
    let key = event.key.as_deref().map(|key| format!("`{key}` of the payload."));
    let keyed = |name: &'static str| {
        key.as_ref().map(|key| (name, json!({ "description": key, "type": "string" })))
    };
    let mut properties = serde_json::Map::new();
    let known = [
        publisher(platform, event).map(|source| ("ce-source", json!({ "examples": [source] }))),
        Some(("ce-type", json!({ "const": event.ty }))),
        Some(("ce-dataschema", json!({ "examples": [event.schema_uri] }))),
        keyed("ce-subject"),
        keyed("ce-partitionkey"),
    ];
    for (name, schema) in known.into_iter().flatten() {
        properties.insert(name.to_owned(), schema);
    }
    let required = ["ce-subject", "ce-partitionkey", "ce-sequence", "ce-sequenceepoch"];
    let required = if key.is_some() { required.map(Value::from).to_vec() } else { Vec::new() };
    object([
        ("allOf", Some(json!([{ "$ref": format!("#/components/schemas/{KEY}") }]))),
        ("type", text("object")),
        ("required", list(required)),
        ("properties", Some(properties.into())),
    ])
}

/// Where the correlation of a message is found.
pub fn correlation() -> Value {
    json!({ "$ref": format!("#/components/correlationIds/{CORRELATION}") })
}

/// The correlations that messages refer to.
pub fn correlations() -> Value {
    json!({
        CORRELATION: {
            "description": "The same for whatever belongs together: a request, its events, and what they lead to.",
            "location": "$message.header#/ce-correlationid",
        },
    })
}

/// What the publisher of an event says in `source`.
fn publisher(platform: &ir::Platform, event: &ir::Event) -> Option<String> {
    platform.publisher(&event.id).map(|service| source(platform, service))
}

/// What a service says in `source`.
pub fn source(platform: &ir::Platform, service: &ir::Service) -> String {
    format!("/{}/{}", platform.name, service.contract.id.name)
}
