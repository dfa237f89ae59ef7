//! The JSON Schema of one type or of an event's data, on its own.

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
    let mut words = Dress::new(&event.docs, ir::Classification::default());
    words.examples = json::values(&event.examples);
    let mut data = schemas::record(&catalog, &event.data, direction);
    data.title = Some(event.id.name.clone());
    let root = dress(data.into(), words);
    json::pretty(&alone(&catalog, root, Some(&event.schema_uri)))
}

const PREFIX: &str = "#/$defs/";

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
