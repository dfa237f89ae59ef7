//! Arbitrary values of a type, from a seed: valid ones, and valid ones with exactly one thing broken.
//!
//! Whoever checks values (a JSON Schema, a server) must take the first and refuse the second.

mod broken;
mod number;
mod text;

use std::path::Path;

use serde_json::{Map, Value, json};
use tiebeam_generator::emit::openapi::{Direction, schema};
use tiebeam_generator::ir;
use tiebeam_generator::resolve::resolve;
use tiebeam_generator::spec;

/// A source of arbitrary choices: the same seed, the same choices (`SplitMix64`).
pub struct Random(u64);

impl Random {
    /// Starts anew.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number below a limit, which is not zero.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % limit
    }

    /// Any number from one to another, both included.
    pub fn between(&mut self, least: u64, greatest: u64) -> u64 {
        least + self.below(greatest.saturating_sub(least) + 1)
    }

    /// Any of these; there is one.
    pub fn pick<'t, T>(&mut self, items: &'t [T]) -> &'t T {
        let index = self.below(items.len() as u64);
        &items[usize::try_from(index).expect("an index fits")]
    }
}

/// A valid value of a type, as a client would send it.
pub fn valid(platform: &ir::Platform, ty: &ir::TypeRef, random: &mut Random) -> Value {
    Values { platform }.of(ty, &ir::Constraints::default(), random, DEPTH)
}

/// A value with one thing broken, and what that is; none where a type takes everything.
pub fn broken(
    platform: &ir::Platform,
    ty: &ir::TypeRef,
    random: &mut Random,
) -> Option<(Value, String)> {
    let value = valid(platform, ty, random);
    let damages = broken::damages(platform, ty, &value);
    if damages.is_empty() {
        return None;
    }
    let damage = random.pick(&damages);
    let mut value = value;
    *value.pointer_mut(&damage.pointer).expect("a damage is somewhere in the value") =
        damage.replacement.clone();
    Some((value, format!("{} at {:?}", damage.what, damage.pointer)))
}

/// Where optional members and items are left out, so that recursive types come to an end.
const DEPTH: u32 = 6;

struct Values<'p> {
    platform: &'p ir::Platform,
}

impl Values<'_> {
    fn of(
        &self,
        ty: &ir::TypeRef,
        constraints: &ir::Constraints,
        random: &mut Random,
        depth: u32,
    ) -> Value {
        match ty {
            ir::TypeRef::Builtin(builtin) => scalar(*builtin, constraints, random),
            ir::TypeRef::Named(id) => self.named(self.platform.ty(id), constraints, random, depth),
            ir::TypeRef::List(item) => self.list(item, constraints, random, depth),
            ir::TypeRef::Map(value) => {
                let count = count(constraints, random, depth);
                let none = ir::Constraints::default();
                let entry = |index| {
                    (format!("key{index}"), self.of(value, &none, random, depth.saturating_sub(1)))
                };
                Value::Object((0..count).map(entry).collect())
            }
            ir::TypeRef::Patch(id) => self.patch(fields(self.platform, id), random, depth),
            ir::TypeRef::Nullable(_) if random.below(4) == 0 => Value::Null,
            ir::TypeRef::Nullable(inner) => self.of(inner, constraints, random, depth),
        }
    }

    fn named(
        &self,
        ty: &ir::Type,
        constraints: &ir::Constraints,
        random: &mut Random,
        depth: u32,
    ) -> Value {
        match &ty.shape {
            ir::Shape::Newtype { is, constraints: own, .. } => {
                self.of(is, &merged(own, constraints), random, depth)
            }
            ir::Shape::Enum(values) => random.pick(values).value.clone().into(),
            ir::Shape::Union { on, variants } => {
                let variant = random.pick(variants);
                let mut object =
                    self.record(fields(self.platform, &variant.payload), random, depth);
                object.insert(on.clone(), variant.tag.clone().into());
                Value::Object(object)
            }
            ir::Shape::Record { fields, .. } => Value::Object(self.record(fields, random, depth)),
        }
    }

    fn record(&self, fields: &[ir::Field], random: &mut Random, depth: u32) -> Map<String, Value> {
        let mut object = Map::new();
        for field in fields {
            if field.required || (depth > 0 && random.below(2) == 0) {
                let value = self.of(&field.ty, &field.constraints, random, depth.saturating_sub(1));
                object.insert(field.name.clone(), value);
            }
        }
        object
    }

    fn list(
        &self,
        item: &ir::TypeRef,
        constraints: &ir::Constraints,
        random: &mut Random,
        depth: u32,
    ) -> Value {
        let wanted = count(constraints, random, depth);
        let none = ir::Constraints::default();
        let mut items: Vec<Value> = Vec::new();
        // Values that must differ are drawn again, within reason.
        for _ in 0..wanted * 20 {
            if items.len() as u64 == wanted {
                break;
            }
            let value = self.of(item, &none, random, depth.saturating_sub(1));
            if !constraints.unique_items || !items.contains(&value) {
                items.push(value);
            }
        }
        items.into()
    }

    fn patch(&self, fields: &[ir::Field], random: &mut Random, depth: u32) -> Value {
        let mut object = Map::new();
        for field in fields {
            let is_removable = !field.required || matches!(field.ty, ir::TypeRef::Nullable(_));
            let value = match random.below(3) {
                0 => continue,
                1 if is_removable => Value::Null,
                _ => match nested(self.platform, field) {
                    Some(nested) if depth > 0 => self.patch(nested, random, depth - 1),
                    Some(_) => json!({}),
                    None => self.of(&field.ty, &field.constraints, random, depth.saturating_sub(1)),
                },
            };
            // A null that was drawn for the value itself stands for a removal too.
            if !value.is_null() || is_removable {
                object.insert(field.name.clone(), value);
            }
        }
        Value::Object(object)
    }
}

fn scalar(builtin: ir::Builtin, constraints: &ir::Constraints, random: &mut Random) -> Value {
    match builtin {
        ir::Builtin::String => text::string(constraints, random).into(),
        ir::Builtin::Boolean => (random.below(2) == 0).into(),
        ir::Builtin::Int32 => {
            number::integer(constraints, i64::from(i32::MIN)..=i64::from(i32::MAX), random)
        }
        ir::Builtin::Int64 => number::integer(constraints, i64::MIN..=i64::MAX, random),
        ir::Builtin::Float64 => number::float(constraints, random),
        ir::Builtin::Decimal => number::decimal(constraints, random),
        ir::Builtin::Any => {
            random.pick(&[json!(null), json!([1, "a"]), json!({ "a": { "b": false } })]).clone()
        }
        formatted => text::formatted(formatted, random).into(),
    }
}

/// How many items or entries.
fn count(constraints: &ir::Constraints, random: &mut Random, depth: u32) -> u64 {
    let least = constraints.min_items.unwrap_or(0);
    let greatest = constraints.max_items.unwrap_or(u64::MAX).min(least + 3);
    if depth == 0 { least } else { random.between(least, greatest) }
}

fn fields<'p>(platform: &'p ir::Platform, id: &ir::TypeId) -> &'p [ir::Field] {
    match &platform.ty(id).shape {
        ir::Shape::Record { fields, .. } => fields,
        _ => panic!("only records travel in unions and patches"),
    }
}

/// The fields of a record that the patch of a field goes into.
fn nested<'p>(platform: &'p ir::Platform, field: &'p ir::Field) -> Option<&'p [ir::Field]> {
    match platform.change_of(field) {
        ir::Change::Record(id, _) => Some(fields(platform, id)),
        ir::Change::Replace | ir::Change::Entries(_) => None,
    }
}

/// What both ask, as far as one set of constraints can say it; a pattern of the use wins.
fn merged(own: &ir::Constraints, outer: &ir::Constraints) -> ir::Constraints {
    let tighter =
        |own: Option<u64>, outer: Option<u64>, choose: fn(u64, u64) -> u64| match (own, outer) {
            (Some(own), Some(outer)) => Some(choose(own, outer)),
            (own, outer) => own.or(outer),
        };
    let either = |own: &Option<ir::Number>, outer: &Option<ir::Number>| {
        outer.clone().or_else(|| own.clone())
    };
    ir::Constraints {
        min_length: tighter(own.min_length, outer.min_length, u64::max),
        max_length: tighter(own.max_length, outer.max_length, u64::min),
        pattern: outer.pattern.clone().or_else(|| own.pattern.clone()),
        minimum: either(&own.minimum, &outer.minimum),
        maximum: either(&own.maximum, &outer.maximum),
        exclusive_minimum: either(&own.exclusive_minimum, &outer.exclusive_minimum),
        exclusive_maximum: either(&own.exclusive_maximum, &outer.exclusive_maximum),
        multiple_of: either(&own.multiple_of, &outer.multiple_of),
        min_items: tighter(own.min_items, outer.min_items, u64::max),
        max_items: tighter(own.max_items, outer.max_items, u64::min),
        unique_items: own.unique_items || outer.unique_items,
    }
}

#[test]
fn schemas_take_valid_values_and_refuse_broken_ones() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let specs = spec::load(&directory).expect("the specs can be read");
    let (platform, findings) = resolve(&specs);
    let platform = platform.unwrap_or_else(|| panic!("{findings:#?}"));
    let bodies = platform
        .contracts()
        .flat_map(|api| &api.operations)
        .filter_map(|operation| operation.request.as_ref());
    let models = platform.domains.values().flat_map(|domain| domain.types.values());
    let models = models.map(|ty| ir::TypeRef::Named(ty.id.clone()));
    let types: std::collections::BTreeSet<ir::TypeRef> = bodies.cloned().chain(models).collect();
    for ty in &types {
        let schema = schema(&platform, ty, Direction::Request);
        let validator = crate::openapi::rules::validator(&schema);
        for seed in 0..40 {
            let value = valid(&platform, ty, &mut Random::new(seed));
            let errors: Vec<String> =
                validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(
                errors.is_empty(),
                "seed {seed} of {ty:?}: {value} should be taken: {errors:?}"
            );
            if let Some((value, what)) = broken(&platform, ty, &mut Random::new(seed)) {
                assert!(
                    !validator.is_valid(&value),
                    "seed {seed} of {ty:?}: {value} should be refused: {what}"
                );
            }
        }
    }
}
