//! Unions: one of several records, told apart by a tag inside the object.

use super::about::type_docs;
use super::scope::Scope;
use super::shaped::shaped;
use super::size::{LARGE, size_of};
use super::traits::{self, derive};
use crate::casing;
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::emit::rust::{docs, name};
use crate::emit::text::first_paragraph;
use crate::ir::{Classification, Shape, Type, TypeId, TypeRef, UnionVariant};

/// Prints a union.
pub fn define(scope: &Scope<'_>, file: &mut File, ty: &Type, on: &str, variants: &[UnionVariant]) {
    let name = name::ty(&ty.id.name);
    let ident = name::ident(&name);
    let docs = type_docs(ty);
    let hides = variants.iter().any(|variant| holds_secrets(scope, &variant.payload));
    let mut parts = vec!["Clone", "PartialEq", "Serialize"];
    parts.extend((!hides).then_some("Debug"));
    if traits::of_type(scope, &TypeRef::Named(ty.id.clone())).eq {
        parts.extend(["Eq", "Hash"]);
    }
    let derive = derive(file, &parts);
    let value = file.uses("tiebeam::types::Value");
    let members: Vec<Code> = variants.iter().map(|variant| member(scope, file, variant)).collect();
    file.item(&code! {
        #docs
        #derive
        #[serde(tag = #on)]
        pub enum #ident {
            #(#members,)*
            /// A kind this version does not know; it survives a round trip.
            #[serde(untagged)]
            Unknown(#value),
        }
    });
    if hides {
        debug(file, &name, variants);
    }
    deserialize(file, &name, on, variants);
    let (shape, variant) =
        (file.uses("tiebeam::shape::Shape"), file.uses("tiebeam::shape::Variant"));
    let rows = variants.iter().map(|member| {
        let (tag, payload) = (&member.tag, file.uses(&scope.path(&member.payload)));
        code!(#variant::new(#tag, #shape::of::<#payload>()))
    });
    let rows: Vec<Code> = rows.collect();
    let shape = code!(#shape::union(#name, #on, &[#(#rows),*]));
    shaped(file, &name, &shape, variants.len());
}

fn member(scope: &Scope<'_>, file: &mut File, variant: &UnionVariant) -> Code {
    let description = &scope.platform.ty(&variant.payload).docs.description;
    let first = first_paragraph(description);
    let text = if first.is_empty() { casing::sentence(&variant.tag) } else { first };
    let docs = docs::attributes(&docs::sentence(&text));
    let (tag, ident) = (&variant.tag, name::ident(&name::variant(&variant.tag)));
    let path = file.uses(&scope.path(&variant.payload));
    let is_large = size_of(scope, &TypeRef::Named(variant.payload.clone())) > LARGE;
    let payload = if is_large { code!(Box<#path>) } else { path };
    // serde would call the variant by its Rust name.
    let rename = (*ident != **tag).then(|| code!(#[serde(rename = #tag)]));
    code!(#docs #rename #ident(#payload))
}

/// Whether anything that a type holds is hidden from logs.
fn holds_secrets(scope: &Scope<'_>, id: &TypeId) -> bool {
    scope.reach(id).iter().any(|id| match scope.platform.shape(id) {
        Shape::Newtype { classification, .. } => *classification > Classification::Internal,
        Shape::Enum(_) | Shape::Union { .. } => false,
        Shape::Record { fields, .. } => {
            fields.iter().any(|field| field.classification > Classification::Internal)
        }
    })
}

/// `impl Debug`: a kind this version does not know may hold what the known ones hide.
fn debug(file: &mut File, name: &str, variants: &[UnionVariant]) {
    let (fmt, redacted) = (file.uses("std::fmt"), file.uses("tiebeam::Redacted"));
    let ident = name::ident(name);
    let arms = variants.iter().map(|variant| {
        let variant = name::variant(&variant.tag);
        let ident = name::ident(&variant);
        code!(Self::#ident(payload) => formatter.debug_tuple(#variant).field(payload).finish(),)
    });
    file.item(&code! {
        impl #fmt::Debug for #ident {
            fn fmt(&self, formatter: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                match self {
                    #(#arms)*
                    Self::Unknown(_) => formatter.debug_tuple("Unknown").field(&#redacted).finish(),
                }
            }
        }
    });
}

fn deserialize(file: &mut File, name: &str, on: &str, variants: &[UnionVariant]) {
    let ident = name::ident(name);
    let (deserialize, deserializer) =
        (file.uses("serde::Deserialize"), file.uses("serde::Deserializer"));
    let (union, tagged) = (file.uses("tiebeam::union::Union"), file.uses("tiebeam::union::Tagged"));
    let read = file.uses("tiebeam::union");
    let payloads = variants.iter().map(|variant| {
        let (tag, variant) = (&variant.tag, name::ident(&name::variant(&variant.tag)));
        code!(#tag => tagged.payload().map(Self::#variant))
    });
    file.item(&code! {
        impl #union for #ident {
            const TAG: &'static str = #on;

            fn read<'de, T: #tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
                match tagged.tag() {
                    #(#payloads,)*
                    _ => tagged.into_value().map(Self::Unknown),
                }
            }
        }
    });
    file.item(&code! {
        impl<'de> #deserialize<'de> for #ident {
            fn deserialize<D: #deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #read::read(deserializer)
            }
        }
    });
}
