//! `contract.rs`: the trait that everything implements, one method per operation.

use super::subject::Subject;
use super::wording;
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::Operation;

/// The file.
pub fn file(subject: &Subject<'_>) -> File {
    let mut file = subject
        .file(vec![format!("The contract of the {}: one method per operation.", subject.title)]);
    file.defines(&subject.contract);
    let contract = name::ident(&subject.contract);
    let arc = file.uses("std::sync::Arc");
    let signatures: Vec<Code> = subject
        .api
        .operations
        .iter()
        .map(|operation| signature(subject, &mut file, operation))
        .collect();
    let about = docs::attributes_of(&about(subject));
    let methods = subject.api.operations.iter().zip(&signatures).map(|(operation, signature)| {
        let docs = docs::attributes_of(&method_docs(subject, operation));
        let convention = other_convention(&name::value(&operation.id));
        code!(#docs #convention #signature;)
    });
    file.item(&code! {
        #about
        pub trait #contract: Send + Sync + 'static {
            #(#methods)*
        }
    });
    let forwards = subject.api.operations.iter().zip(&signatures).map(|(operation, signature)| {
        let method = name::ident(&name::value(&operation.id));
        code!(#signature { T::#method(self, context, request) })
    });
    file.item(&code! {
        impl<T: #contract> #contract for #arc<T> {
            #(#forwards)*
        }
    });
    file
}

/// `fn place_order(&self, context: &Context, request: …) -> impl Future<…> + Send`.
fn signature(subject: &Subject<'_>, file: &mut File, operation: &Operation) -> Code {
    let context = file.uses("tiebeam::Context");
    let module = subject.uses_operation(file, operation);
    let method = name::ident(&name::value(&operation.id));
    code! {
        fn #method(
            &self,
            context: &#context,
            request: #module::Request,
        ) -> impl Future<Output = Result<#module::Response, #module::Error>> + Send
    }
}

/// Some names promise another signature to whoever reads Rust; the contract has them nevertheless.
pub(super) fn other_convention(method: &str) -> Option<Code> {
    let lint = match method {
        "iter" | "iter_mut" => "iter_not_returning_iterator",
        "new" => "wrong_self_convention",
        _ if method.starts_with("from_") || method.starts_with("into_") => "wrong_self_convention",
        _ => return None,
    };
    let lint = name::ident(lint);
    Some(code!(#[expect(clippy::#lint, reason = "the operation is called so")]))
}

fn about(subject: &Subject<'_>) -> Vec<String> {
    let mut lines = docs::lines(&subject.api.docs.description);
    if lines.is_empty() {
        lines.push(format!("The {}.", subject.title));
    }
    lines.push(String::new());
    lines.push(String::from(
        "The hand-written implementation, the HTTP [`Client`](crate::Client) and the",
    ));
    lines.push(String::from("[`Stub`](crate::Stub) all implement it."));
    lines
}

/// What is said about a method, whoever implements it.
pub(super) fn method_docs(subject: &Subject<'_>, operation: &Operation) -> Vec<String> {
    let mut lines = docs::lines(&docs::sentence(&operation.summary));
    lines.push(String::new());
    if !operation.docs.description.is_empty() {
        lines.extend(docs::lines(&operation.docs.description));
        lines.push(String::new());
    }
    lines.push(wording::travels(operation, &subject.path(operation)));
    if let Some(deprecation) = &operation.deprecation {
        lines.push(String::new());
        lines.extend(docs::lines(&wording::deprecation(deprecation)));
    }
    let named: Vec<String> =
        operation.errors.iter().map(|error| format!("`{}`, ", name::ty(error))).collect();
    let failures = if named.is_empty() {
        String::from("Any problem.")
    } else {
        format!("{}or any other problem.", named.concat())
    };
    lines.extend([String::new(), String::from("# Errors"), String::new(), failures]);
    lines
}
