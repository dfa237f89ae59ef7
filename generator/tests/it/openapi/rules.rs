//! The rules of `OpenAPI` 3.1 that a document must keep, as far as they can be seen from the document alone.

use std::collections::BTreeSet;

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

/// What is wrong with a document, one sentence each.
pub fn violations(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    if document["openapi"] != "3.1.0" {
        found.push("the document is not of OpenAPI 3.1".to_owned());
    }
    for member in ["title", "version", "description"] {
        if text(&document["info"][member]).is_empty() {
            found.push(format!("info has no {member}"));
        }
    }
    references(document, document, "#", &mut found);
    component_keys(document, &mut found);
    operations(document, &mut found);
    unused(document, &mut found);
    // A schema that refers to nothing cannot judge an example.
    if found.is_empty() {
        examples(document, document, "#", &mut found);
    }
    found
}

/// A validator that asserts formats.
pub fn validator(schema: &Value) -> Validator {
    let built = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .build(schema);
    built.unwrap_or_else(|error| panic!("{error}\n{schema:#}"))
}

/// References that lead nowhere.
pub fn references(document: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
        let target = reference.strip_prefix('#').and_then(|pointer| document.pointer(pointer));
        if target.is_none() {
            found.push(format!("{at} refers to {reference}, which is not there"));
        }
    }
    if let Some(mapping) = value.get("mapping").and_then(Value::as_object) {
        for reference in mapping.values().map(text) {
            if document.pointer(&reference[1..]).is_none() {
                found.push(format!("{at} maps to {reference}, which is not there"));
            }
        }
    }
    if value.get("nullable").is_some_and(Value::is_boolean) {
        found.push(format!("{at} is nullable as in OpenAPI 3.0"));
    }
    each(value, at, |child, at| references(document, child, at, found));
}

/// Keys of components that are not legal.
pub fn component_keys(document: &Value, found: &mut Vec<String>) {
    let is_legal = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    for (section, components) in members(&document["components"]) {
        for key in members(components).into_iter().map(|(key, _)| key) {
            if key.is_empty() || !key.chars().all(is_legal) {
                found.push(format!("the key {key} of components/{section} is not legal"));
            }
        }
    }
}

/// Components that nothing refers to.
pub fn unused(document: &Value, found: &mut Vec<String>) {
    let text = document.to_string();
    for (section, components) in members(&document["components"]) {
        for key in members(components)
            .into_iter()
            .map(|(key, _)| key)
            .filter(|_| section != "securitySchemes")
        {
            if !text.contains(&format!("\"#/components/{section}/{key}\"")) {
                found.push(format!("components/{section}/{key} is not used"));
            }
        }
    }
}

fn operations(document: &Value, found: &mut Vec<String>) {
    let mut ids = BTreeSet::new();
    let mut templates = BTreeSet::new();
    for (path, item) in members(&document["paths"]) {
        let template: Vec<&str> =
            path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect();
        if !templates.insert(template.join("/")) {
            found.push(format!("{path} is the same template as another"));
        }
        for (method, operation) in members(item) {
            let id = text(&operation["operationId"]);
            if id.is_empty() || !ids.insert(id) {
                found.push(format!("{method} {path} has no operationId of its own but {id}"));
            }
            one_operation(document, path, operation, id, found);
        }
    }
}

fn one_operation(
    document: &Value,
    path: &str,
    operation: &Value,
    id: &str,
    found: &mut Vec<String>,
) {
    let mut parameters = BTreeSet::new();
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let (name, location) = (text(&parameter["name"]), text(&parameter["in"]));
        if !parameters.insert((name, location)) {
            found.push(format!("{id} has {name} in {location} twice"));
        }
        if location == "path" && parameter["required"] != true {
            found.push(format!("{id} does not require {name}"));
        }
        if location == "header"
            && ["accept", "content-type", "authorization"].contains(&&*name.to_lowercase())
        {
            found.push(format!("{id} has a header {name} that is ignored"));
        }
        if parameter["schema"].is_null() {
            found.push(format!("{id} has a parameter {name} without a schema"));
        }
    }
    let templates: BTreeSet<(&str, &str)> = path
        .split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| (name, "path"))
        .collect();
    let declared: BTreeSet<_> =
        parameters.into_iter().filter(|(_, location)| *location == "path").collect();
    if templates != declared {
        found.push(format!("{id} declares {declared:?} for {path}"));
    }
    if !operation["security"].is_array() {
        found.push(format!("{id} does not say who may call it"));
    }
    let responses = members(&operation["responses"]);
    let is_success = |(status, _): &(&str, &Value)| status.starts_with(['2', '3']);
    if !responses.iter().any(is_success) || operation["responses"]["default"].is_null() {
        found.push(format!("{id} lacks a success or a default"));
    }
    for (status, response) in responses {
        let response = resolve(document, response);
        if text(&response["description"]).is_empty() {
            found.push(format!("{id} does not describe {status}"));
        }
        let is_problem = status == "default" || status.starts_with(['4', '5']);
        for media_type in members(&response["content"]).into_iter().map(|(name, _)| name) {
            if is_problem != (media_type == "application/problem+json") {
                found.push(format!("{id} answers {status} with {media_type}"));
            }
        }
        if ["204", "304"].contains(&status) && response.get("content").is_some() {
            found.push(format!("{id} answers {status} with a body"));
        }
    }
}

/// Every example against its schema: those of media types, and those and the defaults of schemas.
fn examples(document: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if let (Some(schema), Some(examples)) =
        (value.get("schema"), value.get("examples").and_then(Value::as_object))
    {
        for (name, example) in examples {
            validate(document, schema, &example["value"], &format!("{at}/examples/{name}"), found);
        }
    }
    let is_schema = ["type", "$ref", "anyOf", "oneOf", "allOf"]
        .iter()
        .any(|keyword| value.get(keyword).is_some());
    if is_schema {
        let examples = value.get("examples").and_then(Value::as_array).into_iter().flatten();
        for example in examples.chain(value.get("default")) {
            validate(document, value, example, at, found);
        }
    }
    each(value, at, |child, at| examples_of(document, child, at, found));
}

fn examples_of(document: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let is_data = ["/examples", "/default", "/mapping"].iter().any(|data| at.ends_with(data))
        || at.contains("/x-");
    if !is_data || value.get("schema").is_some() {
        examples(document, value, at, found);
    }
}

fn validate(document: &Value, schema: &Value, example: &Value, at: &str, found: &mut Vec<String>) {
    let whole = json!({ "allOf": [schema], "components": document["components"] });
    let validator = validator(&whole);
    found.extend(validator.iter_errors(example).map(|error| format!("{at}: {error}")));
}

fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let target = value
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|reference| document.pointer(&reference[1..]));
    target.unwrap_or(value)
}

/// Shows every member of an object, or every item of a list, and where it stands.
pub fn each(value: &Value, at: &str, mut visit: impl FnMut(&Value, &str)) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                visit(member, &format!("{at}/{name}"));
            }
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| visit(item, &format!("{at}/{index}")));
        }
        _ => {}
    }
}

/// The members of an object.
pub fn members(value: &Value) -> Vec<(&str, &Value)> {
    let members = value.as_object().into_iter().flatten();
    members.map(|(name, member)| (name.as_str(), member)).collect()
}

/// A text; empty for anything else.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
