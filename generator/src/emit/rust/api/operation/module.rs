//! The file of one operation, put together, and the face of all of them.

use super::{codec, error, policy, request, response};
use crate::emit::rust::api::service;
use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::api::wording;
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::ir::Operation;

/// The face of the operations: `operations.rs`.
pub fn face(subject: &Subject<'_>) -> File {
    let mut file =
        subject.file(vec![format!("The operations of the {}, a module each.", subject.title)]);
    let mut modules: Vec<String> = subject
        .api
        .operations
        .iter()
        .map(|operation| format!("pub mod {};\n", subject.module(operation)))
        .collect();
    modules.sort();
    file.text(modules.concat());
    file
}

/// The file of one operation.
pub fn file(subject: &Subject<'_>, operation: &Operation) -> File {
    let mut file = subject.file(about(subject, operation));
    for name in ["OPERATION", "Request", "Response", "Error"] {
        file.defines(name);
    }
    let is_of_service = service::of(subject).is_some();
    if is_of_service {
        file.defines("Work");
        file.defines("Events");
    }
    policy::define(subject, &mut file, operation);
    let fields = request::fields(subject, &mut file, operation);
    request::define(&mut file, operation, &fields);
    let answers = response::define(subject, &mut file, operation);
    let failures = error::define(subject, &mut file, operation);
    codec::define(&mut file, &fields);
    answers.define_codec(&mut file);
    failures.define_codec(&mut file);
    if is_of_service {
        service::define_work(subject, &mut file, &operation.id, &operation.emits);
    }
    file
}

fn about(subject: &Subject<'_>, operation: &Operation) -> Vec<String> {
    let summary = docs::sentence(&wording::continued(&operation.summary));
    let mut lines = docs::lines(&format!("`{}`: {summary}", operation.id));
    lines.push(String::new());
    if !operation.docs.description.is_empty() {
        lines.extend(docs::lines(&operation.docs.description));
        lines.push(String::new());
    }
    lines.push(format!("{}.", wording::travels(operation, &subject.path(operation))));
    if let Some(deprecation) = &operation.deprecation {
        lines.push(String::new());
        lines.extend(docs::lines(&wording::deprecation(deprecation)));
    }
    lines
}
