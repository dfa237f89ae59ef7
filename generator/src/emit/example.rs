//! Example values of types: those of the specs, and where a type has none, one made of its parts'.
//!
//! Documents show them and stubs answer with them, so that both say the same. A made-up value is better than none only
//! as long as it validates: whatever carries a constraint that the made-up value might break, or asks more of a value
//! than the type does that the example is of, has to have an example of its own in the specs.

use std::fmt::Write;

use crate::ir::{Builtin, Constraints, Field, Platform, Shape, Type, TypeId, TypeRef, Value};

/// An example of a type, where there is one.
pub fn of(platform: &Platform, ty: &TypeRef) -> Option<Value> {
    all(platform, ty).into_iter().next()
}

/// The examples of a use of a type.
pub fn all(platform: &Platform, ty: &TypeRef) -> Vec<Value> {
    match ty {
        TypeRef::Named(id) if !platform.ty(id).examples.is_empty() => {
            platform.ty(id).examples.clone()
        }
        TypeRef::List(item) => match all(platform, item) {
            items if items.is_empty() => Vec::new(),
            items => vec![Value::List(items)],
        },
        TypeRef::Nullable(inner) => all(platform, inner),
        ty => Composer::new(platform).one(ty, DEPTH).into_iter().collect(),
    }
}

/// An object with an example for each field that must be there and for those that have one of their own.
pub fn record(platform: &Platform, fields: &[Field]) -> Option<Vec<(String, Value)>> {
    Composer::new(platform).record(fields, DEPTH)
}

/// A value as compact JSON, its mappings in the order written.
pub fn json(value: &Value) -> String {
    let mut text = String::new();
    print(value, &mut text);
    text
}

/// How deep values are made up; recursive types would have no end.
const DEPTH: usize = 8;

/// Of how many parts a value is made up; types that share their parts have exponentially many.
const PARTS: usize = 1_000;

/// Makes one value up.
struct Composer<'a> {
    platform: &'a Platform,
    parts_left: usize,
}

impl<'a> Composer<'a> {
    fn new(platform: &'a Platform) -> Self {
        Self { platform, parts_left: PARTS }
    }

    fn one(&mut self, ty: &TypeRef, depth: usize) -> Option<Value> {
        let depth = depth.checked_sub(1)?;
        self.parts_left = self.parts_left.checked_sub(1)?;
        match ty {
            TypeRef::Builtin(ty) => builtin(*ty),
            TypeRef::Named(id) => self.named(self.platform.ty(id), depth),
            TypeRef::List(item) => self.one(item, depth).map(|item| Value::List(vec![item])),
            TypeRef::Map(value) => {
                self.one(value, depth).map(|value| Value::Map(vec![(String::from("key"), value)]))
            }
            TypeRef::Patch(id) => self.patch(id, depth),
            TypeRef::Nullable(inner) => self.one(inner, depth),
        }
    }

    fn named(&mut self, ty: &Type, depth: usize) -> Option<Value> {
        if let Some(example) = ty.examples.first() {
            return Some(example.clone());
        }
        match &ty.shape {
            Shape::Newtype { is, constraints, .. } if *constraints == Constraints::default() => {
                self.one(is, depth)
            }
            Shape::Newtype { .. } => None,
            Shape::Enum(values) => values.first().map(|value| Value::String(value.value.clone())),
            Shape::Union { on, variants } => {
                let variant = variants.first()?;
                let payload = self.named(self.platform.ty(&variant.payload), depth)?;
                Some(tagged(on, &variant.tag, payload))
            }
            Shape::Record { fields, .. } => self.record(fields, depth).map(Value::Map),
        }
    }

    fn record(&mut self, fields: &[Field], depth: usize) -> Option<Vec<(String, Value)>> {
        let mut entries = Vec::new();
        for field in fields {
            let own = field.examples.first().or(field.default.as_ref());
            let example = match own {
                Some(example) => example.clone(),
                None if !field.required => continue,
                None if field.constraints == Constraints::default() => {
                    self.one(&field.ty, depth)?
                }
                None => return None,
            };
            entries.push((field.name.clone(), example));
        }
        Some(entries)
    }

    /// A patch that changes what may be changed or removed in an example, or its last member.
    fn patch(&mut self, id: &TypeId, depth: usize) -> Option<Value> {
        let ty = self.platform.ty(id);
        let Value::Map(example) = self.named(ty, depth)? else { return None };
        let Shape::Record { fields, .. } = &ty.shape else { return None };
        let is_optional =
            |name: &str| fields.iter().any(|field| field.name == name && !field.required);
        let changed: Vec<(String, Value)> =
            example.iter().filter(|(name, _)| is_optional(name)).cloned().collect();
        let last = example.last().filter(|_| changed.is_empty()).cloned();
        Some(Value::Map(changed.into_iter().chain(last).collect()))
    }
}

/// A payload with its tag in front.
fn tagged(on: &str, tag: &str, payload: Value) -> Value {
    let Value::Map(mut entries) = payload else { return payload };
    entries.insert(0, (on.to_owned(), Value::String(tag.to_owned())));
    Value::Map(entries)
}

fn builtin(ty: Builtin) -> Option<Value> {
    let number = |text: &str| Value::Number(crate::ir::Number(text.to_owned()));
    let text = match ty {
        Builtin::String | Builtin::Any => return None,
        Builtin::Boolean => return Some(Value::Bool(true)),
        Builtin::Int32 | Builtin::Int64 => return Some(number("1")),
        Builtin::Float64 => return Some(number("0.5")),
        Builtin::Decimal => "10.00",
        Builtin::Date => "2026-01-15",
        Builtin::Timestamp => "2026-01-15T09:30:00Z",
        Builtin::Duration => "PT15M",
        Builtin::Uuid => "0192f0c1-7d3e-7a41-9c1e-3f5b8a6d2e10",
        Builtin::Email => "someone@example.com",
        Builtin::Uri => "https://example.com/",
        Builtin::Bytes => "SGVsbG8=",
    };
    Some(Value::String(text.to_owned()))
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
