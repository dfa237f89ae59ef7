//! `lib.rs`: what the crate is, a map, and what it exports.

use super::service;
use super::subject::Subject;
use super::wording;
use crate::emit::rust::docs;
use crate::emit::rust::file::{File, list};
use crate::emit::rust::{name, types};
use crate::emit::text::{cell, tier};

/// The file.
pub fn file(subject: &Subject<'_>) -> File {
    let mut file = subject.file(about(subject));
    file.text(modules(subject));
    file.text(exports(subject));
    dependencies(subject, &mut file);
    file
}

fn about(subject: &Subject<'_>) -> Vec<String> {
    let api = subject.api;
    let service = service::of(subject);
    let mut lines = docs::lines(&format!(
        "{}, version {} ({} tier, {} domain, owned by {}).",
        api.title,
        api.version,
        tier(api.tier),
        api.domain,
        api.owner
    ));
    lines.push(String::new());
    lines.extend(docs::lines(&api.docs.description));
    if let Some(deprecation) = &api.deprecation {
        lines.push(String::new());
        lines.extend(docs::lines(&wording::deprecation(deprecation)));
    }
    lines.extend([
        String::new(),
        String::from("| to | use |"),
        String::from("| --- | --- |"),
        match &service {
            Some(_) => format!(
                "| write the business logic | implement [`{}`] and make a [`Service`] of it |",
                service::logic_name(subject)
            ),
            None => {
                format!("| write the business logic | implement [`{}`] |", subject.contract)
            }
        },
        String::from("| serve it | [`router`], or [`server()`] to say how |"),
    ]);
    if service.is_some_and(|service| !service.subscribes.is_empty()) {
        lines.push(String::from("| let it consume events | [`consumers`] |"));
    }
    lines.extend([
        String::from("| call it | [`Client`] |"),
        String::from("| stand in for it in a test | [`Stub`] |"),
        String::new(),
        String::from("# Operations"),
        String::new(),
        String::from("| operation | request | what it does |"),
        String::from("| --- | --- | --- |"),
    ]);
    for operation in &api.operations {
        let module = subject.module(operation);
        let request = format!("{} {}", wording::method(operation), subject.path(operation));
        let summary = cell(&docs::lines(&docs::sentence(&operation.summary)).join(" "));
        lines.push(format!("| [`{module}`](operations::{module}) | `{request}` | {summary} |"));
    }
    lines.extend(service.into_iter().flat_map(|service| service::map(subject, service)));
    lines
}

fn modules(subject: &Subject<'_>) -> String {
    let service = service::of(subject);
    let is_service = service.is_some();
    let is_consuming = service.is_some_and(|service| !service.subscribes.is_empty());
    let modules = [
        ("mod client;\n", true),
        ("mod consumers;\n", is_consuming),
        ("mod contract;\n", true),
        ("pub mod errors;\n", !subject.api.errors.is_empty()),
        ("mod logic;\n", is_service),
        ("pub mod meta;\npub mod operations;\nmod server;\n", true),
        ("mod service;\n", is_service),
        ("mod stub;\n", true),
        ("pub mod subscriptions;\n", is_consuming),
        ("mod types;\n", !subject.api.types.is_empty()),
    ];
    modules.iter().filter(|(_, is_there)| *is_there).map(|(text, _)| *text).collect()
}

fn exports(subject: &Subject<'_>) -> String {
    let service = service::of(subject);
    let consumes = service.is_some_and(|service| !service.subscribes.is_empty());
    let mut lines = vec![
        String::from("pub use client::Client;\n"),
        format!("pub use contract::{};\n", subject.contract),
        String::from("pub use server::{router, server};\n"),
        String::from("pub use stub::Stub;\n"),
    ];
    if service.is_some() {
        lines.push(format!("pub use logic::{};\n", service::logic_name(subject)));
        lines.push(String::from("pub use service::Service;\n"));
    }
    if consumes {
        let calls = service.is_some_and(service::calls);
        let names = if calls { "{Apis, consumers}" } else { "consumers" };
        lines.push(format!("pub use consumers::{names};\n"));
    }
    lines.sort();
    let mut text = lines.concat();
    let types = local_types(subject);
    if !types.is_empty() {
        text.push_str(&list("pub use ", "types", &types));
    }
    text
}

/// The names of the types local to the contract, sorted; linking has seen to it that none is called like the items
/// that every such crate has.
fn local_types(subject: &Subject<'_>) -> Vec<String> {
    let types = subject.api.types.iter();
    let mut names: Vec<String> = types.flat_map(|ty| types::exports(&subject.scope, ty)).collect();
    names.sort();
    names
}

/// What the API may call, each under its alias: all that the other crate exports, but not what that one may call.
fn dependencies(subject: &Subject<'_>, file: &mut File) {
    let who = match service::of(subject) {
        Some(_) => "the handlers of this service",
        None => "this API",
    };
    for (alias, dependency) in &subject.api.uses {
        let called = Subject::new(subject.platform, &dependency.target, subject.digest);
        let library = name::library(&name::contract_package(&dependency.target));
        let about = format!("/// The {}, which {who} may call.\n", called.title);
        let names = list("    pub use ", &library, &exported_names(&called));
        file.text(format!("{about}pub mod {} {{\n{names}}}\n", name::value(alias)));
    }
}

/// The names that a contract's crate exports, modules first as `rustfmt` sorts them.
fn exported_names(subject: &Subject<'_>) -> Vec<String> {
    let mut modules: Vec<String> =
        ["meta", "operations", "router", "server"].map(String::from).into();
    if !subject.api.errors.is_empty() {
        modules.push(String::from("errors"));
    }
    let mut types = vec![String::from("Client"), String::from("Stub"), subject.contract.clone()];
    types.extend(local_types(subject));
    modules.sort();
    types.sort();
    types.extend(modules);
    types
}
