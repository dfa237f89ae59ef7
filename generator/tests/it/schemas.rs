//! The schemas that editors use agree with what is read, key by key.

use serde_json::{Value, json};
use tiebeam_generator::spec::{Kind, schema, schemas};

#[test]
fn there_is_one_schema_per_kind_and_the_text_is_always_the_same() {
    let names: Vec<String> = schemas().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["api.json", "events.json", "models.json", "platform.json", "service.json"]);
    assert_eq!(schemas(), schemas());
    for (name, text) in schemas() {
        assert!(text.ends_with("}\n"), "{name}");
        assert!(
            !text.contains("\"null\"") || name == "api.json" || name == "service.json",
            "{name}"
        );
    }
}

#[test]
fn every_schema_is_draft_7_closed_and_documented() {
    for kind in Kind::ALL {
        let schema = schema(kind);
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        assert_eq!(schema["title"], kind.name());
        assert_eq!(schema["properties"]["kind"]["const"], kind.name());
        assert_eq!(schema["additionalProperties"], false);
        jsonschema::draft7::meta::validate(&schema).expect("a schema is valid");
        documented(kind.name(), &schema);
    }
}

/// Every key of every mapping says what it is for: editors show it.
fn documented(path: &str, schema: &Value) {
    if let Some(properties) = schema["properties"].as_object() {
        for (key, property) in properties {
            assert!(property["description"].is_string(), "{path}/{key} says nothing");
        }
    }
    match schema {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| documented(&format!("{path}/{key}"), value));
        }
        Value::Array(items) => items.iter().for_each(|item| documented(path, item)),
        _ => {}
    }
}

#[test]
fn optional_keys_are_absent_and_never_null() {
    let models = schema(Kind::Models);
    let validator = jsonschema::draft7::new(&models).expect("a schema is valid");
    let document = |description: Value| json!({ "kind": "Models", "domain": "a", "owner": "b", "description": description, "types": {} });
    assert!(validator.is_valid(&document("text".into())));
    assert!(!validator.is_valid(&document(Value::Null)));
}
