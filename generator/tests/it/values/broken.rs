//! Everything that can be broken in a valid value, one thing at a time.

use serde_json::{Map, Value, json};
use tiebeam_generator::ir;

use crate::values::{fields, merged, nested};

/// One thing to break.
#[derive(Debug, Clone)]
pub struct Damage {
    /// Where, a JSON Pointer.
    pub pointer: String,
    /// What stands there afterwards.
    pub replacement: Value,
    /// What is wrong then.
    pub what: &'static str,
}

/// Everything that can be broken in a valid value of a request.
pub fn damages(platform: &ir::Platform, ty: &ir::TypeRef, value: &Value) -> Vec<Damage> {
    let mut breaker = Breaker { platform, found: Vec::new() };
    breaker.visit(ty, &ir::Constraints::default(), value, "");
    breaker.found
}

struct Breaker<'p> {
    platform: &'p ir::Platform,
    found: Vec<Damage>,
}

impl Breaker<'_> {
    fn breaks(&mut self, pointer: &str, replacement: Value, what: &'static str) {
        self.found.push(Damage { pointer: pointer.to_owned(), replacement, what });
    }

    fn visit(&mut self, ty: &ir::TypeRef, constraints: &ir::Constraints, value: &Value, at: &str) {
        match ty {
            ir::TypeRef::Builtin(builtin) => self.scalar(*builtin, constraints, value, at),
            ir::TypeRef::Named(id) => self.named(self.platform.ty(id), constraints, value, at),
            ir::TypeRef::List(item) => self.list(item, constraints, value, at),
            ir::TypeRef::Map(inner) => {
                self.breaks(at, json!([]), "a list instead of a map");
                for (name, entry) in value.as_object().into_iter().flatten() {
                    self.visit(inner, &ir::Constraints::default(), entry, &format!("{at}/{name}"));
                }
            }
            ir::TypeRef::Patch(id) => self.patch(fields(self.platform, id), value, at),
            ir::TypeRef::Nullable(_) if value.is_null() => {}
            ir::TypeRef::Nullable(inner) => {
                let before = self.found.len();
                self.visit(inner, constraints, value, at);
                let is_null_here =
                    |damage: &Damage| damage.pointer == at && damage.replacement.is_null();
                let kept: Vec<Damage> =
                    self.found.drain(before..).filter(|damage| !is_null_here(damage)).collect();
                self.found.extend(kept);
            }
        }
    }

    fn named(&mut self, ty: &ir::Type, constraints: &ir::Constraints, value: &Value, at: &str) {
        match &ty.shape {
            ir::Shape::Newtype { is, constraints: own, .. } => {
                self.visit(is, &merged(own, constraints), value, at);
            }
            ir::Shape::Enum(_) => {
                self.breaks(at, json!("no value of it"), "a value that the enum does not have");
                self.breaks(at, json!(1), "a number instead of an enum's value");
                self.breaks(at, Value::Null, "null");
            }
            ir::Shape::Union { on, variants } => {
                let tag = &value[on];
                let variant = variants.iter().find(|variant| *tag == *variant.tag);
                let variant = variant.expect("a valid value has a known tag");
                let mut object = object(value).clone();
                object.insert(on.clone(), json!("no kind of it"));
                self.breaks(at, object.clone().into(), "a kind that the union does not have");
                object.shift_remove(on);
                self.breaks(at, object.into(), "no tag");
                self.record(fields(self.platform, &variant.payload), value, at);
            }
            ir::Shape::Record { fields, .. } => self.record(fields, value, at),
        }
    }

    fn record(&mut self, fields: &[ir::Field], value: &Value, at: &str) {
        self.breaks(at, Value::Null, "null");
        self.breaks(at, json!("text"), "text instead of an object");
        self.breaks(at, with(value, "noSuchMember"), "an unknown member");
        for field in fields {
            if field.required {
                let mut object = object(value).clone();
                object.shift_remove(&field.name);
                self.breaks(at, object.into(), "a required member is missing");
            }
            if let Some(member) = value.get(&field.name) {
                self.visit(&field.ty, &field.constraints, member, &child(at, &field.name));
            }
        }
    }

    fn patch(&mut self, fields: &[ir::Field], value: &Value, at: &str) {
        self.breaks(at, json!([]), "a list instead of a patch");
        self.breaks(at, with(value, "noSuchMember"), "an unknown member");
        for field in fields {
            let Some(member) = value.get(&field.name).filter(|member| !member.is_null()) else {
                continue;
            };
            let at = child(at, &field.name);
            match nested(self.platform, field) {
                Some(nested) => self.patch(nested, member, &at),
                // Entries of a map may be removed by null, so only its own kind is sure to be wrong.
                None if member.is_object() => {
                    self.breaks(&at, json!(7), "a number instead of an object");
                }
                None => {
                    let own = field.ty.clone();
                    let ty =
                        if field.required { own } else { ir::TypeRef::Nullable(Box::new(own)) };
                    self.visit(&ty, &field.constraints, member, &at);
                }
            }
        }
    }

    fn list(&mut self, item: &ir::TypeRef, constraints: &ir::Constraints, value: &Value, at: &str) {
        let items = value.as_array().expect("a valid list is a list");
        self.breaks(at, json!({}), "an object instead of a list");
        self.breaks(at, Value::Null, "null");
        if constraints.min_items.is_some_and(|least| least > 0) {
            self.breaks(at, json!([]), "too few items");
        }
        if let (Some(first), Some(most)) = (items.first(), constraints.max_items) {
            let count = usize::try_from(most).unwrap_or(usize::MAX).min(10_000) + 1;
            if count <= 10_000 {
                self.breaks(at, vec![first.clone(); count].into(), "too many items");
            }
        }
        if let (Some(first), true) = (items.first(), constraints.unique_items) {
            let mut doubled = items.clone();
            doubled.push(first.clone());
            self.breaks(at, doubled.into(), "an item twice");
        }
        for (index, each) in items.iter().enumerate() {
            self.visit(item, &ir::Constraints::default(), each, &format!("{at}/{index}"));
        }
    }

    fn scalar(
        &mut self,
        builtin: ir::Builtin,
        constraints: &ir::Constraints,
        value: &Value,
        at: &str,
    ) {
        if builtin == ir::Builtin::Any {
            return;
        }
        self.breaks(at, Value::Null, "null");
        self.breaks(at, json!([value]), "a list around the value");
        match builtin {
            ir::Builtin::Boolean => self.breaks(at, json!("true"), "text instead of a boolean"),
            ir::Builtin::Int32 | ir::Builtin::Int64 => {
                self.breaks(at, json!(1.5), "a fraction");
                self.breaks(at, json!(value.to_string()), "text instead of a number");
                self.bounds(constraints, at);
            }
            ir::Builtin::Float64 => {
                self.breaks(at, json!(value.to_string()), "text instead of a number");
                self.bounds(constraints, at);
            }
            ir::Builtin::String => self.text(constraints, value, at),
            _ => {
                self.breaks(at, json!(12), "a number instead of text");
                self.breaks(at, json!("~ not of this format ~"), "not of the format");
            }
        }
    }

    fn text(&mut self, constraints: &ir::Constraints, value: &Value, at: &str) {
        self.breaks(at, json!(12), "a number instead of text");
        if let Some(most) = constraints.max_length.filter(|most| *most <= 10_000) {
            let text = "𝄞".repeat(usize::try_from(most).expect("a small number") + 1);
            self.breaks(at, json!(text), "too long");
        }
        if constraints.min_length.is_some_and(|least| least > 0) {
            self.breaks(at, json!(""), "too short");
        }
        let is_anchored = |pattern: &String| pattern.starts_with('^') && pattern.ends_with('$');
        if constraints.pattern.as_ref().is_some_and(is_anchored) {
            let text = format!("{}\u{7}", value.as_str().unwrap_or_default());
            self.breaks(at, json!(text), "not of the pattern");
        }
    }

    fn bounds(&mut self, constraints: &ir::Constraints, at: &str) {
        let parsed = |number: &Option<ir::Number>| {
            number.as_ref().and_then(|number| number.0.parse::<f64>().ok())
        };
        if let Some(bound) = parsed(&constraints.minimum) {
            self.breaks(at, json!(bound - 1.0), "below the minimum");
        }
        if let Some(bound) = parsed(&constraints.exclusive_minimum) {
            self.breaks(at, json!(bound), "at the exclusive minimum");
        }
        if let Some(bound) = parsed(&constraints.maximum) {
            self.breaks(at, json!(bound + 1.0), "above the maximum");
        }
        if let Some(bound) = parsed(&constraints.exclusive_maximum) {
            self.breaks(at, json!(bound), "at the exclusive maximum");
        }
        if let Some(step) = parsed(&constraints.multiple_of) {
            self.breaks(at, json!(step * 1.5), "not a multiple");
        }
    }
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("a valid record is an object")
}

fn with(value: &Value, name: &str) -> Value {
    let mut object = object(value).clone();
    object.insert(name.to_owned(), json!(1));
    object.into()
}

fn child(at: &str, name: &str) -> String {
    format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"))
}
