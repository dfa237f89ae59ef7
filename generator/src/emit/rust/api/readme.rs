//! What stands beside the sources: the manifest and the README.

use std::collections::BTreeSet;

use askama::Template;

use super::service;
use super::subject::Subject;
use super::wording;
use crate::emit::rust::file::File;
use crate::emit::rust::manifest::{Dependency, Manifest};
use crate::emit::rust::name;
use crate::emit::text::{filters, tier};
use crate::ir::{Api, Contact, ErrorType, Service};

/// The manifest: it depends on what `uses:` names and on what the files name.
pub fn manifest<'f>(subject: &Subject<'_>, files: impl Iterator<Item = &'f File>) -> String {
    let named: BTreeSet<&str> =
        files.flat_map(|file| file.crates().iter().map(String::as_str)).collect();
    let models = name::models_package(subject.platform);
    let domains = subject.platform.domains_with_events();
    let events: Vec<(String, Dependency)> = domains
        .into_iter()
        .map(|domain| {
            let package = name::events_package(subject.platform, domain);
            let directory = format!("../../{}", name::events_directory(domain));
            (name::library(&package), Dependency::path(&package, &directory))
        })
        .collect();
    let called = subject.api.uses.values().map(|dependency| {
        let directory = name::contract_directory(dependency.tier, &dependency.target);
        Dependency::path(&name::contract_package(&dependency.target), &format!("../../{directory}"))
    });
    let others = named.iter().filter_map(|krate| match *krate {
        "serde" | "tiebeam" => Some(Dependency::workspace(krate)),
        library if library == name::library(&models) => {
            Some(Dependency::path(&models, "../../models"))
        }
        library => events
            .iter()
            .find(|(known, _)| known == library)
            .map(|(_, dependency)| dependency.clone()),
    });
    let manifest = Manifest {
        spec: subject.api.place.document.to_string(),
        name: name::contract_package(&subject.api.id),
        description: subject.api.docs.description.clone(),
        version: Some(subject.api.version.clone()),
        dependencies: called.chain(others).collect(),
    };
    manifest.print()
}

#[derive(Template)]
#[template(path = "crate/README.md", escape = "none")]
struct Readme<'a> {
    spec: &'a str,
    title: &'a str,
    description: &'a str,
    version: &'a str,
    tier: &'a str,
    domain: &'a str,
    owner: &'a str,
    contact: Option<&'a str>,
    deprecation: Option<String>,
    library: String,
    contract: &'a str,
    operations: Vec<OperationRow<'a>>,
    errors: Vec<&'a ErrorType>,
    uses: Vec<DependencyRow<'a>>,
    has_events: bool,
    is_service: bool,
    /// What its consumers are made of.
    consumed_with: Option<&'static str>,
}

struct OperationRow<'a> {
    id: &'a str,
    request: String,
    summary: &'a str,
}

struct DependencyRow<'a> {
    alias: &'a str,
    package: String,
    path: String,
}

/// The README.
pub fn readme(subject: &Subject<'_>) -> String {
    let api = subject.api;
    let service = service::of(subject);
    let readme = Readme {
        spec: &api.place.document,
        title: &subject.api.title,
        description: &api.docs.description,
        version: &api.version,
        tier: tier(api.tier),
        domain: &api.domain,
        owner: &api.owner,
        contact: api.contact.as_ref().map(Contact::as_str),
        deprecation: api.deprecation.as_ref().map(wording::deprecation),
        library: name::library(&name::contract_package(&api.id)),
        contract: &subject.contract,
        operations: operation_rows(subject),
        errors: api.errors.values().collect(),
        uses: dependency_rows(api),
        has_events: service::has_events(subject),
        is_service: service.is_some(),
        consumed_with: service.and_then(consumed_with),
    };
    readme.render().expect("a README is made of strings, which can always be formatted") + "\n"
}

/// The arguments of `consumers`, where there is one.
fn consumed_with(service: &Service) -> Option<&'static str> {
    if service.subscribes.is_empty() {
        return None;
    }
    let is_calling = service.subscribes.iter().any(|subscription| !subscription.calls.is_empty());
    Some(if is_calling { "service, bus, apis" } else { "service, bus" })
}

fn operation_rows<'a>(subject: &Subject<'a>) -> Vec<OperationRow<'a>> {
    let rows = subject.api.operations.iter().map(|operation| OperationRow {
        id: &operation.id,
        request: format!("{} {}", wording::method(operation), subject.path(operation)),
        summary: &operation.summary,
    });
    rows.collect()
}

fn dependency_rows(api: &Api) -> Vec<DependencyRow<'_>> {
    let rows = api.uses.iter().map(|(alias, dependency)| DependencyRow {
        alias,
        package: name::contract_package(&dependency.target),
        path: format!("../../{}", name::contract_directory(dependency.tier, &dependency.target)),
    });
    rows.collect()
}
