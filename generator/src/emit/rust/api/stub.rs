//! `stub.rs`: the contract answered with the examples of its document.

use std::collections::BTreeMap;

use super::subject::Subject;
use crate::emit::example;
use crate::emit::rust::code::{Code, Ident, code, raw_string};
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::{Operation, TypeRef};

/// The file.
pub fn file(subject: &Subject<'_>) -> File {
    let about =
        format!("Stands in for the {}: answers with the examples of its spec.", subject.title);
    let mut file = subject.file(vec![about]);
    file.defines("Stub");
    let contract = subject.uses_contract(&mut file);
    let repeated = repeated(subject, &mut file);
    file.item(&code! {
        /// Answers with the first example that the document has of a response, or 501 where it has none.
        #[derive(Debug, Clone, Copy, Default)]
        pub struct Stub;
    });
    let context = file.uses("tiebeam::Context");
    let mut methods = Vec::new();
    for operation in &subject.api.operations {
        let module = subject.uses_operation(&mut file, operation);
        let method = name::ident(&name::value(&operation.id));
        let answer = answer(subject, &mut file, operation, (&module, &repeated));
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

/// The constants of examples, by their text.
type Repeated = BTreeMap<String, Ident>;

/// Adds a constant for each example that several operations answer with.
fn repeated(subject: &Subject<'_>, file: &mut File) -> Repeated {
    let mut uses: BTreeMap<String, (&TypeRef, usize)> = BTreeMap::new();
    for operation in &subject.api.operations {
        if let Some((body, json)) = example_of(subject, operation) {
            uses.entry(json).or_insert((body, 0)).1 += 1;
        }
    }
    let mut constants = Repeated::new();
    for (json, (body, count)) in uses {
        if count > 1 {
            let ident = file.private_static(&format!("{}_EXAMPLE", name::constant(&words(body))));
            let literal = raw_string(&json);
            file.item(&code!(const #ident: &str = #literal;));
            constants.insert(json, ident);
        }
    }
    constants
}

/// The use of a type in words: `Order list`.
fn words(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Builtin(builtin) => format!("{builtin:?}"),
        TypeRef::Named(id) => id.name.clone(),
        TypeRef::List(inner) => format!("{} list", words(inner)),
        TypeRef::Map(inner) => format!("{} map", words(inner)),
        TypeRef::Patch(id) => format!("{} patch", id.name),
        TypeRef::Nullable(inner) => words(inner),
    }
}

/// The body of an operation's first response and its example, unless something else is sent besides that has none.
fn example_of<'a>(
    subject: &Subject<'_>,
    operation: &'a Operation,
) -> Option<(&'a TypeRef, String)> {
    let response = operation.responses.first()?;
    let body = response.body.as_ref()?;
    if response.headers.iter().any(|header| header.required) {
        return None;
    }
    example::of(subject.platform, body).map(|value| (body, example::json(&value)))
}

/// Whether the stub has something to answer an operation with.
pub fn has_answer(subject: &Subject<'_>, operation: &Operation) -> bool {
    example_of(subject, operation).is_some() || is_answered_by_nothing(operation)
}

/// Whether the first response is one without a body or anything else that would have to be made up.
fn is_answered_by_nothing(operation: &Operation) -> bool {
    let response =
        operation.responses.first().expect("linking gives every operation at least one response");
    response.body.is_none() && !response.headers.iter().any(|header| header.required)
}

/// What an operation answers: the example of its first response.
fn answer(
    subject: &Subject<'_>,
    file: &mut File,
    operation: &Operation,
    (module, repeated): (&Code, &Repeated),
) -> Code {
    let stub = file.uses("tiebeam::stub");
    if let Some((_, json)) = example_of(subject, operation) {
        let kind = name::ident(if operation.page.is_some() { "page" } else { "example" });
        let json = if let Some(constant) = repeated.get(&json) {
            code!(#constant)
        } else {
            let literal = raw_string(&json);
            code!(#literal)
        };
        return code!(#stub::#kind(&#module::OPERATION, #json));
    }
    if is_answered_by_nothing(operation) {
        return code!(#stub::empty(&#module::OPERATION));
    }
    code!(#stub::not_implemented(&#module::OPERATION))
}
