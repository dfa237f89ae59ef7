//! Adds to a schema what a use of it says: words, defaults, examples, constraints.
//!
//! `utoipa` gives each kind of schema the keywords it had in mind for it. JSON Schema allows any keyword
//! beside any other, a `$ref` included, so what a kind has no member for goes where extensions go.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{AnyOf, Array, ArrayItems, Object, SchemaType};
use utoipa::openapi::{Deprecated, Ref, RefOr, Schema, Type};

use crate::emit::openapi::json;
use crate::ir;

/// What is said beside a schema.
#[derive(Debug, Default)]
pub struct Dress {
    /// Markdown; empty for none.
    pub description: String,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// What a reader assumes when it is absent.
    pub default: Option<Value>,
    /// Example values.
    pub examples: Vec<Value>,
    /// Further keywords and extensions.
    pub keywords: BTreeMap<&'static str, Value>,
}

impl Dress {
    /// What the docs and the classification of an element say.
    pub fn new(docs: &ir::Docs, classification: ir::Classification) -> Self {
        let mut keywords = BTreeMap::new();
        if classification != ir::Classification::default() {
            keywords.insert("x-classification", classification_word(classification).into());
        }
        if !docs.meta.is_empty() {
            keywords.insert("x-meta", json::map(&docs.meta));
        }
        Self {
            description: description(docs),
            deprecated: docs.deprecated.is_some(),
            keywords,
            ..Self::default()
        }
    }

    fn is_empty(&self) -> bool {
        self.description.is_empty()
            && !self.deprecated
            && self.default.is_none()
            && self.examples.is_empty()
            && self.keywords.is_empty()
    }
}

/// The description of an element, its deprecation included.
pub fn description(docs: &ir::Docs) -> String {
    let description = docs.description.trim();
    match docs.deprecated.as_deref().map(str::trim) {
        None | Some("") => description.to_owned(),
        Some(reason) if description.is_empty() => format!("**Deprecated:** {reason}"),
        Some(reason) => format!("{description}\n\n**Deprecated:** {reason}"),
    }
}

/// The schema with what is said beside it.
pub fn dress(schema: RefOr<Schema>, dress: Dress) -> RefOr<Schema> {
    if dress.is_empty() {
        return schema;
    }
    match schema {
        RefOr::T(Schema::Array(array)) => dress_array(array, dress).into(),
        RefOr::T(Schema::Object(object)) => dress_object(object, dress).into(),
        other => dress_object(opened(other), dress).into(),
    }
}

fn dress_object(mut object: Object, dress: Dress) -> Object {
    object.description = some(dress.description).or(object.description);
    object.deprecated = dress.deprecated.then_some(Deprecated::True).or(object.deprecated);
    object.default = dress.default.or(object.default);
    if !dress.examples.is_empty() {
        object.examples = dress.examples;
    }
    let extra = extend(&mut object.extensions, dress.keywords);
    // A pattern of the use takes the place of the pattern that its type has anyway.
    if extra.contains("pattern") {
        object.pattern = None;
    }
    object
}

fn dress_array(mut array: Array, dress: Dress) -> Array {
    array.description = some(dress.description).or(array.description);
    array.deprecated = dress.deprecated.then_some(Deprecated::True).or(array.deprecated);
    array.default = dress.default.or(array.default);
    if !dress.examples.is_empty() {
        array.examples = dress.examples;
    }
    extend(&mut array.extensions, dress.keywords);
    array
}

fn extend(
    extensions: &mut Option<Extensions>,
    keywords: BTreeMap<&'static str, Value>,
) -> std::collections::BTreeSet<&'static str> {
    let names = keywords.keys().copied().collect();
    if !keywords.is_empty() {
        extensions.get_or_insert_default().merge(keywords.into_iter().collect());
    }
    names
}

/// A schema that is a reference or a choice, as an object that has room for every keyword.
fn opened(schema: RefOr<Schema>) -> Object {
    let members =
        serde_json::to_value(schema).expect("a schema holds nothing that JSON cannot say");
    let members = members.as_object().expect("a reference or a choice is an object").clone();
    let mut object = Object::with_type(SchemaType::AnyValue);
    object.extensions = Some(members.into_iter().collect());
    object
}

/// An object schema with a keyword that `utoipa` has no member for.
pub fn with_keyword(mut object: Object, keyword: &str, value: impl Into<Value>) -> Object {
    object.extensions.get_or_insert_default().insert(keyword.to_owned(), value.into());
    object
}

/// The schema, or null.
pub fn nullable(schema: RefOr<Schema>) -> RefOr<Schema> {
    match schema {
        RefOr::T(Schema::Object(mut object)) => match object.schema_type {
            SchemaType::Type(ty) if object.enum_values.is_none() => {
                object.schema_type = SchemaType::from_iter([ty, Type::Null]);
                object.into()
            }
            SchemaType::AnyValue if object.extensions.is_none() => object.into(),
            _ => either(object.into()),
        },
        RefOr::T(Schema::Array(mut array)) => {
            array.schema_type = SchemaType::from_iter([Type::Array, Type::Null]);
            array.into()
        }
        other => either(other),
    }
}

fn either(schema: RefOr<Schema>) -> RefOr<Schema> {
    let mut choice = AnyOf::new();
    choice.items = vec![schema, Object::with_type(Type::Null).into()];
    RefOr::T(Schema::AnyOf(choice))
}

/// A reference to a component.
pub fn reference(prefix: &str, key: &str) -> RefOr<Schema> {
    RefOr::Ref(Ref::new(format!("{prefix}{key}")))
}

/// A list of these items.
pub fn list(items: RefOr<Schema>) -> Array {
    let mut array = Array::default();
    array.items = ArrayItems::RefOrSchema(Box::new(items));
    array
}

fn classification_word(classification: ir::Classification) -> &'static str {
    match classification {
        ir::Classification::Public => "public",
        ir::Classification::Internal => "internal",
        ir::Classification::Personal => "personal",
        ir::Classification::Payment => "payment",
        ir::Classification::Secret => "secret",
    }
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}
