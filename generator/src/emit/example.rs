//! An example of a type: one that the specs have, or one put together from the examples of its parts.

use std::fmt::Write;

use crate::ir::{Field, Platform, Shape, Type, TypeId, TypeRef, Value};

/// An example of a type, where the specs have one.
pub fn of(platform: &Platform, ty: &TypeRef) -> Option<Value> {
    of_ref(platform, ty, &mut Vec::new())
}

/// A value as compact JSON, its mappings in the order written.
pub fn json(value: &Value) -> String {
    let mut text = String::new();
    print(value, &mut text);
    text
}

/// `path` holds the types that are being put together, so that a type is never made of itself.
fn of_ref(platform: &Platform, ty: &TypeRef, path: &mut Vec<TypeId>) -> Option<Value> {
    match ty {
        TypeRef::Builtin(_) | TypeRef::Map(_) | TypeRef::Patch(_) => None,
        TypeRef::Named(id) => of_type(platform, platform.ty(id), path),
        TypeRef::List(item) => of_ref(platform, item, path).map(|item| Value::List(vec![item])),
        TypeRef::Nullable(ty) => of_ref(platform, ty, path),
    }
}

fn of_type(platform: &Platform, ty: &Type, path: &mut Vec<TypeId>) -> Option<Value> {
    if let Some(example) = ty.examples.first() {
        return Some(example.clone());
    }
    if path.contains(&ty.id) {
        return None;
    }
    path.push(ty.id.clone());
    let example = match &ty.shape {
        Shape::Newtype { is, .. } => of_ref(platform, is, path),
        Shape::Enum(values) => values.first().map(|value| Value::String(value.value.clone())),
        Shape::Union { on, variants } => variants.first().and_then(|variant| {
            let payload = of_type(platform, platform.ty(&variant.payload), path)?;
            Some(tagged(on, &variant.tag, payload))
        }),
        Shape::Record { fields, .. } => of_record(platform, fields, path),
    };
    path.pop();
    example
}

/// Every required field must have an example; optional ones come along where they have one of their own.
fn of_record(platform: &Platform, fields: &[Field], path: &mut Vec<TypeId>) -> Option<Value> {
    let mut entries = Vec::new();
    for field in fields {
        let example = match field.examples.first() {
            Some(example) => Some(example.clone()),
            None if field.required => Some(of_ref(platform, &field.ty, path)?),
            None => None,
        };
        entries.extend(example.map(|example| (field.name.clone(), example)));
    }
    Some(Value::Map(entries))
}

/// A payload with its tag in front.
fn tagged(on: &str, tag: &str, payload: Value) -> Value {
    let Value::Map(mut entries) = payload else { return payload };
    entries.insert(0, (on.to_owned(), Value::String(tag.to_owned())));
    Value::Map(entries)
}

fn print(value: &Value, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Value::Number(number) => text.push_str(&number.0),
        Value::String(value) => write_string(value, text),
        Value::List(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                print(item, text);
            }
            text.push(']');
        }
        Value::Map(entries) => {
            text.push('{');
            for (index, (key, value)) in entries.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write_string(key, text);
                text.push(':');
                print(value, text);
            }
            text.push('}');
        }
    }
}

/// A string of JSON; what is invisible in an editor, and could make a text look like another, is escaped.
fn write_string(value: &str, text: &mut String) {
    for letter in serde_json::Value::from(value).to_string().chars() {
        match letter {
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{7f}'..='\u{9f}' => {
                write!(text, "\\u{:04x}", u32::from(letter)).expect("a string takes every text");
            }
            letter => text.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::json;
    use crate::ir::{Number, Value};

    #[test]
    fn json_is_compact_and_keeps_the_order_and_the_numbers_as_written() {
        let value = Value::Map(vec![
            (String::from("z\n\""), Value::List(vec![Value::Null, Value::Bool(true)])),
            (String::from("a"), Value::Number(Number(String::from("1.50")))),
        ]);
        assert_eq!(json(&value), r#"{"z\n\"":[null,true],"a":1.50}"#);
    }
}
