//! The JSON Schema of one type or of an event's data, on its own; and those of some events, which share their parts.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use utoipa::openapi::{RefOr, Schema};

use crate::emit::openapi::catalog::{Catalog, Direction};
use crate::emit::openapi::dress::{Dress, dress};
use crate::emit::openapi::names::Names;
use crate::emit::openapi::{json, order, schema as schemas};
use crate::ir;

/// A JSON Schema (2020-12) of the values of a type that travel this way; what it refers to is under its `$defs`.
#[must_use]
pub fn schema(platform: &ir::Platform, ty: &ir::TypeRef, direction: Direction) -> Value {
    let mut catalog = Catalog::new(platform, PREFIX);
    catalog.reach(ty, direction);
    catalog.name(&mut Names::default());
    alone(&catalog, schemas::of(&catalog, ty, direction), None)
}

/// The JSON Schema (2020-12) of an event's data, as indented JSON that ends in a newline.
///
/// It is what a reader relies on: members, values and kinds that it does not know may come.
#[must_use]
pub fn event_schema(platform: &ir::Platform, event: &ir::Event) -> String {
    let direction = Direction::Response;
    let mut catalog = Catalog::new(platform, PREFIX);
    catalog.reach_fields(&event.data, direction);
    catalog.name(&mut Names::default());
    let root = data(&catalog, event, json::values(&event.examples));
    json::pretty(&alone(&catalog, root, Some(&event.schema_uri)))
}

/// The data of some events, as a document holds it that has room for examples elsewhere.
#[derive(Debug)]
pub struct Payloads<'ir> {
    /// The schemas that the data refers to, by their keys below `#/components/schemas/`.
    pub components: Map<String, Value>,
    /// The schema of the data of each event.
    pub data: BTreeMap<&'ir ir::EventRef, Value>,
}

/// The schemas of the data of some events, as a reader relies on it; `taken` are keys that the document needs itself.
pub fn payloads<'ir>(
    platform: &'ir ir::Platform,
    events: &[&'ir ir::Event],
    taken: &[&str],
) -> Payloads<'ir> {
    let mut catalog = Catalog::new(platform, "#/components/schemas/");
    for event in events {
        catalog.reach_fields(&event.data, Direction::Response);
    }
    let mut names = Names::default();
    for key in taken {
        names.reserve(key);
    }
    catalog.name(&mut names);
    let components = schemas::components(&catalog).into_iter();
    let data = events.iter().map(|event| (&event.id, in_order(data(&catalog, event, Vec::new()))));
    Payloads {
        components: components.map(|(key, schema)| (key, in_order(schema))).collect(),
        data: data.collect(),
    }
}

const PREFIX: &str = "#/$defs/";

/// The schema of an event's data.
fn data(catalog: &Catalog<'_>, event: &ir::Event, examples: Vec<Value>) -> RefOr<Schema> {
    let mut words = Dress::new(&event.docs, ir::Classification::default());
    words.examples = examples;
    let mut data = schemas::record(catalog, &event.data, Direction::Response);
    data.title = Some(event.id.name.clone());
    dress(data.into(), words)
}

fn in_order(schema: RefOr<Schema>) -> Value {
    let mut schema =
        serde_json::to_value(schema).expect("schemas hold nothing that JSON cannot say");
    order::put_in_order(&mut schema);
    schema
}

/// A schema with everything that it refers to.
fn alone(catalog: &Catalog<'_>, root: RefOr<Schema>, id: Option<&str>) -> Value {
    let root = serde_json::to_value(root);
    let definitions = serde_json::to_value(schemas::components(catalog));
    let definitions = definitions.map(|definitions| {
        let is_empty = definitions.as_object().is_some_and(Map::is_empty);
        if is_empty { json!({}) } else { json!({ "$defs": definitions }) }
    });

    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.extend(id.map(|id| ("$id".to_owned(), id.into())));
    for members in [root, definitions] {
        let mut members = members.expect("schemas hold nothing that JSON cannot say");
        order::put_in_order(&mut members);
        schema.extend(members.as_object_mut().map(std::mem::take).unwrap_or_default());
    }
    Value::Object(schema)
}
