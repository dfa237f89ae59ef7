//! JSON Schemas of 2020-12 as draft 07 would have them.
//!
//! Draft 07 does not look at what stands beside a `$ref`, so a reference that has company moves into an `allOf`.
//! A `discriminator` is another thing in `AsyncAPI` than in `OpenAPI`, and says nothing that the constants in the kinds
//! of a union do not. Whatever else the schemas of events use means the same in both.

use serde_json::{Map, Value, json};

/// Respells a schema and all schemas in it.
pub fn respell(schema: &mut Value) {
    let Value::Object(members) = schema else { return };
    members.shift_remove("discriminator");
    for (name, member) in &mut *members {
        match (name.as_str(), member) {
            ("properties", Value::Object(named)) => named.values_mut().for_each(respell),
            ("allOf" | "anyOf" | "oneOf", Value::Array(choices)) => {
                choices.iter_mut().for_each(respell);
            }
            ("additionalProperties" | "items" | "not", inner) => respell(inner),
            _ => {}
        }
    }
    if members.len() > 1
        && let Some(reference) = members.shift_remove("$ref")
    {
        let company = std::mem::take(members);
        members.extend(beside(&reference, company));
    }
}

/// What a reference and its company become; both must hold.
fn beside(reference: &Value, mut company: Map<String, Value>) -> Map<String, Value> {
    let reference = json!({ "$ref": reference });
    let mut members = Map::new();
    match company.shift_remove("allOf") {
        Some(Value::Array(others)) => {
            members.insert("allOf".into(), [vec![reference], others].concat().into());
        }
        _ => {
            members.insert("allOf".into(), json!([reference]));
        }
    }
    members.extend(company);
    members
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::respell;

    fn check(mut given: Value, expected: &Value) {
        respell(&mut given);
        assert_eq!(given.to_string(), expected.to_string());
    }

    #[test]
    fn a_reference_with_company_moves_into_a_choice_of_one() {
        let alone = json!({ "$ref": "#/a" });
        check(alone.clone(), &alone);
        check(
            json!({ "items": { "$ref": "#/a", "description": "A." } }),
            &json!({ "items": { "allOf": [{ "$ref": "#/a" }], "description": "A." } }),
        );
        check(
            json!({ "$ref": "#/a", "allOf": [{ "type": "string" }] }),
            &json!({ "allOf": [{ "$ref": "#/a" }, { "type": "string" }] }),
        );
    }

    #[test]
    fn a_discriminator_goes_and_a_property_of_that_name_stays() {
        check(
            json!({ "oneOf": [{ "$ref": "#/a" }], "discriminator": { "propertyName": "kind" } }),
            &json!({ "oneOf": [{ "$ref": "#/a" }] }),
        );
        let property = json!({ "properties": { "discriminator": { "type": "string" } } });
        check(property.clone(), &property);
    }

    #[test]
    fn values_of_users_stay_as_they_are() {
        let given =
            json!({ "default": { "$ref": "#/a", "b": 1 }, "x-meta": { "discriminator": 1 } });
        check(given.clone(), &given);
    }
}
