//! Types: canonical models and the types local to an API or a service.

use super::api::ApiId;
use super::place::Place;
use super::value::{Number, Value};

/// Names a type for ever: where it lives and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId {
    /// Who owns the type.
    pub home: Home,
    /// Its name as written, in `PascalCase`.
    pub name: String,
}

/// Who owns a type.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Home {
    /// A canonical model of a domain.
    Domain(String),
    /// A type local to one API or service and major version.
    Api(ApiId),
}

/// A named type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Type {
    /// Its identity.
    pub id: TypeId,
    /// What it is made of.
    pub shape: Shape,
    /// What people should know of it.
    pub docs: Docs,
    /// Example values, each already checked against the type.
    pub examples: Vec<Value>,
    /// Where it was declared.
    pub place: Place,
}

/// What a named type is made of.
#[expect(
    clippy::large_enum_variant,
    reason = "a type has one shape, which is read in place and never moved about"
)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Shape {
    /// `is:` – a distinct name for another type, with constraints of its own.
    Newtype {
        /// The type behind the name. Never nullable, never a patch.
        is: TypeRef,
        /// What values must satisfy, besides what the type behind the name asks.
        constraints: Constraints,
        /// How sensitive a value is.
        classification: Classification,
    },
    /// `enum:` – an open set of names.
    Enum(Vec<EnumValue>),
    /// `union:` – one of several records, told apart by a tag inside the object.
    Union {
        /// The property that carries the tag.
        on: String,
        /// The members, in the order written.
        variants: Vec<UnionVariant>,
    },
    /// `fields:` – a record.
    Record {
        /// Its fields, in the order written.
        fields: Vec<Field>,
        /// Names that were once fields and must not come back with another meaning.
        reserved: Vec<String>,
    },
}

/// One name of an enum.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EnumValue {
    /// The value on the wire.
    pub value: String,
    /// What people should know of it.
    pub docs: Docs,
}

/// One member of a union.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UnionVariant {
    /// The value of the tag.
    pub tag: String,
    /// The record that travels with the tag; always a `Shape::Record`.
    pub payload: TypeId,
}

/// A field of a record, of an error's detail or of an event's data.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its name on the wire.
    pub name: String,
    /// Its type; `Nullable` outermost where null is allowed.
    pub ty: TypeRef,
    /// Whether it must be present. A field with a default is never required.
    pub required: bool,
    /// The value a reader assumes when the field is absent; already checked against the type.
    pub default: Option<Value>,
    /// What its value must satisfy.
    pub constraints: Constraints,
    /// How sensitive its value is.
    pub classification: Classification,
    /// What people should know of it.
    pub docs: Docs,
    /// Example values, each already checked against the type.
    pub examples: Vec<Value>,
    /// Where it was declared.
    pub place: Place,
}

/// The use of a type.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TypeRef {
    /// A type of the language.
    Builtin(Builtin),
    /// A named type.
    Named(TypeId),
    /// `T[]`.
    List(Box<TypeRef>),
    /// `map<T>`: string keys.
    Map(Box<TypeRef>),
    /// `patch<T>`: a JSON Merge Patch (RFC 7396) of a record.
    Patch(TypeId),
    /// `T | null`.
    Nullable(Box<TypeRef>),
}

/// The types of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Builtin {
    /// Unicode text.
    String,
    /// `true` or `false`.
    Boolean,
    /// A 32-bit signed integer.
    Int32,
    /// A 64-bit signed integer.
    Int64,
    /// An IEEE 754 double.
    Float64,
    /// An exact decimal number, a string on the wire.
    Decimal,
    /// A calendar date, `2026-11-22`.
    Date,
    /// An instant, RFC 3339.
    Timestamp,
    /// A duration, ISO 8601.
    Duration,
    /// A UUID (RFC 9562).
    Uuid,
    /// An e-mail address.
    Email,
    /// An absolute URI (RFC 3986).
    Uri,
    /// Bytes, base64 on the wire.
    Bytes,
    /// Any JSON value.
    Any,
}

/// What a value must satisfy, by JSON Schema's names. Only what applies to the type is ever set.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Constraints {
    /// Least number of Unicode code points.
    pub min_length: Option<u64>,
    /// Greatest number of Unicode code points.
    pub max_length: Option<u64>,
    /// ECMA-262 regular expression, unanchored, of the subset that runs in linear time.
    pub pattern: Option<String>,
    /// Least value.
    pub minimum: Option<Number>,
    /// Greatest value.
    pub maximum: Option<Number>,
    /// Every value is greater than this.
    pub exclusive_minimum: Option<Number>,
    /// Every value is less than this.
    pub exclusive_maximum: Option<Number>,
    /// Every value is a multiple of this.
    pub multiple_of: Option<Number>,
    /// Least number of items of a list or entries of a map.
    pub min_items: Option<u64>,
    /// Greatest number of items of a list or entries of a map.
    pub max_items: Option<u64>,
    /// Whether the items of a list must differ.
    pub unique_items: bool,
}

/// How sensitive a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Classification {
    /// May be seen by anyone.
    Public,
    /// Stays inside the enterprise; the default.
    #[default]
    Internal,
    /// Says something about a person; redacted in logs.
    Personal,
    /// Part of a payment instrument; redacted in logs.
    Payment,
    /// A credential; redacted everywhere but on the wire.
    Secret,
}

/// What people should know of an element.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Docs {
    /// Markdown; empty where none was written.
    pub description: String,
    /// Why it should no longer be used, where that is so.
    pub deprecated: Option<String>,
    /// The free map `meta`, carried to the documents.
    pub meta: Vec<(String, Value)>,
}
