//! What handlers call: the fields that hold it, and the type parameters that stand for it.

use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::code::{Code, Ident, code};
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::{Service, Subscription};

/// An API that a handler calls.
#[derive(Debug)]
pub struct Called {
    /// The field that holds it: `crm`.
    pub field: Ident,
    /// The type parameter that stands for it: `Crm`.
    pub parameter: String,
    /// The path of its trait: `crm_system_v1::CrmSystem`.
    contract: String,
    /// What people call it.
    pub title: String,
}

/// Type names of the files in which the parameters stand.
static TAKEN: &[&str] = &["Apis", "Effects", "Events", "Result", "T", "Work"];

/// What one handler calls, by alias.
pub fn of(subject: &Subject<'_>, subscription: &Subscription) -> Vec<Called> {
    subscription.calls.iter().map(|alias| called(subject, alias)).collect()
}

/// What any handler calls, by alias.
pub fn of_all(subject: &Subject<'_>, service: &Service) -> Vec<Called> {
    let aliases = subject.api.uses.keys();
    let is_called = |alias: &&String| service.subscribes.iter().any(|it| it.calls.contains(*alias));
    aliases.filter(is_called).map(|alias| called(subject, alias)).collect()
}

fn called(subject: &Subject<'_>, alias: &str) -> Called {
    let target = &subject.api.uses[alias].target;
    let called = Subject::new(subject.platform, target, subject.digest);
    let library = name::library(&name::contract_package(target));
    let parameter = match name::ty(alias) {
        taken if TAKEN.contains(&&*taken) => taken + "Api",
        free => free,
    };
    Called {
        field: name::ident(&name::value(alias)),
        parameter,
        contract: format!("{library}::{}", called.contract),
        title: called.title,
    }
}

impl Called {
    /// The type parameter.
    pub fn parameter(&self) -> Ident {
        name::ident(&self.parameter)
    }

    /// The trait, imported.
    pub fn contract(&self, file: &mut File) -> Code {
        file.uses(&self.contract)
    }

    /// `The CRM System API.`
    pub fn about(&self) -> Code {
        docs::attributes_of(&[format!("The {}.", self.title)])
    }
}

/// `<Crm, Shipping>`.
pub fn parameters(called: &[Called]) -> Code {
    let parameters = called.iter().map(Called::parameter);
    code!(<#(#parameters),*>)
}

/// `the CRM System API and the Shipping Process API`.
pub fn titles(called: &[Called]) -> String {
    let titles: Vec<String> = called.iter().map(|it| format!("the {}", it.title)).collect();
    match titles.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
