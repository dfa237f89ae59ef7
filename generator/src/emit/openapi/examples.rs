//! Example values for bodies: those of the specs, and where a type has none, one made of its parts'.
//!
//! A made-up value is better than none only as long as it validates: whatever carries a constraint that
//! the made-up value might break has to have an example in the specs.

use serde_json::{Map, Value, json};

use crate::emit::openapi::{catalog, json};
use crate::ir;

/// The examples of a use of a type.
pub fn of(platform: &ir::Platform, ty: &ir::TypeRef) -> Vec<Value> {
    match ty {
        ir::TypeRef::Named(id) if !platform.ty(id).examples.is_empty() => {
            json::values(&platform.ty(id).examples)
        }
        ir::TypeRef::List(item) => match of(platform, item) {
            items if items.is_empty() => Vec::new(),
            items => vec![Value::Array(items)],
        },
        ir::TypeRef::Nullable(inner) => of(platform, inner),
        ir::TypeRef::Patch(id) => patch(platform, id).into_iter().collect(),
        ty => one(platform, ty, DEPTH).into_iter().collect(),
    }
}

/// The example of a page of these items.
pub fn page(platform: &ir::Platform, item: &ir::TypeRef) -> Vec<Value> {
    match of(platform, item) {
        items if items.is_empty() => Vec::new(),
        items => vec![json!({ "items": items, "nextCursor": "eyJhZnRlciI6IjIwMjYifQ" })],
    }
}

/// An object with an example for each field that must be there and for those that have one of their own.
pub fn record(platform: &ir::Platform, fields: &[ir::Field]) -> Option<Map<String, Value>> {
    record_within(platform, fields, DEPTH)
}

/// How deep values are made up; recursive types would have no end.
const DEPTH: usize = 8;

fn one(platform: &ir::Platform, ty: &ir::TypeRef, depth: usize) -> Option<Value> {
    let depth = depth.checked_sub(1)?;
    match ty {
        ir::TypeRef::Builtin(ty) => builtin(*ty),
        ir::TypeRef::Named(id) => named(platform, platform.ty(id), depth),
        ir::TypeRef::List(item) => one(platform, item, depth).map(|item| json!([item])),
        ir::TypeRef::Map(value) => one(platform, value, depth).map(|value| json!({ "key": value })),
        ir::TypeRef::Patch(id) => patch(platform, id),
        ir::TypeRef::Nullable(inner) => one(platform, inner, depth),
    }
}

fn named(platform: &ir::Platform, ty: &ir::Type, depth: usize) -> Option<Value> {
    if let Some(example) = ty.examples.first() {
        return Some(json::value(example));
    }
    match &ty.shape {
        ir::Shape::Newtype { is, constraints, .. } => {
            one(platform, is, depth).filter(|_| *constraints == ir::Constraints::default())
        }
        ir::Shape::Enum(values) => values.first().map(|value| value.value.clone().into()),
        ir::Shape::Union { on, variants } => {
            let variant = variants.first()?;
            let payload = catalog::fields(platform, &variant.payload);
            let mut object = record_within(platform, payload, depth)?;
            object.shift_insert(0, on.clone(), variant.tag.clone().into());
            Some(Value::Object(object))
        }
        ir::Shape::Record { fields, .. } => {
            record_within(platform, fields, depth).map(Value::Object)
        }
    }
}

fn record_within(
    platform: &ir::Platform,
    fields: &[ir::Field],
    depth: usize,
) -> Option<Map<String, Value>> {
    let mut object = Map::new();
    for field in fields {
        let own = field.examples.first().or(field.default.as_ref()).map(json::value);
        let is_free = field.constraints == ir::Constraints::default();
        let made = || one(platform, &field.ty, depth).filter(|_| is_free);
        match own.or_else(|| made().filter(|_| field.required)) {
            Some(value) => {
                object.insert(field.name.clone(), value);
            }
            None if field.required => return None,
            None => {}
        }
    }
    Some(object)
}

/// A patch that changes what may be changed or removed in an example, or its last member.
fn patch(platform: &ir::Platform, id: &ir::TypeId) -> Option<Value> {
    let ty = ir::TypeRef::Named(id.clone());
    let Value::Object(example) = of(platform, &ty).into_iter().next()? else { return None };
    let fields = catalog::fields(platform, id);
    let is_optional = |name: &str| fields.iter().any(|field| field.name == name && !field.required);
    let mut changed: Map<String, Value> = example
        .iter()
        .filter(|(name, _)| is_optional(name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    if changed.is_empty() {
        changed.extend(example.into_iter().next_back());
    }
    Some(Value::Object(changed))
}

fn builtin(ty: ir::Builtin) -> Option<Value> {
    let value = match ty {
        ir::Builtin::String | ir::Builtin::Any => return None,
        ir::Builtin::Boolean => json!(true),
        ir::Builtin::Int32 | ir::Builtin::Int64 => json!(1),
        ir::Builtin::Float64 => json!(0.5),
        ir::Builtin::Decimal => json!("10.00"),
        ir::Builtin::Date => json!("2026-01-15"),
        ir::Builtin::Timestamp => json!("2026-01-15T09:30:00Z"),
        ir::Builtin::Duration => json!("PT15M"),
        ir::Builtin::Uuid => json!("0192f0c1-7d3e-7a41-9c1e-3f5b8a6d2e10"),
        ir::Builtin::Email => json!("someone@example.com"),
        ir::Builtin::Uri => json!("https://example.com/"),
        ir::Builtin::Bytes => json!("SGVsbG8="),
    };
    Some(value)
}
