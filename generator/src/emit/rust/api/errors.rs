//! `errors.rs`: the problem types of the contract, and what they tell.

use super::subject::Subject;
use crate::emit::rust::code::code;
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::{name, types};
use crate::ir::{Docs, ErrorType};

/// The file, where the contract has problem types.
pub fn file(subject: &Subject<'_>) -> Option<File> {
    if subject.api.errors.is_empty() {
        return None;
    }
    let mut file =
        subject.file(vec![format!("The problem types (RFC 9457) of the {}.", subject.title)]);
    for error in subject.api.errors.values() {
        file.defines(&name::constant(&error.name));
    }
    for error in subject.api.errors.values().filter(|error| !error.detail.is_empty()) {
        file.defines(&name::ty(&error.name));
    }
    for error in subject.api.errors.values() {
        define(subject, &mut file, error);
    }
    Some(file)
}

fn define(subject: &Subject<'_>, file: &mut File, error: &ErrorType) {
    let problem_type = file.uses("tiebeam::ProblemType");
    let constant = name::ident(&name::constant(&error.name));
    let description =
        if error.docs.description.is_empty() { &error.title } else { &error.docs.description };
    let docs = docs::attributes(&docs::sentence(description));
    let (uri, code, title) = (&error.uri, &error.code, &error.title);
    let status = error.status;
    file.item(&code! {
        #docs
        pub static #constant: #problem_type = #problem_type { uri: #uri, code: #code, title: #title, status: #status };
    });
    if !error.detail.is_empty() {
        let description = format!("What `{constant}` tells besides its title.");
        let docs = Docs { description, ..Docs::default() };
        types::record(
            &subject.scope,
            file,
            &name::ty(&error.name),
            &docs,
            &error.name,
            &error.detail,
        );
    }
}
