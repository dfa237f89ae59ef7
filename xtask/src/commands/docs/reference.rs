//! The reference of the spec language, rendered from the JSON Schemas that editors use.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;
use tiebeam_generator::spec;

/// The page: the five kinds, then the pieces that they share.
pub fn page() -> String {
    let mut text = String::from(
        "# The spec language\n\n\
         One YAML document a file; `kind:` decides what it is.\n\
         This page is rendered from the schemas in `specs/.schema/`, which your editor uses too.\n",
    );
    let mut pieces = BTreeMap::new();
    for kind in spec::Kind::ALL {
        let schema = spec::schema(kind);
        object(&mut text, &format!("`kind: {}`", kind.name()), &schema);
        if let Some(definitions) = schema["definitions"].as_object() {
            pieces.extend(definitions.iter().map(|(name, schema)| (name.clone(), schema.clone())));
        }
    }
    text.push_str("\n# Pieces\n\nParts of a document, by name.\n");
    for (name, schema) in &pieces {
        object(&mut text, name, schema);
    }
    text
}

/// Text that fits into a table's cell.
pub fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

fn object(text: &mut String, title: &str, schema: &Value) {
    write!(text, "\n## {title}\n").expect("a string takes everything");
    if let Some(description) = schema["description"].as_str() {
        write!(text, "\n{}\n", description.trim()).expect("a string takes everything");
    }
    if let Some(properties) = schema["properties"].as_object() {
        return table(text, properties, schema);
    }
    let forms = shape(schema);
    if !forms.is_empty() {
        write!(text, "\nIt is {forms}.\n").expect("a string takes everything");
    }
    values(text, schema);
}

fn table(text: &mut String, properties: &serde_json::Map<String, Value>, schema: &Value) {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    text.push_str("\n| key | is | what it says |\n| --- | --- | --- |\n");
    for (key, property) in properties {
        let optional = if required.contains(&key.as_str()) { "" } else { ", may be absent" };
        let description = cell(property["description"].as_str().unwrap_or_default());
        let shape = cell(&shape(property));
        writeln!(text, "| `{key}` | {shape}{optional} | {description} |")
            .expect("a string takes everything");
    }
    if let Some(rest) = schema.get("additionalProperties").filter(|rest| rest.is_object()) {
        let shape = cell(&shape(rest));
        writeln!(text, "| any other key | {shape} | |").expect("a string takes everything");
    }
}

/// The named values of an enum, each with its description.
fn values(text: &mut String, schema: &Value) {
    let Some(values) = schema["oneOf"].as_array() else { return };
    let described: Vec<(String, &str)> = values
        .iter()
        .filter_map(|value| Some((literal(value)?, value["description"].as_str()?)))
        .collect();
    if described.is_empty() {
        return;
    }
    text.push_str("\n| value | what it says |\n| --- | --- |\n");
    for (value, description) in described {
        writeln!(text, "| {value} | {} |", cell(description)).expect("a string takes everything");
    }
}

/// What a value looks like, in a few words.
fn shape(schema: &Value) -> String {
    if let Some(value) = literal(schema) {
        return value;
    }
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap_or(reference);
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(values) = schema["enum"].as_array() {
        return one_of(values.iter().map(|value| format!("`{}`", plain(value))));
    }
    for joined in ["oneOf", "anyOf", "allOf"] {
        if let Some(branches) = schema[joined].as_array() {
            return one_of(branches.iter().map(shape).filter(|shape| !shape.is_empty()));
        }
    }
    match &schema["type"] {
        Value::String(ty) => of_type(ty, schema),
        Value::Array(types) => {
            one_of(types.iter().filter_map(Value::as_str).map(|ty| of_type(ty, schema)))
        }
        _ => "anything".to_owned(),
    }
}

fn of_type(ty: &str, schema: &Value) -> String {
    match ty {
        "array" => format!("a list of {}", shape(&schema["items"])),
        "object" => match schema.get("additionalProperties") {
            Some(values) if values.is_object() => format!("a mapping to {}", shape(values)),
            Some(Value::Bool(true)) => "a mapping to anything".to_owned(),
            _ => "a mapping".to_owned(),
        },
        "string" => "text".to_owned(),
        "boolean" => "`true` or `false`".to_owned(),
        "integer" => "a whole number".to_owned(),
        "number" => "a number".to_owned(),
        "null" => "nothing".to_owned(),
        other => other.to_owned(),
    }
}

fn literal(schema: &Value) -> Option<String> {
    let value = schema.get("const").or_else(|| match schema["enum"].as_array()?.as_slice() {
        [only] => Some(only),
        _ => None,
    })?;
    Some(format!("`{}`", plain(value)))
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// `a`, `a or b`, `a, b or c`.
fn one_of(forms: impl Iterator<Item = String>) -> String {
    let mut forms: Vec<String> = forms.collect();
    forms.dedup();
    match forms.pop() {
        None => String::new(),
        Some(last) if forms.is_empty() => last,
        Some(last) => format!("{} or {last}", forms.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(schema: &Value, expected: &str) {
        assert_eq!(shape(schema), expected);
    }

    #[test]
    fn shapes_are_said_in_words() {
        check(&json!({ "type": "string" }), "text");
        check(
            &json!({ "type": "array", "items": { "type": "integer" } }),
            "a list of a whole number",
        );
        check(&json!({ "type": ["boolean", "string"] }), "`true` or `false` or text");
        check(&json!({ "allOf": [{ "$ref": "#/definitions/Retry" }] }), "[Retry](#retry)");
        check(
            &json!({ "enum": ["required", "natural", "none"] }),
            "`required`, `natural` or `none`",
        );
        check(&json!({ "const": "Api" }), "`Api`");
        check(&json!({ "type": "object", "additionalProperties": true }), "a mapping to anything");
        check(&json!(true), "anything");
    }

    #[test]
    fn every_key_of_every_kind_is_explained() {
        for kind in spec::Kind::ALL {
            let schema = spec::schema(kind);
            for (key, property) in schema["properties"].as_object().expect("a kind has keys") {
                assert!(
                    property["description"].is_string(),
                    "{}: {key} has no description",
                    kind.name()
                );
            }
        }
    }
}
