//! The JSON Schema of one type, on its own.

use serde_json::{Map, Value, json};

use crate::emit::openapi::catalog::{Catalog, Direction};
use crate::emit::openapi::names::Names;
use crate::emit::openapi::{order, schema as schemas};
use crate::ir;

/// A JSON Schema (2020-12) of the values of a type that travel this way; what it refers to is under its `$defs`.
pub fn schema(platform: &ir::Platform, ty: &ir::TypeRef, direction: Direction) -> Value {
    let mut catalog = Catalog::new(platform, "#/$defs/");
    catalog.reach(ty, direction);
    catalog.name(&mut Names::default());
    let root = serde_json::to_value(schemas::of(&catalog, ty, direction));
    let definitions = serde_json::to_value(schemas::components(&catalog));
    let definitions = definitions.map(|definitions| {
        let is_empty = definitions.as_object().is_some_and(Map::is_empty);
        if is_empty { json!({}) } else { json!({ "$defs": definitions }) }
    });

    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    for members in [root, definitions] {
        let mut members = members.expect("schemas hold nothing that JSON cannot say");
        order::put_in_order(&mut members);
        schema.extend(members.as_object_mut().map(std::mem::take).unwrap_or_default());
    }
    Value::Object(schema)
}
