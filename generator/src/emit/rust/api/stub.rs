//! `stub.rs`: the contract answered with the examples of its spec.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::subject::Subject;
use crate::emit::example;
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::Operation;

/// The file.
pub fn file(subject: &Subject<'_>) -> File {
    let about =
        format!("Stands in for the {}: answers with the examples of its spec.", subject.title);
    let mut file = subject.file(vec![about]);
    file.defines("Stub");
    let contract = subject.uses_contract(&mut file);
    file.item(quote! {
        /// Answers every operation with the first example of its response type, or 501 where the spec has none.
        #[derive(Debug, Clone, Copy, Default)]
        pub struct Stub;
    });
    let context = file.uses("tiebeam::Context");
    let mut methods = Vec::new();
    for operation in &subject.api.operations {
        let module = subject.uses_operation(&mut file, operation);
        let method = name::ident(&name::value(&operation.id));
        let answer = answer(subject, &mut file, operation, &module);
        methods.push(quote! {
            async fn #method(&self, _: &#context, _: #module::Request) -> Result<#module::Response, #module::Error> {
                #answer
            }
        });
    }
    file.item(quote! {
        impl #contract for Stub {
            #(#methods)*
        }
    });
    file
}

/// What an operation answers: the example of its first response.
fn answer(
    subject: &Subject<'_>,
    file: &mut File,
    operation: &Operation,
    module: &TokenStream,
) -> TokenStream {
    let stub = file.uses("tiebeam::stub");
    let response =
        operation.responses.first().expect("linking gives every operation at least one response");
    let headers = response.headers.iter().any(|header| header.required);
    let Some(body) = &response.body else {
        return if headers {
            quote!(#stub::not_implemented(&#module::OPERATION))
        } else {
            quote!(#stub::empty(&#module::OPERATION))
        };
    };
    match example::of(subject.platform, body) {
        Some(value) if !headers => {
            let json = raw(&example::json(&value));
            let kind = name::ident(if operation.page.is_some() { "page" } else { "example" });
            quote!(#stub::#kind(&#module::OPERATION, #json))
        }
        _ => quote!(#stub::not_implemented(&#module::OPERATION)),
    }
}

/// A text as a string literal: raw where it holds quotes or backslashes, with as many `#` as it takes.
fn raw(text: &str) -> Literal {
    if !text.contains(['"', '\\']) {
        return Literal::string(text);
    }
    let mut hashes = String::new();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    format!("r{hashes}\"{text}\"{hashes}").parse().expect("JSON on one line is a raw string")
}

#[cfg(test)]
mod tests {
    #[test]
    fn json_becomes_the_plainest_literal_that_holds_it() {
        let literal = |text| super::raw(text).to_string();
        assert_eq!(literal("[]"), r#""[]""#);
        assert_eq!(literal(r#"{"a":1}"#), r##"r#"{"a":1}"#"##);
        assert_eq!(literal(r##""a"#b"##), r###"r##""a"#b"##"###);
    }
}
