//! How large a value of a generated type is in memory, to decide what an enum should hold in a box.
//!
//! The figures are upper bounds on 64-bit machines. An enum whose variants differ much in size makes every value
//! as large as the largest, and a large error makes every result slow to pass on; clippy says so from 200 and 128
//! bytes on.

use crate::ir::{Builtin, Field, Platform, Shape, TypeId, TypeRef};

/// Details of errors above this many bytes are boxed.
const LARGE_DETAIL: usize = 96;

/// Answers above this many bytes are boxed where there are several.
const LARGE_ANSWER: usize = 200;

/// Whether an error should hold a detail of these fields in a box.
pub fn is_large_detail(platform: &Platform, fields: &[Field]) -> bool {
    of_fields(platform, fields, &mut Vec::new()) > LARGE_DETAIL
}

/// Whether one of several answers should hold a body of this type, beside so many headers, in a box.
pub fn is_large_answer(platform: &Platform, body: &TypeRef, headers: usize) -> bool {
    of(platform, body, &mut Vec::new()) + headers * 32 > LARGE_ANSWER
}

fn of(platform: &Platform, ty: &TypeRef, path: &mut Vec<TypeId>) -> usize {
    match ty {
        TypeRef::Builtin(builtin) => of_builtin(*builtin),
        TypeRef::Named(id) => of_named(platform, id, path),
        TypeRef::Patch(id) => of_named(platform, id, path) * 2,
        TypeRef::List(_) | TypeRef::Map(_) => 24,
        TypeRef::Nullable(ty) => of(platform, ty, path) + 8,
    }
}

/// A type that is met again within itself is behind a pointer there.
fn of_named(platform: &Platform, id: &TypeId, path: &mut Vec<TypeId>) -> usize {
    if path.contains(id) {
        return 8;
    }
    path.push(id.clone());
    let size = match &platform.ty(id).shape {
        Shape::Newtype { is, .. } => of(platform, is, path),
        Shape::Enum(_) => 32,
        Shape::Union { variants, .. } => {
            let payloads = variants.iter().map(|variant| of_named(platform, &variant.payload, path));
            payloads.max().unwrap_or_default().max(72) + 8
        }
        Shape::Record { fields, .. } => of_fields(platform, fields, path),
    };
    path.pop();
    size
}

fn of_fields(platform: &Platform, fields: &[Field], path: &mut Vec<TypeId>) -> usize {
    fields.iter().map(|field| of(platform, &field.ty, path) + if field.required { 0 } else { 8 }).sum()
}

fn of_builtin(builtin: Builtin) -> usize {
    match builtin {
        Builtin::Boolean | Builtin::Int32 | Builtin::Int64 | Builtin::Float64 | Builtin::Date => 8,
        Builtin::Decimal | Builtin::Timestamp | Builtin::Uuid => 16,
        Builtin::String | Builtin::Email | Builtin::Uri => 24,
        Builtin::Bytes => 32,
        Builtin::Duration => 64,
        Builtin::Any => 72,
    }
}
