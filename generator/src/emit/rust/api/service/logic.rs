//! `logic.rs`: the trait that is written by hand, a method per operation and one per event that is consumed.

use super::names::{event, event_path, logic_name, module};
use super::{called, emitted};
use crate::emit::rust::api::contract::{method_docs, other_convention};
use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::api::wording;
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::{Emission, Operation, Service, Subscription};

/// The file.
pub fn file(subject: &Subject<'_>, service: &Service) -> File {
    let about = format!("What is written by hand of the {}: what it decides.", subject.title);
    let mut file = subject.file(vec![about]);
    let logic = logic_name(subject);
    file.defines(&logic);
    let operations: Vec<Code> =
        subject.api.operations.iter().map(|it| operation(subject, &mut file, it)).collect();
    let handlers: Vec<Code> =
        service.subscribes.iter().map(|it| handler(subject, &mut file, it)).collect();
    let (logic, about) = (name::ident(&logic), docs::attributes_of(&about_logic(service)));
    file.item(&code! {
        #about
        pub trait #logic: Send + Sync + 'static {
            #(#operations)*
            #(#handlers)*
        }
    });
    file
}

fn about_logic(service: &Service) -> Vec<String> {
    let mut lines: Vec<String> = vec![
        String::from(
            "Each method works in one transaction, and emits through it: what it writes and what it",
        ),
        String::from("says happened are kept together, or neither is."),
        String::from("[`Service`](crate::Service) begins and ends the transactions."),
    ];
    if !service.subscribes.is_empty() {
        lines.extend([
            String::new(),
            String::from("A handler may be called again for an event whose transaction was undone, and is not"),
            String::from("called again for one that was applied."),
        ]);
    }
    if service.subscribes.iter().any(|subscription| !subscription.calls.is_empty()) {
        lines.extend([
            String::new(),
            String::from("One that calls other APIs does so first, under keys that stay the same when it is called again,"),
            String::from("and gets its transaction from `effects.work()` then; one that came too late does not get it."),
        ]);
    }
    lines
}

fn operation(subject: &Subject<'_>, file: &mut File, operation: &Operation) -> Code {
    let module = subject.uses_operation(file, operation);
    let method = name::value(&operation.id);
    let mut lines = method_docs(subject, operation);
    insert_emits(&mut lines, &operation.emits);
    let (about, convention) = (docs::attributes_of(&lines), other_convention(&method));
    let method = name::ident(&method);
    code! {
        #about
        #convention
        fn #method(
            &self,
            work: #module::Work,
            request: &#module::Request,
        ) -> impl Future<Output = Result<#module::Response, #module::Error>> + Send;
    }
}

/// Says what is emitted, before what can go wrong.
fn insert_emits(lines: &mut Vec<String>, emits: &[Emission]) {
    if !emits.is_empty() {
        insert(lines, &format!("Emits {}.", emitted::named(emits)));
    }
}

/// Inserts a sentence before what can go wrong.
fn insert(lines: &mut Vec<String>, sentence: &str) {
    let place = lines.iter().position(|line| line == "# Errors").unwrap_or(lines.len());
    let sentence = docs::lines(sentence);
    lines.splice(place..place, sentence.into_iter().chain([String::new()]));
}

fn handler(subject: &Subject<'_>, file: &mut File, subscription: &Subscription) -> Code {
    let module_path = format!("crate::subscriptions::{}", module(subject, subscription));
    let module = file.uses(&module_path);
    let event_ty = file.uses(&event_path(subject, &subscription.event));
    let failure = file.uses("tiebeam::consumer::Failure");
    let method = name::value(&subscription.handler);
    let known = event(subject, &subscription.event);
    let mut lines = docs::lines(&format!(
        "Handles `{}`: {}",
        name::event(&known.id.name, known.id.major),
        wording::continued(&docs::summary(&docs::sentence(&known.docs.description))),
    ));
    lines.push(String::new());
    lines.extend([
        String::from("# Errors"),
        String::new(),
        String::from("When it cannot be handled now, or ever."),
    ]);
    let called = called::of(subject, subscription);
    let (given, ty) = if called.is_empty() {
        (code!(work), code!(#module::Work))
    } else {
        insert(&mut lines, &format!("Calls {}.", called::titles(&called)));
        let apis = called.iter().map(|api| api.contract(file));
        let apis: Vec<Code> = apis.map(|contract| code!(impl #contract)).collect();
        (code!(effects), code!(#module::Effects<#(#apis),*>))
    };
    insert_emits(&mut lines, &subscription.emits);
    let (about, convention) = (docs::attributes_of(&lines), other_convention(&method));
    let method = name::ident(&method);
    code! {
        #about
        #convention
        fn #method(
            &self,
            #given: #ty,
            event: &#event_ty,
        ) -> impl Future<Output = Result<(), #failure>> + Send;
    }
}
