//! Named types as Rust items: records, enums, unions, newtypes, patches.
//!
//! Everything here starts from a [`Scope`]: the crate that is being printed and what is known of its types.

mod enumeration;
mod facts;
mod literal;
mod newtype;
mod patch;
mod record;
mod redact;
mod scope;
mod shape;
mod size;
mod traits;
mod type_ref;
mod union;

use proc_macro2::TokenStream;
use quote::quote;

pub use literal::{count, default_of};
pub use record::detail as record;
pub use redact::{debug, is_redacted};
pub use scope::Scope;
pub use shape::shape_of;
pub use size::{record_size, size_of};
pub use type_ref::rust_type;

use crate::emit::rust::file::File;
use crate::emit::rust::{docs, name};
use crate::{casing, ir};

/// Most rows of a table inside a function.
const SHORT_TABLE: usize = 8;

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
        file.defines_at(&scope.patch_name(&ty.id), &scope.patch_path(&ty.id));
    }
}

/// The names that a type's items make public.
pub fn exports(scope: &Scope<'_>, ty: &ir::Type) -> Vec<String> {
    let mut names = vec![name::ty(&ty.id.name)];
    if scope.is_patched(&ty.id) {
        names.push(scope.patch_name(&ty.id));
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

/// The documentation of a type.
fn type_docs(ty: &ir::Type) -> TokenStream {
    let facts = match &ty.shape {
        ir::Shape::Newtype { constraints, .. } => {
            facts::of_constraints(constraints, facts::Counted::Items)
        }
        _ => Vec::new(),
    };
    element_docs(&ty.docs, &ty.id.name, &[facts, facts::examples(&ty.examples)].concat())
}

/// The documentation of an element: its description, or failing that its name, then what else is to be known.
fn element_docs(element: &ir::Docs, fallback: &str, facts: &[String]) -> TokenStream {
    docs::attributes_of(&element_lines(element, fallback, facts))
}

/// The same as lines.
fn element_lines(element: &ir::Docs, fallback: &str, facts: &[String]) -> Vec<String> {
    let mut lines = docs::lines(&docs::sentence(&element.description));
    if lines.is_empty() {
        lines = docs::lines(&docs::sentence(&casing::sentence(fallback)));
    }
    if lines.is_empty() {
        lines.push(String::from("A value without a name."));
    }
    if !facts.is_empty() {
        lines.push(String::new());
        lines.extend(docs::lines(&facts.join(" ")));
    }
    if let Some(reason) = &element.deprecated {
        lines.push(String::new());
        let reason = docs::sentence(reason);
        let text = if reason.is_empty() { "no longer to be used." } else { &reason };
        lines.extend(docs::lines(&format!("**Deprecated:** {text}")));
    }
    lines
}

/// `impl Shaped for <name>`: what a value looks like on the wire, as data.
fn shaped(file: &mut File, name: &str, shape: &TokenStream, rows: usize) {
    let (shape_type, shaped) =
        (file.uses("tiebeam::shape::Shape"), file.uses("tiebeam::shape::Shaped"));
    let ident = name::ident(name);
    // A function stays short enough to be read at a glance; a longer table stands beside it.
    if rows > SHORT_TABLE {
        let table = name::ident(&format!("{}_SHAPE", name::constant(name)));
        file.item(quote!(static #table: #shape_type = #shape;));
        file.item(quote! {
            impl #shaped for #ident {
                fn shape() -> &'static #shape_type {
                    &#table
                }
            }
        });
        return;
    }
    file.item(quote! {
        impl #shaped for #ident {
            fn shape() -> &'static #shape_type {
                static SHAPE: #shape_type = #shape;
                &SHAPE
            }
        }
    });
}
