//! `server.rs`: the contract's routes.

use super::subject::Subject;
use crate::emit::rust::code::{Code, Ident, code};
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::Operation;

/// More routes than this do not fit a function that can be read at a glance.
const ROUTES_PER_FUNCTION: usize = 18;

/// The file.
pub fn file(subject: &Subject<'_>) -> File {
    let mut file = subject.file(vec![format!("Serves the {} over HTTP.", subject.title)]);
    let chains: Vec<Code> = subject
        .api
        .operations
        .chunks(ROUTES_PER_FUNCTION)
        .map(|operations| chain(subject, &mut file, operations))
        .collect();
    router(subject, &mut file);
    match chains.as_slice() {
        [chain] => whole(subject, &mut file, chain),
        chains => in_parts(subject, &mut file, chains),
    }
    for operation in &subject.api.operations {
        handler(subject, &mut file, operation);
    }
    file
}

/// `.serve(&place_order::OPERATION, place_order)…`.
fn chain(subject: &Subject<'_>, file: &mut File, operations: &[Operation]) -> Code {
    let mut chain = Code::new();
    for operation in operations {
        let module = subject.uses_operation(file, operation);
        let handler = handler_name(operation);
        chain.append(&code!(.serve(&#module::OPERATION, #handler)));
    }
    chain
}

fn router(subject: &Subject<'_>, file: &mut File) {
    let (contract, router) = (subject.uses_contract(file), file.uses("tiebeam::Router"));
    file.item(&code! {
        /// The routes of the API, answered by an implementation of its contract.
        pub fn router(api: impl #contract) -> #router {
            server(api).into_router()
        }
    });
}

fn whole(subject: &Subject<'_>, file: &mut File, chain: &Code) {
    let (server, api) = (file.uses("tiebeam::Server"), file.uses("crate::meta::API"));
    define(subject, file, &code!(#server::new(&#api, api) #chain));
}

fn in_parts(subject: &Subject<'_>, file: &mut File, chains: &[Code]) {
    let (server, api) = (file.uses("tiebeam::Server"), file.uses("crate::meta::API"));
    let contract = subject.uses_contract(file);
    let parts: Vec<_> =
        (1..=chains.len()).map(|number| name::ident(&format!("routes_{number}"))).collect();
    let empty = code!(#server::new(&#api, api));
    let full = parts.iter().fold(empty, |server, part| code!(#part(#server)));
    define(subject, file, &full);
    for (part, chain) in parts.iter().zip(chains) {
        file.item(&code! {
            fn #part<T: #contract>(server: #server<T>) -> #server<T> {
                server #chain
            }
        });
    }
}

fn define(subject: &Subject<'_>, file: &mut File, value: &Code) {
    let (contract, server) = (subject.uses_contract(file), file.uses("tiebeam::Server"));
    file.item(&code! {
        /// The same before they become a router: for what a server can be told, such as where it remembers answers.
        pub fn server<T: #contract>(api: T) -> #server<T> {
            #value
        }
    });
}

/// One thin handler.
fn handler(subject: &Subject<'_>, file: &mut File, operation: &Operation) {
    let contract = subject.uses_contract(file);
    let arc = file.uses("std::sync::Arc");
    let context = file.uses("tiebeam::Context");
    let module = subject.uses_operation(file, operation);
    let handler = handler_name(operation);
    let method = name::ident(&name::value(&operation.id));
    file.item(&code! {
        async fn #handler<T: #contract>(
            api: #arc<T>,
            context: #context,
            request: #module::Request,
        ) -> Result<#module::Response, #module::Error> {
            T::#method(&api, &context, request).await
        }
    });
}

/// The handler is called like its operation, unless the file has another function or a parameter of that name.
fn handler_name(operation: &Operation) -> Ident {
    let name = name::value(&operation.id);
    if matches!(&name[..], "router" | "api" | "server") || name.starts_with("routes_") {
        name::ident(&format!("{name}_"))
    } else {
        name::ident(&name)
    }
}
