//! How large values are in memory, roughly: what is large is boxed where it would make others large.
//!
//! Nobody asks more of a size than whether it is large, so that adding up stops once that is certain: types that share
//! their parts have exponentially many.

use super::scope::Scope;
use super::scope::direct;
use crate::ir::{Builtin, Field, Shape, TypeId, TypeRef};

/// Payloads from here on are boxed in enums; clippy draws its line at 200 bytes.
pub const LARGE: usize = 160;

/// Sizes are added up to here.
const ENOUGH: usize = 1_024;

/// Parts are looked at up to here; a value of more is large even if most of them are empty.
const PARTS: usize = 1_024;

/// The size of a value in bytes, rather too large than too small.
pub fn size_of(scope: &Scope<'_>, ty: &TypeRef) -> usize {
    sum(scope, &mut vec![ty])
}

/// The size of a record in bytes, rather too large than too small.
pub fn record_size(scope: &Scope<'_>, fields: &[Field]) -> usize {
    let mut open: Vec<&TypeRef> = fields.iter().map(|field| &field.ty).collect();
    options(fields) + sum(scope, &mut open)
}

fn sum<'t>(scope: &'t Scope<'_>, open: &mut Vec<&'t TypeRef>) -> usize {
    let mut size = 0;
    for _ in 0..PARTS {
        let Some(ty) = open.pop() else { return size };
        size += match ty {
            TypeRef::Builtin(builtin) => of_builtin(*builtin),
            TypeRef::List(_) | TypeRef::Map(_) => 24,
            TypeRef::Nullable(inner) => {
                open.push(inner);
                8
            }
            TypeRef::Named(id) | TypeRef::Patch(id) => of_shape(scope, id, open),
        };
        if size >= ENOUGH {
            return size;
        }
    }
    size.max(ENOUGH)
}

/// What is certain of a type's size; its parts are left open.
fn of_shape<'t>(scope: &'t Scope<'_>, id: &TypeId, open: &mut Vec<&'t TypeRef>) -> usize {
    match scope.platform.shape(id) {
        Shape::Newtype { is, .. } => {
            open.push(is);
            0
        }
        Shape::Enum(_) => 24,
        Shape::Union { .. } => LARGE + 8,
        Shape::Record { fields, .. } => {
            let mut boxes = 0;
            for field in fields {
                match direct(&field.ty) {
                    Some(inner) if scope.embeds(inner, id) => boxes += 8,
                    _ => {
                        boxes += options(std::slice::from_ref(field));
                        open.push(&field.ty);
                    }
                }
            }
            boxes
        }
    }
}

/// What fields that may be absent take besides their values.
fn options(fields: &[Field]) -> usize {
    8 * fields.iter().filter(|field| !field.required).count()
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
