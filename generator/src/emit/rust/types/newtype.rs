//! Newtypes: a distinct name for another type.

use super::about::type_docs;
use super::redact::{classification_of, is_redacted};
use super::scope::Scope;
use super::shape::shape_of;
use super::shaped::shaped;
use super::traits::{self, derive};
use super::type_ref::rust_type;
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::{Builtin, Classification, Constraints, Shape, Type, TypeRef};

/// What a newtype is made of.
pub struct Inner<'a> {
    pub is: &'a TypeRef,
    pub constraints: &'a Constraints,
    pub classification: Classification,
}

/// Prints a newtype.
pub fn define(scope: &Scope<'_>, file: &mut File, ty: &Type, inner: &Inner<'_>) {
    let name = name::ty(&ty.id.name);
    let ident = name::ident(&name);
    let redacted = is_redacted(scope, inner.is, inner.classification);
    let docs = type_docs(ty);
    let derive = derived(scope, file, inner.is, redacted);
    let is = rust_type(scope, file, inner.is);
    file.item(&code! {
        #docs
        #derive
        #[serde(transparent)]
        pub struct #ident(pub #is);
    });
    if redacted {
        debug(file, &name);
    }
    conversions(file, &name, inner.is, &is);
    let sensitive =
        classification_of(scope, inner.is, inner.classification) > Classification::Internal;
    if !sensitive && has_display(scope, inner.is) {
        display(file, &name);
    }
    if let TypeRef::Builtin(Builtin::Uuid | Builtin::Date | Builtin::Timestamp | Builtin::Decimal) =
        inner.is
    {
        from_str(file, &name, &is);
    }
    let shape = shape_of(scope, file, &name, inner.is, inner.constraints);
    shaped(file, &name, &shape, 1);
}

fn derived(scope: &Scope<'_>, file: &mut File, is: &TypeRef, redacted: bool) -> Code {
    let traits = traits::of_type(scope, is);
    let mut parts = vec!["Clone", "PartialEq", "Serialize", "Deserialize"];
    if !redacted {
        parts.push("Debug");
    }
    if traits.copy {
        parts.push("Copy");
    }
    if traits.eq {
        parts.extend(["Eq", "Hash"]);
    }
    if traits.eq && traits.ord {
        parts.extend(["PartialOrd", "Ord"]);
    }
    derive(file, &parts)
}

/// Whether the value behind a name can be shown to people.
fn has_display(scope: &Scope<'_>, ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Builtin(builtin) => !matches!(builtin, Builtin::Bytes | Builtin::Any),
        TypeRef::Named(id) => match &scope.platform.ty(id).shape {
            Shape::Newtype { is, .. } => has_display(scope, is),
            Shape::Enum(_) => true,
            Shape::Union { .. } | Shape::Record { .. } => false,
        },
        TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Patch(_) | TypeRef::Nullable(_) => false,
    }
}

fn debug(file: &mut File, name: &str) {
    let (fmt, redacted, ident) =
        (file.uses("std::fmt"), file.uses("tiebeam::Redacted"), name::ident(name));
    file.item(&code! {
        impl #fmt::Debug for #ident {
            fn fmt(&self, formatter: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                formatter.debug_tuple(#name).field(&#redacted).finish()
            }
        }
    });
}

fn display(file: &mut File, name: &str) {
    let (fmt, ident) = (file.uses("std::fmt"), name::ident(name));
    file.item(&code! {
        impl #fmt::Display for #ident {
            fn fmt(&self, formatter: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                self.0.fmt(formatter)
            }
        }
    });
}

fn conversions(file: &mut File, name: &str, inner: &TypeRef, is: &Code) {
    let ident = name::ident(name);
    file.item(&code! {
        impl From<#is> for #ident {
            fn from(value: #is) -> Self {
                Self(value)
            }
        }
    });
    if let TypeRef::Builtin(Builtin::String | Builtin::Email | Builtin::Uri) = inner {
        file.item(&code! {
            impl From<&str> for #ident {
                fn from(value: &str) -> Self {
                    Self(value.to_owned())
                }
            }
        });
    }
}

fn from_str(file: &mut File, name: &str, is: &Code) {
    let (from_str, ident) = (file.uses("std::str::FromStr"), name::ident(name));
    file.item(&code! {
        impl #from_str for #ident {
            type Err = <#is as #from_str>::Err;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    });
}
