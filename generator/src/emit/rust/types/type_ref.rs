//! The Rust type of a use of a type.

use super::scope::Scope;
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::ir::{Builtin, TypeRef};

/// The Rust type of a use; what it names is imported.
pub fn rust_type(scope: &Scope<'_>, file: &mut File, ty: &TypeRef) -> Code {
    match ty {
        TypeRef::Builtin(builtin) => self::builtin(file, *builtin),
        TypeRef::Named(id) => file.uses(&scope.path(id)),
        TypeRef::Patch(id) => file.uses(&scope.patch_path(id)),
        TypeRef::List(item) => {
            let item = rust_type(scope, file, item);
            code!(Vec<#item>)
        }
        TypeRef::Map(value) => {
            let map = file.uses("std::collections::BTreeMap");
            let value = rust_type(scope, file, value);
            code!(#map<String, #value>)
        }
        TypeRef::Nullable(inner) => {
            let inner = rust_type(scope, file, inner);
            code!(Option<#inner>)
        }
    }
}

/// The Rust type of a type of the language.
pub fn builtin(file: &mut File, builtin: Builtin) -> Code {
    let name = match builtin {
        Builtin::String | Builtin::Email | Builtin::Uri => return code!(String),
        Builtin::Boolean => return code!(bool),
        Builtin::Int32 => return code!(i32),
        Builtin::Int64 => return code!(i64),
        Builtin::Float64 => return code!(f64),
        Builtin::Decimal => "Decimal",
        Builtin::Date => "Date",
        Builtin::Timestamp => "Timestamp",
        Builtin::Duration => "Duration",
        Builtin::Uuid => "Uuid",
        Builtin::Bytes => "Bytes",
        Builtin::Any => "Value",
    };
    file.uses(&format!("tiebeam::types::{name}"))
}

/// The type without `| null`, and whether it had it.
pub fn without_null(ty: &TypeRef) -> (&TypeRef, Null) {
    match ty {
        TypeRef::Nullable(inner) => (inner, Null::Allowed),
        other => (other, Null::Refused),
    }
}

/// Whether null is a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Null {
    Allowed,
    Refused,
}
