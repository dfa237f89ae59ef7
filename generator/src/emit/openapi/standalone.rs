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
    let root = serde_json::to_value(schemas::of(&catalog, ty, direction)).expect("a schema is always JSON");
    let definitions = serde_json::to_value(schemas::components(&catalog)).expect("schemas are always JSON");

    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    if let Value::Object(root) = order::schema(root) {
        schema.extend(root);
    }
    if let Value::Object(definitions) = definitions
        && !definitions.is_empty()
    {
        let definitions = definitions.into_iter().map(|(key, schema)| (key, order::schema(schema))).collect();
        schema.insert("$defs".to_owned(), Value::Object(definitions));
    }
    Value::Object(schema)
}
