//! Problem types: declared by a contract, or built into the language.

use std::collections::BTreeMap;

use crate::casing;
use crate::diag::Part;
use crate::diag::codes::link;
use crate::ir::{Docs, ErrorOrigin, ErrorType, Operation};
use crate::resolve::at::At;
use crate::resolve::contract::Contract;
use crate::resolve::fields;
use crate::resolve::linker::Linker;
use crate::resolve::names::{self, Named, Use};
use crate::resolve::sink::{Sink, error, quoted, warning};
use crate::rust_name;

/// The problem types that operations of one contract may name.
#[derive(Debug, Default)]
pub struct Errors {
    declared: BTreeMap<String, ErrorType>,
}

/// A problem type that needs no declaration.
struct Builtin {
    name: &'static str,
    status: u16,
    description: &'static str,
}

static BUILTIN: &[Builtin] = &[
    Builtin {
        name: "Conflict",
        status: 409,
        description: "The request contradicts the state of what it is about.",
    },
    Builtin { name: "Forbidden", status: 403, description: "The caller may not do this." },
    Builtin {
        name: "Gone",
        status: 410,
        description: "What was asked for existed once and does so no more.",
    },
    Builtin { name: "NotFound", status: 404, description: "What was asked for does not exist." },
];

/// Members that every problem document has; an extension cannot have their names.
static MEMBERS: &[&str] =
    &["type", "title", "status", "detail", "instance", "code", "correlationId", "errors"];

/// Links the declared problem types of a contract.
pub fn link_declared(
    linker: &Linker<'_>,
    contract: &Contract<'_>,
    problems: &str,
    root: At<'_>,
    sink: &mut Sink,
) -> Errors {
    let around = root.key("errors");
    let mut declared = BTreeMap::new();
    for (name, spec) in contract.errors.iter().flat_map(|map| &map.0) {
        let at = around.key(name);
        names::check(Use::Error, name, at, Part::Key, sink);
        check_reserved(name, at, sink);
        if !(400..=599).contains(&spec.status) {
            let message = format!("{} is not the status of a problem", spec.status);
            let finding = error(&link::UNSUITABLE_STATUS, at.key("status"), message);
            sink.report(
                finding.help("use 400 to 499 for mistakes of the caller, 500 to 599 for ours"),
            );
        }
        let mut detail = Vec::new();
        if let Some(map) = &spec.detail {
            let at = at.key("detail");
            detail = fields::link(linker.scope, map, linker.style, at, sink);
            linker.check_fields(map, &detail, at, sink);
            check_members(map.0.keys(), at, sink);
        }
        let code = casing::kebab(name);
        declared.insert(
            name.clone(),
            ErrorType {
                name: name.clone(),
                uri: format!("{problems}{}/{code}", contract.name),
                code,
                title: spec.title.clone().unwrap_or_else(|| casing::sentence(name)),
                status: spec.status,
                docs: fields::docs(
                    Some(&spec.description),
                    spec.deprecated.as_ref(),
                    spec.meta.as_ref(),
                ),
                detail,
                origin: ErrorOrigin::Declared,
                place: at.place(),
            },
        );
    }
    let keys = contract.errors.iter().flat_map(|map| map.0.keys());
    let named = keys.map(|name| Named { name, at: around.key(name), part: Part::Key });
    names::clashes("error", rust_name::ty, named, sink);
    Errors { declared }
}

fn check_reserved(name: &str, at: At<'_>, sink: &mut Sink) {
    let why = match BUILTIN.iter().find(|builtin| casing::pascal(name) == builtin.name) {
        Some(builtin) => format!("built in, with status {}", builtin.status),
        None if rust_name::ty(name) == "Other" => {
            "stands for every problem that is not declared".to_owned()
        }
        None => return,
    };
    let finding = error(&link::RESERVED_NAME, at, format!("an error cannot be called `{name}`"))
        .at(Part::Key);
    sink.report(finding.label(why).help(
        "remove it and use the one that is there, or say in the name what is special about it",
    ));
}

fn check_members<'a>(keys: impl Iterator<Item = &'a String>, at: At<'_>, sink: &mut Sink) {
    for key in keys {
        let (name, _) = fields::split(key);
        if MEMBERS.contains(&name) {
            let message = format!("every problem document has a member `{name}` already");
            let finding = error(&link::RESERVED_NAME, at.key(key), message).at(Part::Key);
            sink.report(
                finding.help("choose another name for the extension (RFC 9457, section 3.2)"),
            );
        } else if !is_member(name) {
            let message =
                format!("`{}` is not a name for a member of a problem", name.escape_debug());
            let finding = error(&link::ILLEGAL_NAME, at.key(key), message).at(Part::Key);
            sink.report(finding.label("must be made of ASCII letters, digits and `_`").help(
                "begin it with a letter, so that it can stand in formats besides JSON (RFC 9457, section 3.2)",
            ));
        } else if name.len() < SHORTEST_MEMBER {
            let message = format!("the member `{name}` of a problem has a very short name");
            let finding = warning(&link::OFF_STYLE_NAME, at.key(key), message).at(Part::Key);
            sink.report(finding.help(
                "use three letters or more, so that it can stand in formats besides JSON (RFC 9457, section 3.2)",
            ));
        }
    }
}

/// Shorter names of members are legal and discouraged.
const SHORTEST_MEMBER: usize = 3;

fn is_member(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Links the names that an operation lists, in the order written.
pub fn link_used(
    errors: &Errors,
    names: Option<&[String]>,
    at: At<'_>,
    sink: &mut Sink,
) -> Vec<String> {
    let mut used: Vec<String> = Vec::new();
    for (index, name) in names.unwrap_or_default().iter().enumerate() {
        let here = at.item(index);
        if let Some(first) = used.iter().position(|earlier| earlier == name) {
            let finding =
                error(&link::REPEATED_NAME, here, format!("the error `{name}` is written twice"));
            sink.report(finding.label("written again here").related(
                &at.item(first).place(),
                Part::Value,
                "the first is here",
            ));
        } else if errors.declared.contains_key(name)
            || BUILTIN.iter().any(|builtin| builtin.name == name)
        {
            used.push(name.clone());
        } else {
            let finding = unknown(errors, name, here, sink);
            sink.report(finding);
        }
    }
    used
}

fn unknown(errors: &Errors, name: &str, at: At<'_>, sink: &Sink) -> crate::diag::Diagnostic {
    let finding =
        error(&link::UNKNOWN_ERROR, at, format!("unknown error `{}`", name.escape_debug()));
    let known = || {
        errors.declared.keys().map(String::as_str).chain(BUILTIN.iter().map(|builtin| builtin.name))
    };
    match sink.nearest(name, known()) {
        Some(near) => finding.label(format!("did you mean `{near}`?")).replace(near),
        None => finding.label("not declared under `errors`").help(format!(
            "declare it under `errors:` of the document, or use one of {}",
            quoted(known())
        )),
    }
}

impl Errors {
    /// The declared problem types, and those built-in ones that an operation names.
    pub fn into_used(
        self,
        operations: &[Operation],
        problems: &str,
        root: At<'_>,
    ) -> BTreeMap<String, ErrorType> {
        let mut all = self.declared;
        for name in operations.iter().flat_map(|operation| &operation.errors) {
            let Some(builtin) = BUILTIN.iter().find(|builtin| builtin.name == name) else {
                continue;
            };
            all.entry(name.clone()).or_insert_with(|| {
                let code = casing::kebab(name);
                ErrorType {
                    name: name.clone(),
                    uri: format!("{problems}{code}"),
                    code,
                    title: casing::sentence(name),
                    status: builtin.status,
                    docs: Docs { description: builtin.description.to_owned(), ..Docs::default() },
                    detail: Vec::new(),
                    origin: ErrorOrigin::Builtin,
                    place: root.place(),
                }
            });
        }
        all
    }
}
