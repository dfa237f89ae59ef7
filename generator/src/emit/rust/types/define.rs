//! A type, whatever it is made of: its items, and the names they take.

use super::scope::{self, Scope};
use super::{enumeration, newtype, patch, record, union};
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir;

/// The file that holds the types local to a contract.
pub fn module(scope: &Scope<'_>, spec: &str, docs: Vec<String>, types: &[ir::Type]) -> File {
    let mut file = File::new(spec, docs);
    for ty in types {
        reserve(scope, &mut file, ty);
    }
    for ty in types {
        define(scope, &mut file, ty);
    }
    file
}

/// Keeps the names that a type's items take; to be called for every type of a file before any is printed.
pub fn reserve(scope: &Scope<'_>, file: &mut File, ty: &ir::Type) {
    let path = scope.path(&ty.id);
    file.defines_at(&name::ty(&ty.id.name), &path);
    if scope.is_patched(&ty.id) {
        file.defines_at(&scope::patch_name(&ty.id), &scope.patch_path(&ty.id));
    }
}

/// The names that a type's items make public.
pub fn exports(scope: &Scope<'_>, ty: &ir::Type) -> Vec<String> {
    let mut names = vec![name::ty(&ty.id.name)];
    if scope.is_patched(&ty.id) {
        names.push(scope::patch_name(&ty.id));
    }
    names
}

/// Prints a type: its definition and what is implemented for it.
pub fn define(scope: &Scope<'_>, file: &mut File, ty: &ir::Type) {
    match &ty.shape {
        ir::Shape::Newtype { is, constraints, classification } => {
            newtype::define(
                scope,
                file,
                ty,
                &newtype::Inner { is, constraints, classification: *classification },
            );
        }
        ir::Shape::Enum(values) => enumeration::define(file, ty, values),
        ir::Shape::Union { on, variants } => union::define(scope, file, ty, on, variants),
        ir::Shape::Record { fields, .. } => {
            record::define(scope, file, ty, fields);
            if scope.is_patched(&ty.id) {
                patch::define(scope, file, ty, fields);
            }
        }
    }
}
