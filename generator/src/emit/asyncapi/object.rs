//! Objects, some of whose members need not be there.

use serde_json::{Map, Value};

/// An object of the members that are there, in the order written.
pub fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Value {
    let there = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(there.collect::<Map<String, Value>>())
}

/// A text, unless it is empty.
pub fn text(text: impl Into<String>) -> Option<Value> {
    Some(text.into()).filter(|text| !text.is_empty()).map(Value::String)
}

/// A list, unless it is empty.
pub fn list(items: Vec<Value>) -> Option<Value> {
    Some(items).filter(|items| !items.is_empty()).map(Value::Array)
}

/// The free map of an element, unless it is empty.
pub fn meta(docs: &crate::ir::Docs) -> Option<Value> {
    (!docs.meta.is_empty()).then(|| crate::emit::openapi::json::map(&docs.meta))
}
