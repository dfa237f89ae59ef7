//! Unions: one of several records, told apart by a tag inside the object.

use super::about::type_docs;
use super::scope::Scope;
use super::shaped::shaped;
use super::size::{LARGE, size_of};
use super::traits::derive;
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::emit::rust::{docs, name};
use crate::ir::{Type, TypeRef, UnionVariant};

/// Prints a union.
pub fn define(scope: &Scope<'_>, file: &mut File, ty: &Type, on: &str, variants: &[UnionVariant]) {
    let name = name::ty(&ty.id.name);
    let ident = name::ident(&name);
    let docs = type_docs(ty);
    let derive = derive(file, &["Debug", "Clone", "PartialEq", "Serialize"]);
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
    let first = description.split("\n\n").next().unwrap_or_default();
    let text =
        if first.is_empty() { crate::casing::sentence(&variant.tag) } else { first.to_owned() };
    let docs = docs::attributes(&docs::sentence(&text));
    let (tag, ident) = (&variant.tag, name::ident(&name::variant(&variant.tag)));
    let path = file.uses(&scope.path(&variant.payload));
    let is_large = size_of(scope, &TypeRef::Named(variant.payload.clone())) > LARGE;
    let payload = if is_large { code!(Box<#path>) } else { path };
    // serde would call the variant by its Rust name.
    let rename = (*ident != **tag).then(|| code!(#[serde(rename = #tag)]));
    code!(#docs #rename #ident(#payload))
}

fn deserialize(file: &mut File, name: &str, on: &str, variants: &[UnionVariant]) {
    let ident = name::ident(name);
    let (deserialize, deserializer) =
        (file.uses("serde::Deserialize"), file.uses("serde::Deserializer"));
    let tagged = file.uses("tiebeam::union::Tagged");
    let payloads = variants.iter().map(|variant| {
        let (tag, variant) = (&variant.tag, name::ident(&name::variant(&variant.tag)));
        code!(#tag => tagged.payload().map(Self::#variant))
    });
    file.item(&code! {
        impl<'de> #deserialize<'de> for #ident {
            fn deserialize<D: #deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let tagged = #tagged::read(#on, deserializer)?;
                match tagged.tag() {
                    #(#payloads,)*
                    _ => Ok(Self::Unknown(tagged.into_value())),
                }
            }
        }
    });
}
