//! What an `AsyncAPI` 3.0 document must keep: its official schema, and what that cannot say.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use crate::openapi::rules::{component_keys, each, members, references, text, unused};

/// The official schema, which holds everything that it refers to.
static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(include_str!("3.0.0.json")).expect("the schema is JSON");
    validator(&schema)
});

/// A validator of draft 07 that asserts formats.
fn validator(schema: &Value) -> Validator {
    let built =
        jsonschema::options().with_draft(Draft::Draft7).should_validate_formats(true).build(schema);
    built.unwrap_or_else(|error| panic!("{error}"))
}

/// What is wrong with a document, one sentence each.
pub fn violations(document: &Value) -> Vec<String> {
    let errors = SCHEMA.iter_errors(document);
    let mut found: Vec<String> =
        errors.map(|error| format!("at {}: {error}", error.instance_path())).collect();
    references(document, document, "#", &mut found);
    component_keys(document, &mut found);
    unused(document, &mut found);
    company(document, "#", &mut found);
    for (key, channel) in members(&document["channels"]) {
        one_channel(document, key, channel, &mut found);
    }
    for (key, operation) in members(&document["operations"]) {
        one_operation(document, key, operation, &mut found);
    }
    // A schema that refers to nothing cannot judge an example.
    if found.is_empty() {
        examples(document, &mut found);
    }
    found
}

/// References with something beside them, which draft 07 does not look at.
fn company(value: &Value, at: &str, found: &mut Vec<String>) {
    let is_reference = value.get("$ref").is_some_and(Value::is_string);
    if is_reference && members(value).len() > 1 {
        found.push(format!("the reference at {at} has company"));
    }
    each(value, at, |child, at| company(child, at, found));
}

fn one_channel(document: &Value, key: &str, channel: &Value, found: &mut Vec<String>) {
    let is_legal = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    if key.is_empty() || !key.chars().all(is_legal) {
        found.push(format!("the key {key} of a channel is not legal"));
    }
    let address = text(&channel["address"]);
    let expressions: BTreeSet<&str> = address
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect();
    let parameters: BTreeSet<&str> =
        members(&channel["parameters"]).into_iter().map(|(name, _)| name).collect();
    for name in expressions.difference(&parameters) {
        found.push(format!("{key} has no parameter {name}, which its address names"));
    }
    for name in parameters.difference(&expressions) {
        found.push(format!("{key} has a parameter {name}, which its address does not name"));
    }
    let mut types = BTreeSet::new();
    let messages = members(&channel["messages"]);
    if messages.is_empty() {
        found.push(format!("{key} carries no message"));
    }
    for (name, message) in messages {
        let ty = text(&message["headers"]["properties"]["ce-type"]["const"]);
        if ty.is_empty() || !types.insert(ty) {
            found.push(format!("{key} has several messages of the type {ty}, or {name} has none"));
        }
        let location = text(&resolve(document, &message["correlationId"])["location"]);
        let header = location.strip_prefix("$message.header#/").unwrap_or(location);
        let shared = resolve(document, &message["headers"]["allOf"][0]);
        if shared["properties"].get(header).is_none() {
            found.push(format!("{name} is correlated by {header}, which is no header"));
        }
    }
}

fn one_operation(document: &Value, key: &str, operation: &Value, found: &mut Vec<String>) {
    let channel = text(&operation["channel"]["$ref"]);
    if !channel.starts_with("#/channels/") {
        found.push(format!("{key} refers to {channel}, which is no channel"));
    }
    let messages: Vec<&str> = operation["messages"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|message| text(&message["$ref"]))
        .collect();
    let all = document.pointer(&format!("{}/messages", &channel[1..]));
    if messages.is_empty() || all.is_none() {
        found.push(format!("{key} names no message"));
    }
    for message in messages {
        if !message.starts_with(&format!("{channel}/messages/")) {
            found.push(format!("{key} refers to {message}, which is of another channel"));
        }
    }
}

/// Every example against its schema: those of messages, and those and the defaults of schemas.
fn examples(document: &Value, found: &mut Vec<String>) {
    for (key, channel) in members(&document["channels"]) {
        for (name, message) in members(&channel["messages"]) {
            let at = format!("{key}/{name}");
            for (number, example) in list(&message["examples"]).enumerate() {
                let at = format!("{at}/examples/{number}");
                validate(document, &message["payload"], &example["payload"], &at, found);
            }
            in_schema(document, &message["payload"], &at, found);
            in_schema(document, &message["headers"], &at, found);
        }
    }
    for (key, schema) in members(&document["components"]["schemas"]) {
        in_schema(document, schema, key, found);
    }
}

fn in_schema(document: &Value, schema: &Value, at: &str, found: &mut Vec<String>) {
    for example in list(&schema["examples"]).chain(schema.get("default")) {
        validate(document, schema, example, at, found);
    }
    for (name, property) in members(&schema["properties"]) {
        in_schema(document, property, &format!("{at}/{name}"), found);
    }
    for keyword in ["items", "additionalProperties", "not"] {
        if schema[keyword].is_object() {
            in_schema(document, &schema[keyword], &format!("{at}/{keyword}"), found);
        }
    }
    for keyword in ["allOf", "anyOf", "oneOf"] {
        for choice in list(&schema[keyword]) {
            in_schema(document, choice, &format!("{at}/{keyword}"), found);
        }
    }
}

fn validate(document: &Value, schema: &Value, example: &Value, at: &str, found: &mut Vec<String>) {
    let whole = json!({ "allOf": [schema], "components": document["components"] });
    found.extend(validator(&whole).iter_errors(example).map(|error| format!("{at}: {error}")));
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let target = value.get("$ref").and_then(Value::as_str);
    target.and_then(|reference| document.pointer(&reference[1..])).unwrap_or(value)
}
