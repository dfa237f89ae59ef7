//! Puts members in order: `utoipa` keeps extensions, and what we say by way of them, in hash maps.
//!
//! What sets the subject (`$ref`, `const`, a choice) comes first, then what `utoipa` has members for, in
//! its order, then the keywords it has none for, and the extensions last, by name. Objects whose
//! members are named by users, and values given by them, stay as they are.

use std::cmp::Ordering;

use serde_json::{Map, Value};

/// A document in order.
pub fn document(document: Value) -> Value {
    ordered(document, Place::Fixed)
}

/// A schema in order.
pub fn schema(schema: Value) -> Value {
    ordered(schema, Place::Fixed)
}

/// Whose names the members of an object are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The members are those of the OpenAPI or JSON Schema specification.
    Fixed,
    /// The members have names given by users; each holds an object of the specification.
    Named,
    /// A value given by users.
    Literal,
}

fn ordered(value: Value, place: Place) -> Value {
    match (value, place) {
        (value, Place::Literal) => value,
        (Value::Array(items), place) => items.into_iter().map(|item| ordered(item, place)).collect(),
        (Value::Object(members), Place::Named) => {
            members.into_iter().map(|(name, member)| (name, ordered(member, Place::Fixed))).collect()
        }
        (Value::Object(members), Place::Fixed) => Value::Object(fixed(members)),
        (scalar, _) => scalar,
    }
}

fn fixed(members: Map<String, Value>) -> Map<String, Value> {
    let is_sorted = members.keys().is_sorted_by(|left, right| compare(left, right).is_le());
    let members = members.into_iter().map(|(name, member)| {
        let place = place_of(&name, &member);
        (name, ordered(member, place))
    });
    if is_sorted {
        return members.collect();
    }
    let mut members: Vec<(String, Value)> = members.collect();
    members.sort_by(|(left, _), (right, _)| compare(left, right));
    members.into_iter().collect()
}

fn compare(left: &str, right: &str) -> Ordering {
    let (rank, other) = (rank(left), rank(right));
    let by_name = || if rank == EXTENSION { left.cmp(right) } else { Ordering::Equal };
    rank.cmp(&other).then_with(by_name)
}

const MIDDLE: u8 = 10;
const EXTENSION: u8 = 100;

/// Where a member goes. Keywords that meet in one hash map have ranks of their own.
fn rank(name: &str) -> u8 {
    match name {
        "$ref" => 0,
        "allOf" | "anyOf" | "oneOf" => 1,
        "discriminator" => 2,
        "const" => 11,
        "not" => 12,
        "minimum" => 13,
        "exclusiveMinimum" => 14,
        "maximum" => 15,
        "exclusiveMaximum" => 16,
        "multipleOf" => 17,
        "minLength" => 18,
        "maxLength" => 19,
        "pattern" => 20,
        "minItems" => 21,
        "maxItems" => 22,
        "uniqueItems" => 23,
        "minProperties" => 24,
        "maxProperties" => 25,
        "deprecated" => 26,
        name if name.starts_with("x-") => EXTENSION,
        _ => MIDDLE,
    }
}

fn place_of(name: &str, member: &Value) -> Place {
    match name {
        "properties" | "schemas" | "responses" | "headers" | "paths" | "content" | "securitySchemes" => Place::Named,
        "default" | "enum" | "const" | "value" | "mapping" | "security" => Place::Literal,
        // In a schema a list of values, elsewhere example objects by name.
        "examples" if member.is_array() => Place::Literal,
        "examples" => Place::Named,
        name if name.starts_with("x-") => Place::Literal,
        _ => Place::Fixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(given: Value, expected: &str) {
        assert_eq!(document(given).to_string(), expected);
    }

    #[test]
    fn extensions_come_last_and_by_name() {
        check(json!({"x-b": 1, "type": "string", "x-a": 2}), r#"{"type":"string","x-a":2,"x-b":1}"#);
    }

    #[test]
    fn names_and_values_of_users_stay_as_they_are() {
        let given = json!({"properties": {"x-b": {}, "a": {}}, "default": {"x-b": 1, "a": 2}});
        check(given.clone(), &given.to_string());
    }

    #[test]
    fn a_reference_comes_first() {
        check(json!({"description": "", "$ref": "#/a"}), r##"{"$ref":"#/a","description":""}"##);
    }
}
