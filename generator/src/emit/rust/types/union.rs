//! Unions: one of several records, told apart by a tag inside the object.

use proc_macro2::TokenStream;
use quote::quote;

use super::about::type_docs;
use super::scope::Scope;
use super::shaped::shaped;
use super::size::{LARGE, size_of};
use super::traits::derive;
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
    let members: Vec<TokenStream> =
        variants.iter().map(|variant| member(scope, file, variant)).collect();
    file.item(quote! {
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
        quote!(#variant::new(#tag, #shape::of::<#payload>()))
    });
    let rows: Vec<TokenStream> = rows.collect();
    let shape = quote!(#shape::union(#name, #on, &[#(#rows),*]));
    shaped(file, &name, &shape, variants.len());
}

fn member(scope: &Scope<'_>, file: &mut File, variant: &UnionVariant) -> TokenStream {
    let description = &scope.platform.ty(&variant.payload).docs.description;
    let first = description.split("\n\n").next().unwrap_or_default();
    let text =
        if first.is_empty() { crate::casing::sentence(&variant.tag) } else { first.to_owned() };
    let docs = docs::attributes(&docs::sentence(&text));
    let (tag, ident) = (&variant.tag, name::ident(&name::variant(&variant.tag)));
    let path = file.uses(&scope.path(&variant.payload));
    let is_large = size_of(scope, &TypeRef::Named(variant.payload.clone())) > LARGE;
    let payload = if is_large { quote!(Box<#path>) } else { path };
    // serde would call the variant by its Rust name.
    let rename = (ident != tag).then(|| quote!(#[serde(rename = #tag)]));
    quote!(#docs #rename #ident(#payload))
}

fn deserialize(file: &mut File, name: &str, on: &str, variants: &[UnionVariant]) {
    let ident = name::ident(name);
    let (deserialize, deserializer) =
        (file.uses("serde::Deserialize"), file.uses("serde::Deserializer"));
    let tagged = file.uses("tiebeam::union::Tagged");
    let tags = variants.iter().map(|variant| &variant.tag);
    let variants = variants.iter().map(|variant| name::ident(&name::variant(&variant.tag)));
    file.item(quote! {
        impl<'de> #deserialize<'de> for #ident {
            fn deserialize<D: #deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let tagged = #tagged::read(#on, deserializer)?;
                match tagged.tag() {
                    #(#tags => tagged.payload().map(Self::#variants),)*
                    _ => Ok(Self::Unknown(tagged.into_value())),
                }
            }
        }
    });
}
