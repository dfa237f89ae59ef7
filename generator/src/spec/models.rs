//! `kind: Models`: the canonical models of a domain.

use schemars::JsonSchema;
use serde::Deserialize;

use super::common::{Classification, Deprecation, Field, Literal, Map};
use super::words;

/// Canonical models of one domain.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Models {
    /// `Models`.
    pub kind: String,
    /// The domain, in kebab-case.
    pub domain: String,
    /// The team that answers for the models.
    pub owner: String,
    /// What the domain is about, in Markdown.
    pub description: Option<String>,
    /// Free map, carried to the documents.
    pub meta: Option<Map<Literal>>,
    /// The types, by name.
    pub types: Map<TypeDef>,
}

/// A named type: exactly one of `is`, `enum`, `union` and `fields`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TypeDef {
    /// What values of the type mean, in Markdown.
    pub description: Option<String>,
    /// A distinct name for another type.
    pub is: Option<String>,
    /// An open set of names.
    #[serde(rename = "enum")]
    pub values: Option<EnumValues>,
    /// One of several records, told apart by a tag.
    pub union: Option<Union>,
    /// A record.
    pub fields: Option<Map<Field>>,
    /// Names that were once fields and must not come back.
    pub reserved: Option<Vec<String>>,
    /// Least number of Unicode code points (with `is`).
    pub min_length: Option<u64>,
    /// Greatest number of Unicode code points (with `is`).
    pub max_length: Option<u64>,
    /// ECMA-262 regular expression, unanchored (with `is`).
    pub pattern: Option<String>,
    /// Least value (with `is`).
    #[serde(default, deserialize_with = "words::read_bound")]
    #[schemars(with = "words::Bound")]
    pub minimum: Option<Literal>,
    /// Greatest value (with `is`).
    #[serde(default, deserialize_with = "words::read_bound")]
    #[schemars(with = "words::Bound")]
    pub maximum: Option<Literal>,
    /// Every value is greater than this (with `is`).
    #[serde(default, deserialize_with = "words::read_bound")]
    #[schemars(with = "words::Bound")]
    pub exclusive_minimum: Option<Literal>,
    /// Every value is less than this (with `is`).
    #[serde(default, deserialize_with = "words::read_bound")]
    #[schemars(with = "words::Bound")]
    pub exclusive_maximum: Option<Literal>,
    /// Every value is a multiple of this (with `is`).
    #[serde(default, deserialize_with = "words::read_bound")]
    #[schemars(with = "words::Bound")]
    pub multiple_of: Option<Literal>,
    /// Least number of items or entries (with `is`).
    pub min_items: Option<u64>,
    /// Greatest number of items or entries (with `is`).
    pub max_items: Option<u64>,
    /// Whether the items must differ (with `is`).
    pub unique_items: Option<bool>,
    /// Values worth showing, checked against the type.
    pub examples: Option<Vec<Literal>>,
    /// Whether the type should no longer be used, and why.
    pub deprecated: Option<Deprecation>,
    /// How sensitive a value is (with `is`).
    pub classification: Option<Classification>,
    /// Free map, carried to the documents.
    pub meta: Option<Map<Literal>>,
}

/// The names of an enum: a list, or a mapping from each name to its description.
#[derive(Debug, Clone, PartialEq)]
pub enum EnumValues {
    /// `[placed, confirmed]`.
    List(Vec<String>),
    /// `{ placed: The order was accepted., confirmed: … }`.
    Described(Map<String>),
}

/// One of several records: `on` names the tag, every other key is a tag's value and its record.
#[derive(Debug, Clone, PartialEq)]
pub struct Union {
    /// The property that carries the tag.
    pub on: String,
    /// Tag values and the records that travel with them.
    pub variants: Map<String>,
}
