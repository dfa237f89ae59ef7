//! Puts members in order: `utoipa` keeps extensions, and what we say by way of them, in hash maps.
//!
//! What sets the subject (`$ref`, `const`, a choice) comes first, then what `utoipa` has members for, in
//! its order, then the keywords it has none for, and the extensions last, by name. Objects whose
//! members are named by users, and values given by them, stay as they are.

use std::cmp::Ordering;

use serde_json::{Map, Value};

/// Puts a document or a schema in order.
pub fn put_in_order(value: &mut Value) {
    put(value, Place::Fixed);
}

/// Whose names the members of an object are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The members are those of the `OpenAPI` or JSON Schema specification.
    Fixed,
    /// The members have names given by users; each holds an object of the specification.
    Named,
    /// A value given by users.
    Literal,
}

fn put(value: &mut Value, place: Place) {
    match (value, place) {
        (Value::Array(items), Place::Fixed | Place::Named) => {
            for item in items {
                put(item, place);
            }
        }
        (Value::Object(members), Place::Named) => {
            for member in members.values_mut() {
                put(member, Place::Fixed);
            }
        }
        (Value::Object(members), Place::Fixed) => {
            for (name, member) in &mut *members {
                let place = place_of(name, member);
                put(member, place);
            }
            if !members.keys().is_sorted_by(|left, right| compare(left, right).is_le()) {
                sort(members);
            }
        }
        _ => {}
    }
}

fn sort(members: &mut Map<String, Value>) {
    let mut sorted: Vec<(String, Value)> = std::mem::take(members).into_iter().collect();
    sorted.sort_by(|(left, _), (right, _)| compare(left, right));
    members.extend(sorted);
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
        // In a schema a list of values, elsewhere example objects by name.
        "examples" if member.is_array() => Place::Literal,
        "$defs" | "content" | "examples" | "headers" | "paths" | "properties" | "responses"
        | "schemas" | "securitySchemes" => Place::Named,
        "const" | "default" | "enum" | "mapping" | "security" | "value" => Place::Literal,
        name if name.starts_with("x-") => Place::Literal,
        _ => Place::Fixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(mut given: Value, expected: &str) {
        put_in_order(&mut given);
        assert_eq!(given.to_string(), expected);
    }

    #[test]
    fn extensions_come_last_and_by_name() {
        check(
            json!({"x-b": 1, "type": "string", "x-a": 2}),
            r#"{"type":"string","x-a":2,"x-b":1}"#,
        );
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
