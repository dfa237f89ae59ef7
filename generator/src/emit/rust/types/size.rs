//! How large values are in memory, roughly: what is large is boxed where it would make others large.

use super::scope::Scope;
use super::scope::direct;
use crate::ir::{Builtin, Field, Shape, TypeId, TypeRef};

/// Payloads from here on are boxed in enums; clippy draws its line at 200 bytes.
pub const LARGE: usize = 160;

/// The size of a value in bytes, rather too large than too small.
pub fn size_of(scope: &Scope<'_>, ty: &TypeRef) -> usize {
    match ty {
        TypeRef::Builtin(builtin) => of_builtin(*builtin),
        TypeRef::List(_) | TypeRef::Map(_) => 24,
        TypeRef::Nullable(inner) => size_of(scope, inner) + 8,
        TypeRef::Named(id) | TypeRef::Patch(id) => of_shape(scope, id),
    }
}

/// The size of a record in bytes, rather too large than too small.
pub fn record_size(scope: &Scope<'_>, fields: &[Field]) -> usize {
    fields.iter().map(|field| size_of(scope, &field.ty) + if field.required { 0 } else { 8 }).sum()
}

fn of_shape(scope: &Scope<'_>, id: &TypeId) -> usize {
    match &scope.platform.ty(id).shape {
        Shape::Newtype { is, .. } => size_of(scope, is),
        Shape::Enum(_) => 24,
        Shape::Union { .. } => LARGE + 8,
        Shape::Record { fields, .. } => fields
            .iter()
            .map(|field| match direct(&field.ty) {
                Some(inner) if scope.embeds(inner, id) => 8,
                _ => record_size(scope, std::slice::from_ref(field)),
            })
            .sum(),
    }
}

fn of_builtin(builtin: Builtin) -> usize {
    match builtin {
        Builtin::Boolean | Builtin::Int32 | Builtin::Int64 | Builtin::Float64 | Builtin::Date => 8,
        Builtin::Decimal | Builtin::Timestamp | Builtin::Uuid => 16,
        Builtin::String | Builtin::Email | Builtin::Uri | Builtin::Bytes => 24,
        Builtin::Duration => 64,
        Builtin::Any => 72,
    }
}
