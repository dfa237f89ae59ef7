//! What a value looks like on the wire, as the constant expression that the runtime validates by.

use super::literal::{count, float, integer};
use super::redact;
use super::scope::Scope;
use super::type_ref::{Null, without_null};
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::{Builtin, Classification, Constraints, Field, Number, Shape, TypeRef};
use crate::pattern;

/// A constant `Shape` expression; `name` is what its pattern, if it has one, is named after.
pub fn shape_of(
    scope: &Scope<'_>,
    file: &mut File,
    name: &str,
    ty: &TypeRef,
    constraints: &Constraints,
) -> Code {
    let (inner, null) = without_null(ty);
    let base = base(scope, file, inner);
    let checks = checks(scope, file, name, inner, constraints);
    let nullable = (null == Null::Allowed).then(|| code!(.nullable()));
    code!(#base #checks #nullable)
}

/// A field of an object.
pub fn field(scope: &Scope<'_>, file: &mut File, owner: &str, field: &Field) -> Code {
    let name = format!("{owner} {}", field.name);
    let shape = shape_of(scope, file, &name, &field.ty, &field.constraints);
    let optional = if field.required { Required::Yes } else { Required::No };
    let classification = redact::classification_of(scope, &field.ty, field.classification);
    field_of(file, &field.name, &shape, optional, classification)
}

/// Whether a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Required {
    Yes,
    No,
}

/// A field of an object whose shape is known.
pub fn field_of(
    file: &mut File,
    name: &str,
    shape: &Code,
    required: Required,
    classification: Classification,
) -> Code {
    let field = file.uses("tiebeam::shape::Field");
    let optional = (required == Required::No).then(|| code!(.optional()));
    let level = match classification {
        Classification::Internal => None,
        Classification::Public => Some("Public"),
        Classification::Personal => Some("Personal"),
        Classification::Payment => Some("Payment"),
        Classification::Secret => Some("Secret"),
    };
    let classified = level.map(|level| {
        let classification = file.uses("tiebeam::shape::Classification");
        let level = name::ident(level);
        code!(.classified(#classification::#level))
    });
    code!(#field::new(#name, #shape) #optional #classified)
}

/// `Shape::object(name, &[fields])`.
pub fn object(file: &mut File, name: &str, fields: &[Code]) -> Code {
    let shape = file.uses("tiebeam::shape::Shape");
    code!(#shape::object(#name, &[#(#fields),*]))
}

/// The shape of a type without constraints.
pub fn base(scope: &Scope<'_>, file: &mut File, ty: &TypeRef) -> Code {
    let shape = file.uses("tiebeam::shape::Shape");
    match ty {
        TypeRef::Builtin(builtin) => {
            let maker = name::ident(maker(*builtin));
            code!(#shape::#maker())
        }
        TypeRef::Named(id) => {
            let path = file.uses(&scope.path(id));
            code!(#shape::of::<#path>())
        }
        TypeRef::Patch(id) => {
            let path = file.uses(&scope.patch_path(id));
            code!(#shape::of::<#path>())
        }
        TypeRef::List(item) => {
            let item = base(scope, file, item);
            code!(#shape::list(&#item))
        }
        TypeRef::Map(value) => {
            let value = base(scope, file, value);
            code!(#shape::map(&#value))
        }
        TypeRef::Nullable(inner) => {
            let inner = base(scope, file, inner);
            code!(#inner.nullable())
        }
    }
}

fn maker(builtin: Builtin) -> &'static str {
    match builtin {
        Builtin::String => "string",
        Builtin::Boolean => "boolean",
        Builtin::Int32 => "int32",
        Builtin::Int64 => "int64",
        Builtin::Float64 => "float64",
        Builtin::Decimal => "decimal",
        Builtin::Date => "date",
        Builtin::Timestamp => "timestamp",
        Builtin::Duration => "duration",
        Builtin::Uuid => "uuid",
        Builtin::Email => "email",
        Builtin::Uri => "uri",
        Builtin::Bytes => "bytes",
        Builtin::Any => "any",
    }
}

/// The calls that add constraints.
fn checks(
    scope: &Scope<'_>,
    file: &mut File,
    name: &str,
    ty: &TypeRef,
    constraints: &Constraints,
) -> Code {
    let counts = [
        ("min_length", constraints.min_length),
        ("max_length", constraints.max_length),
        ("min_items", constraints.min_items),
        ("max_items", constraints.max_items),
    ];
    let counts = counts.into_iter().filter_map(|(check, value)| {
        let (check, value) = (name::ident(check), count(value?));
        Some(code!(.#check(#value)))
    });
    let bounds = [
        ("minimum", &constraints.minimum),
        ("maximum", &constraints.maximum),
        ("exclusive_minimum", &constraints.exclusive_minimum),
        ("exclusive_maximum", &constraints.exclusive_maximum),
        ("multiple_of", &constraints.multiple_of),
    ];
    let family = family(scope, ty);
    let bounds = bounds.into_iter().filter_map(|(check, value)| {
        let (suffix, value) = bound(family, value.as_ref()?);
        let check = name::ident(&format!("{check}{suffix}"));
        Some(code!(.#check(#value)))
    });
    let unique = constraints.unique_items.then(|| code!(.unique_items()));
    let pattern = constraints.pattern.as_ref().map(|ecma| {
        let text = pattern::translate(ecma).expect("linking has checked every pattern");
        let pattern = file.pattern(name, &text);
        code!(.pattern(&#pattern))
    });
    code!(#(#counts)* #pattern #(#bounds)* #unique)
}

/// Which kind of number a bound is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Integer,
    Float,
    Decimal,
}

fn family(scope: &Scope<'_>, ty: &TypeRef) -> Family {
    match ty {
        TypeRef::Builtin(Builtin::Float64) => Family::Float,
        TypeRef::Builtin(Builtin::Decimal) => Family::Decimal,
        TypeRef::Nullable(inner) => family(scope, inner),
        TypeRef::Named(id) => match &scope.platform.ty(id).shape {
            Shape::Newtype { is, .. } => family(scope, is),
            Shape::Enum(_) | Shape::Union { .. } | Shape::Record { .. } => Family::Integer,
        },
        TypeRef::Builtin(_) | TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Patch(_) => {
            Family::Integer
        }
    }
}

fn bound(family: Family, number: &Number) -> (&'static str, Code) {
    match family {
        Family::Integer => ("", integer(number)),
        Family::Float => ("_float", float(number)),
        Family::Decimal => {
            let text = &number.0;
            ("_decimal", code!(#text))
        }
    }
}
