//! JSON Schemas of the kinds of documents, for editors and for the slow path of loading.
//!
//! They are draft-07, which editors know best, and come from the same types that serde reads, so that the
//! three never disagree. schemars describes an optional key as one that may also be `null`; the language
//! does not, so the null is taken out again.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::api::Api;
use super::events::Events;
use super::load::Kind;
use super::models::Models;
use super::platform::Platform;
use super::service::Service;

/// The JSON Schema of one kind.
#[must_use]
pub fn schema(kind: Kind) -> Value {
    let mut schema = match kind {
        Kind::Models => generated::<Models>(),
        Kind::Events => generated::<Events>(),
        Kind::Api => generated::<Api>(),
        Kind::Service => generated::<Service>(),
        Kind::Platform => generated::<Platform>(),
    };
    forbid_null(&mut schema);
    schema["title"] = kind.name().into();
    if let Some(description) = schema["properties"]["kind"].get("description").cloned() {
        schema["properties"]["kind"] = json!({ "description": description, "const": kind.name() });
    }
    schema
}

/// File name and text of every schema, sorted by name.
#[must_use]
pub fn schemas() -> Vec<(String, String)> {
    let mut schemas: Vec<_> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let text =
                serde_json::to_string_pretty(&schema(kind)).expect("a JSON value can be printed");
            (format!("{}.json", kind.name().to_lowercase()), text + "\n")
        })
        .collect();
    schemas.sort();
    schemas
}

fn generated<T: JsonSchema>() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value()
}

/// Takes out the null of every optional key, and what says nothing to a reader.
fn forbid_null(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::Object(properties)) = object.get_mut("properties") {
                properties.values_mut().for_each(without_null);
            }
            if object.get("format").is_some_and(|format| {
                format.as_str().is_some_and(|format| format.starts_with("uint"))
            }) {
                object.remove("format");
            }
            object.values_mut().for_each(forbid_null);
        }
        Value::Array(items) => items.iter_mut().for_each(forbid_null),
        _ => {}
    }
}

fn without_null(property: &mut Value) {
    let Value::Object(object) = property else { return };
    if object.get("default").is_some_and(Value::is_null) {
        object.remove("default");
    }
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|ty| ty != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(branches)) = object.get_mut("anyOf") {
        branches.retain(|branch| branch.get("type").is_none_or(|ty| ty != "null"));
        if let [only] = branches.as_slice() {
            let only = only.clone();
            replace(object, "anyOf", "allOf", &Value::Array(vec![only]));
        }
    }
}

/// Replaces a key in its place.
fn replace(object: &mut Map<String, Value>, old: &str, new: &str, value: &Value) {
    let entries = std::mem::take(object);
    for (key, kept) in entries {
        if key == old {
            object.insert(new.to_owned(), value.clone());
        } else {
            object.insert(key, kept);
        }
    }
}
