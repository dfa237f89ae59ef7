//! How a request is read from and written to the wire.

use super::request::Field;
use crate::emit::rust::code::{Ident, code};
use crate::emit::rust::file::File;
use crate::emit::rust::name;

/// Adds `Decode` and `Encode`.
pub fn define(file: &mut File, fields: &[Field]) {
    if fields.is_empty() {
        define_empty(file);
    } else {
        define_decode(file, fields);
        define_encode(file, fields);
    }
}

fn define_decode(file: &mut File, fields: &[Field]) {
    let (decode, invalid) =
        (file.uses("tiebeam::operation::Decode"), file.uses("tiebeam::operation::Invalid"));
    let input_type = file.uses("tiebeam::operation::Input");
    // The variable that is read from must not be hidden by a field of its name.
    let is_taken = |candidate: &&str| fields.iter().any(|field| *field.name == **candidate);
    let input =
        ["input", "incoming"].into_iter().find(|candidate| !is_taken(candidate)).unwrap_or("wire");
    let input = name::ident(input);
    let names: Vec<&Ident> = fields.iter().map(|field| &field.name).collect();
    let reads = fields.iter().map(|Field { read, .. }| code!(#input.#read));
    let body = if are_similar(&names) {
        let members = names.iter().enumerate().map(|(place, name)| code!(#name: read.#place?));
        code! {
            let read = (#(#reads,)*);
            Ok(Self { #(#members),* })
        }
    } else {
        let lines = names.iter().zip(reads).map(|(name, read)| code!(let #name = #read;));
        let members = names.iter().map(|name| code!(#name: #name?));
        code! {
            #(#lines)*
            Ok(Self { #(#members),* })
        }
    };
    file.item(&code! {
        impl #decode for Request {
            fn decode(#input: &mut #input_type<'_>) -> Result<Self, #invalid> {
                #body
            }
        }
    });
}

/// Whether two of the names are so alike that they should not be variables side by side.
fn are_similar(names: &[&Ident]) -> bool {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    let mut pairs = names
        .iter()
        .enumerate()
        .flat_map(|(index, one)| names[..index].iter().map(move |other| (one, other)));
    pairs.any(|(one, other)| strsim::levenshtein(one, other) < 2)
}

fn define_encode(file: &mut File, fields: &[Field]) {
    let (encode, output) =
        (file.uses("tiebeam::operation::Encode"), file.uses("tiebeam::operation::Output"));
    let writes = fields.iter().map(|Field { write, .. }| code!(output.#write;));
    file.item(&code! {
        impl #encode for Request {
            fn encode(&self, output: &mut #output) {
                #(#writes)*
            }
        }
    });
}

fn define_empty(file: &mut File) {
    let (decode, invalid) =
        (file.uses("tiebeam::operation::Decode"), file.uses("tiebeam::operation::Invalid"));
    let input = file.uses("tiebeam::operation::Input");
    let (encode, output) =
        (file.uses("tiebeam::operation::Encode"), file.uses("tiebeam::operation::Output"));
    file.item(&code! {
        impl #decode for Request {
            fn decode(_: &mut #input<'_>) -> Result<Self, #invalid> {
                Ok(Self)
            }
        }
    });
    file.item(&code! {
        impl #encode for Request {
            fn encode(&self, _: &mut #output) {}
        }
    });
}
