//! JSON Schemas of the kinds of documents, for editors and for the slow path of loading.

use super::Kind;

/// The JSON Schema (draft-07, which editors know best) of one kind.
pub fn schema(kind: Kind) -> serde_json::Value {
    let _ = kind;
    serde_json::Value::Null
}

/// File name and text of every schema.
pub fn schemas() -> Vec<(String, String)> {
    Vec::new()
}
