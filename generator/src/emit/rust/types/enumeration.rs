//! Enums: open sets of names.

use super::about::{element_docs, type_docs};
use super::facts;
use super::shaped::shaped;
use super::traits::derive;
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::{Docs, EnumValue, Type};

/// Most values that are told apart in a `match`; more stand in a table, so that no function is longer than a page.
const MATCHED: usize = 20;

/// Prints an enum.
pub fn define(file: &mut File, ty: &Type, values: &[EnumValue]) {
    let name = name::ty(&ty.id.name);
    let ident = name::ident(&name);
    let docs = type_docs(ty);
    let derive = derive(file, &["Debug", "Clone", "PartialEq", "Eq", "Hash", "Deserialize"]);
    let variants = values.iter().map(|value| {
        let docs = element_docs(&described(value), &value.value, &[]);
        let variant = name::ident(&name::variant(&value.value));
        code!(#docs #variant)
    });
    file.item(&code! {
        #docs
        #derive
        #[serde(from = "String")]
        pub enum #ident {
            #(#variants,)*
            /// A value this version does not know; it survives a round trip.
            Unknown(String),
        }
    });
    if values.len() > MATCHED {
        by_table(file, &name, values);
    } else {
        by_match(file, &name, values);
    }
    file.item(&code! {
        impl From<&str> for #ident {
            fn from(value: &str) -> Self {
                Self::from(value.to_owned())
            }
        }
    });
    file.item(&code! {
        impl AsRef<str> for #ident {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
    });
    let (serialize, serializer) = (file.uses("serde::Serialize"), file.uses("serde::Serializer"));
    file.item(&code! {
        impl #serialize for #ident {
            fn serialize<S: #serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    });
    let fmt = file.uses("std::fmt");
    file.item(&code! {
        impl #fmt::Display for #ident {
            fn fmt(&self, formatter: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                formatter.write_str(self.as_str())
            }
        }
    });
    let shape = file.uses("tiebeam::shape::Shape");
    let wire = values.iter().map(|value| &value.value);
    let shape: Code = code!(#shape::enumeration(#name, &[#(#wire),*]));
    shaped(file, &name, &shape, values.len());
}

/// What is known of a value: its description, or what it is on the wire.
fn described(value: &EnumValue) -> Docs {
    let mut docs = value.docs.clone();
    if docs.description.trim().is_empty() {
        docs.description = format!("{}.", facts::code(&value.value));
    }
    docs
}

fn by_match(file: &mut File, name: &str, values: &[EnumValue]) {
    let ident = name::ident(name);
    let known =
        values.iter().map(|value| (&value.value, name::ident(&name::variant(&value.value))));
    let names = known.clone().map(|(wire, variant)| code!(Self::#variant => #wire));
    let variants = known.map(|(wire, variant)| code!(#wire => Self::#variant));
    file.item(&code! {
        impl #ident {
            /// The value on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(#names,)*
                    Self::Unknown(value) => value,
                }
            }
        }
    });
    file.item(&code! {
        impl From<String> for #ident {
            fn from(value: String) -> Self {
                match value.as_str() {
                    #(#variants,)*
                    _ => Self::Unknown(value),
                }
            }
        }
    });
}

fn by_table(file: &mut File, name: &str, values: &[EnumValue]) {
    let ident = name::ident(name);
    let table = file.private_static(&format!("{}_VALUES", name::constant(name)));
    let rows = values.iter().map(|value| {
        let (wire, variant) = (&value.value, name::ident(&name::variant(&value.value)));
        code!((#wire, #ident::#variant))
    });
    file.item(&code! {
        /// Every value this version knows, and what it is called on the wire.
        static #table: &[(&str, #ident)] = &[#(#rows),*];
    });
    file.item(&code! {
        impl #ident {
            /// The value on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                if let Self::Unknown(value) = self {
                    return value;
                }
                #table.iter().find(|(_, known)| known == self).map_or("", |(value, _)| value)
            }
        }
    });
    file.item(&code! {
        impl From<String> for #ident {
            fn from(value: String) -> Self {
                let known = #table.iter().find(|(known, _)| *known == value);
                known.map_or(Self::Unknown(value), |(_, known)| known.clone())
            }
        }
    });
}
