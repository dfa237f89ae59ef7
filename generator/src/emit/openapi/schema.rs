//! Types as JSON Schemas.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use utoipa::openapi::schema::{AdditionalProperties, AnyOf, Object, SchemaType};
use utoipa::openapi::{Discriminator, KnownFormat, OneOf, RefOr, Schema, SchemaFormat, Type};

use crate::emit::openapi::catalog::{self, Catalog, Component, Direction};
use crate::emit::openapi::dress::{self, Dress, dress, list, nullable, reference, with_keyword};
use crate::emit::openapi::{constraints, json, names};
use crate::ir;

/// The components of a catalog, by their names.
pub fn components(catalog: &Catalog<'_>) -> BTreeMap<String, RefOr<Schema>> {
    let mut schemas = BTreeMap::new();
    for (component, key) in catalog.components() {
        let schema = match component {
            Component::Type(id, direction) => {
                let ty = catalog.platform.ty(id);
                if let ir::Shape::Union { on, variants } = &ty.shape {
                    schemas.extend(kinds(catalog, key, on, variants, direction));
                }
                named(catalog, ty, key, direction)
            }
            Component::Patch(id, direction) => patch(catalog, id, direction),
            Component::Page(item) => page(catalog, item),
        };
        schemas.insert(key.to_owned(), schema);
    }
    schemas
}

/// The schema of a use of a type.
pub fn of(catalog: &Catalog<'_>, ty: &ir::TypeRef, direction: Direction) -> RefOr<Schema> {
    match ty {
        ir::TypeRef::Builtin(ty) => builtin(*ty).into(),
        ir::TypeRef::Named(id) => {
            reference(catalog.prefix, catalog.key(catalog.component(id, direction)))
        }
        ir::TypeRef::List(item) => list(of(catalog, item, direction)).into(),
        ir::TypeRef::Map(value) => map(of(catalog, value, direction)).into(),
        ir::TypeRef::Patch(id) => {
            reference(catalog.prefix, catalog.key(Component::Patch(id, direction)))
        }
        ir::TypeRef::Nullable(inner) => nullable(of(catalog, inner, direction)),
    }
}

/// The schema of a field, a parameter or a header.
pub fn field(catalog: &Catalog<'_>, field: &ir::Field, direction: Direction) -> RefOr<Schema> {
    let mut words = Dress::new(&field.docs, field.classification);
    words.default = field.default.as_ref().map(json::value);
    words.examples = json::values(&field.examples);
    constrained(catalog, &field.ty, &field.constraints, words, direction)
}

/// The schema of a use of a type that asks more of its values than the type does.
pub fn constrained(
    catalog: &Catalog<'_>,
    ty: &ir::TypeRef,
    constraints: &ir::Constraints,
    mut words: Dress,
    direction: Direction,
) -> RefOr<Schema> {
    if *constraints != ir::Constraints::default() {
        let kind = constraints::kind(catalog.platform, ty);
        words.keywords.extend(constraints::keywords(constraints, kind));
    }
    dress(of(catalog, ty, direction), words)
}

/// An object with these fields.
pub fn record(catalog: &Catalog<'_>, fields: &[ir::Field], direction: Direction) -> Object {
    let mut object = Object::with_type(Type::Object);
    object.properties =
        fields.iter().map(|each| (each.name.clone(), field(catalog, each, direction))).collect();
    object.required =
        fields.iter().filter(|field| field.required).map(|field| field.name.clone()).collect();
    closed(object, direction)
}

fn closed(mut object: Object, direction: Direction) -> Object {
    if direction == Direction::Request {
        object.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
    }
    object
}

fn named(catalog: &Catalog<'_>, ty: &ir::Type, key: &str, direction: Direction) -> RefOr<Schema> {
    let mut words = Dress::new(&ty.docs, ir::Classification::default());
    words.examples = json::values(&ty.examples);
    match &ty.shape {
        ir::Shape::Newtype { is, constraints, classification } => {
            words.keywords = Dress::new(&ty.docs, *classification).keywords;
            constrained(catalog, is, constraints, words, direction)
        }
        ir::Shape::Enum(values) => enumeration(values, words, direction),
        ir::Shape::Union { on, variants } => union(catalog, key, on, variants, words, direction),
        ir::Shape::Record { fields, .. } => dress(record(catalog, fields, direction).into(), words),
    }
}

fn enumeration(values: &[ir::EnumValue], mut words: Dress, direction: Direction) -> RefOr<Schema> {
    let known: Vec<Value> = values.iter().map(|value| value.value.clone().into()).collect();
    let lines: Vec<String> = values
        .iter()
        .map(|value| (&value.value, dress::description(&value.docs).replace('\n', " ")))
        .filter(|(_, description)| !description.is_empty())
        .map(|(value, description)| format!("- `{value}`: {description}"))
        .collect();
    if !lines.is_empty() {
        let separator = if words.description.is_empty() { "" } else { "\n\n" };
        words.description = format!("{}{separator}{}", words.description, lines.join("\n"));
    }
    let mut object = Object::with_type(Type::String);
    match direction {
        Direction::Request => object.enum_values = Some(known),
        Direction::Response => {
            if words.examples.is_empty() {
                words.examples = known.first().cloned().into_iter().collect();
            }
            words.keywords.insert("x-extensible-enum", known.into());
        }
    }
    dress(object.into(), words)
}

fn union(
    catalog: &Catalog<'_>,
    key: &str,
    on: &str,
    variants: &[ir::UnionVariant],
    words: Dress,
    direction: Direction,
) -> RefOr<Schema> {
    let location = |variant: &ir::UnionVariant| {
        format!("{}{}", catalog.prefix, names::kind(key, &variant.tag))
    };
    let mut known = OneOf::new();
    known.items = variants
        .iter()
        .map(|variant| reference(catalog.prefix, &names::kind(key, &variant.tag)))
        .collect();
    let mapping = variants.iter().map(|variant| (variant.tag.clone(), location(variant)));
    known.discriminator = Some(Discriminator::with_mapping(on, mapping));
    match direction {
        Direction::Request => dress(RefOr::T(Schema::OneOf(known)), words),
        Direction::Response => {
            let mut open = AnyOf::new();
            open.items = vec![Schema::OneOf(known).into(), unknown_kind(on, variants).into()];
            dress(RefOr::T(Schema::AnyOf(open)), words)
        }
    }
}

/// The schemas of the kinds of a union: each holds the tag and what travels with it.
fn kinds<'a>(
    catalog: &'a Catalog<'_>,
    key: &'a str,
    on: &'a str,
    variants: &'a [ir::UnionVariant],
    direction: Direction,
) -> impl Iterator<Item = (String, RefOr<Schema>)> + 'a {
    variants.iter().map(move |variant| {
        let mut kind =
            record(catalog, catalog::fields(catalog.platform, &variant.payload), direction);
        let tag = with_keyword(Object::with_type(Type::String), "const", variant.tag.clone());
        kind.properties.shift_insert(0, on.to_owned(), tag.into());
        kind.required.insert(0, on.to_owned());
        let words =
            Dress::new(&catalog.platform.ty(&variant.payload).docs, ir::Classification::default());
        (names::kind(key, &variant.tag), dress(kind.into(), words))
    })
}

fn unknown_kind(on: &str, variants: &[ir::UnionVariant]) -> Object {
    let known: Vec<&str> = variants.iter().map(|variant| variant.tag.as_str()).collect();
    let tag = with_keyword(Object::with_type(Type::String), "not", json!({ "enum": known }));
    let mut object = Object::with_type(Type::Object);
    object.description = Some("A kind that this version does not know.".to_owned());
    object.properties.insert(on.to_owned(), tag.into());
    object.required.push(on.to_owned());
    object
}

fn patch(catalog: &Catalog<'_>, id: &ir::TypeId, direction: Direction) -> RefOr<Schema> {
    let mut object = Object::with_type(Type::Object);
    let fields = catalog::fields(catalog.platform, id);
    object.properties = fields
        .iter()
        .map(|field| (field.name.clone(), patched(catalog, field, direction)))
        .collect();
    object.description = Some(format!(
        "A JSON Merge Patch (RFC 7396) of `{}`: a member that is absent stays as it is, and one that is `null` is removed.",
        id.name
    ));
    closed(object, direction).into()
}

fn patched(catalog: &Catalog<'_>, field: &ir::Field, direction: Direction) -> RefOr<Schema> {
    let (ty, is_nullable) = match &field.ty {
        ir::TypeRef::Nullable(inner) => (&**inner, true),
        ty => (ty, false),
    };
    let change = catalog.platform.change_of(field);
    let schema = match change {
        ir::Change::Record(nested, _) => {
            reference(catalog.prefix, catalog.key(Component::Patch(nested, direction)))
        }
        ir::Change::Entries(value) => map(nullable(of(catalog, value, direction))).into(),
        ir::Change::Replace => of(catalog, ty, direction),
    };
    let schema = if is_nullable || !field.required { nullable(schema) } else { schema };
    let mut words = Dress::new(&field.docs, field.classification);
    words.examples = json::values(&field.examples);
    // How many entries a map ends up with is not to be seen from a patch of it.
    let kind = constraints::kind(catalog.platform, ty);
    if change == ir::Change::Replace {
        words.keywords.extend(constraints::keywords(&field.constraints, kind));
    }
    dress(schema, words)
}

fn page(catalog: &Catalog<'_>, item: &ir::TypeRef) -> RefOr<Schema> {
    let mut items = list(of(catalog, item, Direction::Response));
    items.description = Some("The items of this page, in the order of the list.".to_owned());
    let mut next = Object::with_type(Type::String);
    next.description = Some(
        "Where the next page starts: the `cursor` of the next request. Absent on the last page."
            .to_owned(),
    );
    let mut object = Object::with_type(Type::Object);
    object.description = Some("One page of a list.".to_owned());
    object.properties.insert("items".to_owned(), items.into());
    object.properties.insert("nextCursor".to_owned(), next.into());
    object.required.push("items".to_owned());
    object.into()
}

fn map(values: RefOr<Schema>) -> Object {
    let mut object = Object::with_type(Type::Object);
    object.additional_properties = Some(Box::new(AdditionalProperties::RefOr(values)));
    object
}

fn builtin(builtin: ir::Builtin) -> Object {
    let known = |ty: Type, format: KnownFormat| {
        let mut object = Object::with_type(ty);
        object.format = Some(SchemaFormat::KnownFormat(format));
        object
    };
    let custom = |format: &str| {
        let mut object = Object::with_type(Type::String);
        object.format = Some(SchemaFormat::Custom(format.to_owned()));
        object
    };
    match builtin {
        ir::Builtin::String => Object::with_type(Type::String),
        ir::Builtin::Boolean => Object::with_type(Type::Boolean),
        ir::Builtin::Int32 => known(Type::Integer, KnownFormat::Int32),
        ir::Builtin::Int64 => known(Type::Integer, KnownFormat::Int64),
        ir::Builtin::Float64 => known(Type::Number, KnownFormat::Double),
        ir::Builtin::Decimal => {
            let mut object = custom("decimal");
            object.pattern = Some(constraints::ANY_DECIMAL.to_owned());
            object
        }
        ir::Builtin::Date => known(Type::String, KnownFormat::Date),
        ir::Builtin::Timestamp => known(Type::String, KnownFormat::DateTime),
        ir::Builtin::Duration => custom("duration"),
        ir::Builtin::Uuid => custom("uuid"),
        ir::Builtin::Email => custom("email"),
        ir::Builtin::Uri => custom("uri"),
        ir::Builtin::Bytes => {
            let mut object = Object::with_type(Type::String);
            "base64".clone_into(&mut object.content_encoding);
            object.pattern = Some(BASE64.to_owned());
            object
        }
        ir::Builtin::Any => Object::with_type(SchemaType::AnyValue),
    }
}

/// Standard base64 with padding (RFC 4648 §4); the bits that no byte needs are zero (§3.5).
const BASE64: &str =
    "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";
