//! A document's value against the schema of its kind: every mistake at once.
//!
//! `jsonschema` finds the mistakes; the sentences are ours. Where a piece has several forms, the form
//! that was most likely meant is the one whose outermost type fits, and of those the one with the fewest mistakes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::document::Kind;
use super::sentences::{self, Document};
use crate::diag::Diagnostic;
use crate::ir::Place;
use crate::source::Tree;
use crate::spec::schema::schema;

/// What is wrong at one place.
pub struct Mistake {
    /// JSON Pointer of the element.
    pub pointer: String,
    /// What is wrong with it.
    pub what: What,
}

/// A mistake of shape.
pub enum What {
    /// A mapping has keys that it cannot have.
    UnknownKeys {
        /// Those keys.
        keys: Vec<String>,
        /// The keys it can have.
        allowed: Vec<String>,
        /// The definition of the mapping.
        definition: String,
    },
    /// A mapping lacks a key.
    MissingKey {
        /// The key.
        key: String,
        /// What it holds, from its documentation.
        about: Option<String>,
        /// The definition of the mapping.
        definition: String,
    },
    /// A value has another type.
    WrongType {
        /// The types it could have, in the schema's words.
        expected: Vec<String>,
        /// The definition of the value.
        definition: String,
    },
    /// A word is none of those it could be.
    UnknownWord {
        /// Those words.
        words: Vec<String>,
    },
    /// A number or a size is outside its limits.
    OutOfRange {
        /// What it must be.
        limit: String,
    },
    /// Anything else, in the validator's words.
    Other {
        /// Those words.
        message: String,
    },
}

/// A schema and its compiled form.
struct Checker {
    schema: Value,
    validator: Validator,
}

static CHECKERS: LazyLock<BTreeMap<Kind, Checker>> = LazyLock::new(|| {
    let checker = |kind| {
        let mut schema = schema(kind);
        // The kind was judged before.
        schema["properties"]["kind"] = true.into();
        let validator = jsonschema::draft7::new(&schema).expect("the schema of a kind is a schema");
        (kind, Checker { schema, validator })
    };
    Kind::ALL.into_iter().map(checker).collect()
});

/// Everything that is wrong with the shape of a document.
pub fn findings(
    kind: Kind,
    value: &Value,
    tree: &Tree,
    text: &str,
    place: &Place,
) -> Vec<Diagnostic> {
    let mut mistakes = Vec::new();
    let checker = &CHECKERS[&kind];
    for error in checker.validator.iter_errors(value) {
        collect(&checker.schema, &error, &mut mistakes);
    }
    let document = Document { kind, value, tree, text, place };
    sentences::findings(&document, mistakes)
}

fn collect(schema: &Value, error: &ValidationError<'_>, mistakes: &mut Vec<Mistake>) {
    let pointer = error.instance_path().as_str().to_owned();
    let what = match error.kind() {
        ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } => {
            return choose(schema, error, context, mistakes);
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let (definition, mapping) = mapping(schema, error);
            let allowed = keys(mapping);
            What::UnknownKeys { keys: unexpected.clone(), allowed, definition }
        }
        ValidationErrorKind::Required { property } => {
            let key = property.as_str().unwrap_or_default().to_owned();
            let (definition, mapping) = mapping(schema, error);
            let about = mapping["properties"][&key]["description"].as_str().map(ToOwned::to_owned);
            What::MissingKey { key, about, definition }
        }
        ValidationErrorKind::Type { kind } => {
            What::WrongType { expected: types(kind), definition: definition(error) }
        }
        ValidationErrorKind::Constant { expected_value } => {
            What::UnknownWord { words: word(expected_value) }
        }
        ValidationErrorKind::Enum { options } => What::UnknownWord {
            words: options.as_array().into_iter().flatten().flat_map(word).collect(),
        },
        ValidationErrorKind::Minimum { limit } => {
            What::OutOfRange { limit: format!("at least {limit}") }
        }
        ValidationErrorKind::Maximum { limit } => {
            What::OutOfRange { limit: format!("at most {limit}") }
        }
        ValidationErrorKind::MinItems { .. } | ValidationErrorKind::MinProperties { .. } => {
            What::OutOfRange { limit: String::new() }
        }
        _ => What::Other { message: error.to_string() },
    };
    mistakes.push(Mistake { pointer, what });
}

/// The mistakes of the form that was most likely meant.
fn choose(
    schema: &Value,
    around: &ValidationError<'_>,
    forms: &[Vec<ValidationError<'static>>],
    mistakes: &mut Vec<Mistake>,
) {
    let pointer = around.instance_path().as_str();
    let misfit = |error: &ValidationError<'_>| {
        error.instance_path().as_str() == pointer
            && matches!(error.kind(), ValidationErrorKind::Type { .. })
    };
    let fitting =
        forms.iter().filter(|form| !form.iter().any(misfit)).min_by_key(|form| form.len());
    let words: Vec<String> = forms.iter().flatten().filter_map(constant).collect();
    let only_words = forms
        .iter()
        .all(|form| form.iter().any(|error| constant(error).is_some() || misfit(error)));
    if let (Some([first, ..]), true, false) =
        (fitting.map(Vec::as_slice), only_words, words.is_empty())
        && first.instance_path().as_str() == pointer
        && first.instance().is_string()
    {
        mistakes.push(Mistake { pointer: pointer.to_owned(), what: What::UnknownWord { words } });
        return;
    }
    let structural = forms.iter().filter(|form| {
        !form.iter().any(misfit) && !form.iter().any(|error| constant(error).is_some())
    });
    if let Some(form) = structural.min_by_key(|form| form.len()) {
        for error in form {
            collect(schema, error, mistakes);
        }
    } else {
        let expected =
            forms.iter().flatten().filter(|error| error.instance_path().as_str() == pointer);
        let mut expected: Vec<String> = expected.flat_map(wanted).collect();
        expected.dedup();
        let definition = definition(around);
        mistakes.push(Mistake {
            pointer: pointer.to_owned(),
            what: What::WrongType { expected, definition },
        });
    }
}

/// The types that would have been right, a word counting as text.
fn wanted(error: &ValidationError<'_>) -> Vec<String> {
    match error.kind() {
        ValidationErrorKind::Type { kind } => types(kind),
        ValidationErrorKind::Constant { expected_value } => {
            word(expected_value).into_iter().map(|word| format!("`{word}`")).collect()
        }
        _ => Vec::new(),
    }
}

fn constant(error: &ValidationError<'_>) -> Option<String> {
    match error.kind() {
        ValidationErrorKind::Constant { expected_value } => {
            expected_value.as_str().map(ToOwned::to_owned)
        }
        _ => None,
    }
}

fn word(value: &Value) -> Vec<String> {
    value.as_str().map(ToOwned::to_owned).into_iter().collect()
}

fn types(kind: &TypeKind) -> Vec<String> {
    match kind {
        TypeKind::Single(ty) => vec![ty.to_string()],
        TypeKind::Multiple(types) => types.iter().map(|ty| ty.to_string()).collect(),
    }
}

/// The definition whose keyword was broken, and the name under which it is found.
fn mapping<'s>(schema: &'s Value, error: &ValidationError<'_>) -> (String, &'s Value) {
    let path = error.schema_path().as_str();
    let around = path.rsplit_once('/').map_or("", |(around, _)| around);
    let definition = around
        .strip_prefix("/definitions/")
        .map_or("", |rest| rest.split('/').next().unwrap_or(rest));
    (definition.to_owned(), schema.pointer(around).unwrap_or(&Value::Null))
}

/// The definition whose own form was broken; none for a part of one.
fn definition(error: &ValidationError<'_>) -> String {
    let path = error.schema_path().as_str();
    let definition = path
        .strip_prefix("/definitions/")
        .and_then(|rest| rest.rsplit_once('/'))
        .map(|(name, _)| name);
    definition.filter(|name| !name.contains('/')).unwrap_or_default().to_owned()
}

fn keys(mapping: &Value) -> Vec<String> {
    mapping["properties"]
        .as_object()
        .into_iter()
        .flat_map(|properties| properties.keys().cloned())
        .collect()
}
