//! Values that no log may show.

use super::scope::Scope;
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::{Classification, Shape, TypeRef};

/// Whether a value must be hidden by whoever shows it: a newtype that is sensitive hides itself.
pub fn is_redacted(scope: &Scope<'_>, ty: &TypeRef, written: Classification) -> bool {
    written > Classification::Internal && !hides_itself(scope, ty)
}

fn hides_itself(scope: &Scope<'_>, ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Builtin(_) | TypeRef::Map(_) | TypeRef::Patch(_) => false,
        TypeRef::List(inner) | TypeRef::Nullable(inner) => hides_itself(scope, inner),
        TypeRef::Named(_) => {
            classification_of(scope, ty, Classification::Public) > Classification::Internal
        }
    }
}

/// How sensitive a value is: the classification written where it is used, or that of its newtype if higher.
pub fn classification_of(
    scope: &Scope<'_>,
    ty: &TypeRef,
    written: Classification,
) -> Classification {
    match ty {
        TypeRef::Builtin(_) | TypeRef::Patch(_) => written,
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => {
            classification_of(scope, inner, written)
        }
        TypeRef::Named(id) => match &scope.platform.ty(id).shape {
            Shape::Newtype { is, classification, .. } if *classification > written => {
                classification_of(scope, is, *classification)
            }
            Shape::Newtype { is, .. } => classification_of(scope, is, written),
            Shape::Enum(_) | Shape::Union { .. } | Shape::Record { .. } => written,
        },
    }
}

/// `impl Debug` for a struct that must not show some of its fields.
pub fn debug(file: &mut File, name: &str, fields: &[(String, bool)]) -> Code {
    let fmt = file.uses("std::fmt");
    let ident = name::ident(name);
    let shown = fields.iter().map(|(field, redacted)| {
        let ident = name::ident(field);
        let value = if *redacted {
            let redacted = file.uses("tiebeam::Redacted");
            code!(#redacted)
        } else {
            code!(self.#ident)
        };
        code!(.field(#field, &#value))
    });
    let shown: Vec<Code> = shown.collect();
    code! {
        impl #fmt::Debug for #ident {
            fn fmt(&self, formatter: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                formatter.debug_struct(#name) #(#shown)* .finish()
            }
        }
    }
}
