//! `stub.rs`: the contract answered with the examples of its spec.

use super::subject::Subject;
use crate::emit::example;
use crate::emit::rust::code::{Code, code, raw_string};
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
    file.item(&code! {
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
        methods.push(code! {
            async fn #method(&self, _: &#context, _: #module::Request) -> Result<#module::Response, #module::Error> {
                #answer
            }
        });
    }
    file.item(&code! {
        impl #contract for Stub {
            #(#methods)*
        }
    });
    file
}

/// What an operation answers: the example of its first response.
fn answer(subject: &Subject<'_>, file: &mut File, operation: &Operation, module: &Code) -> Code {
    let stub = file.uses("tiebeam::stub");
    let response =
        operation.responses.first().expect("linking gives every operation at least one response");
    let headers = response.headers.iter().any(|header| header.required);
    let Some(body) = &response.body else {
        return if headers {
            code!(#stub::not_implemented(&#module::OPERATION))
        } else {
            code!(#stub::empty(&#module::OPERATION))
        };
    };
    match example::of(subject.platform, body) {
        Some(value) if !headers => {
            let json = raw_string(&example::json(&value));
            let kind = name::ident(if operation.page.is_some() { "page" } else { "example" });
            code!(#stub::#kind(&#module::OPERATION, #json))
        }
        _ => code!(#stub::not_implemented(&#module::OPERATION)),
    }
}
