//! What is to be generated, package by package, before anything is printed.
//!
//! A package is what is printed as a whole because it depends on the same facts. Its digest stands for those facts:
//! as long as it stays, the bytes stay, so whoever remembers it need not print the package again.

use rayon::prelude::*;

use crate::emit::facts::Facts;
use crate::emit::file_tree::FileTree;
use crate::emit::root;
use crate::emit::rust::{
    self, contract_crate, contract_directory, contract_package, events_crate, models_crate,
};
use crate::emit::{deploy, documents};
use crate::ir::{Api, ApiId, Digest, Place, Platform, digest_of};

/// Something that is generated as a whole, because it depends on the same facts: a crate, or files beside the crates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Directory relative to the root of what is generated, for example `process/order-process-v1`; empty for the
    /// files at the root itself.
    pub directory: String,
    /// Name of the crate, or of the platform; what `--only` selects.
    pub name: String,
    /// The specs it comes from, sorted.
    pub specs: Vec<String>,
    /// Digest of every fact it depends on: same digest, same bytes.
    pub digest: Digest,
    subject: Subject,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Subject {
    Root,
    Deploy,
    Documents,
    Models,
    /// Of a domain.
    Events(String),
    Contract(ApiId),
}

/// Every package of a platform, sorted by directory.
#[must_use]
pub fn plan(platform: &Platform) -> Vec<Package> {
    let facts = Facts::new(platform);
    let mut packages = vec![root_package(platform)];
    if platform.has_models() {
        packages.push(models_package(platform, &facts));
    }
    if !platform.events.is_empty() {
        packages.push(documents_package(platform, &facts));
    }
    packages.extend(deploy_package(platform));
    let domains = platform.domains_with_events();
    packages.extend(domains.into_iter().map(|domain| events_package(platform, &facts, domain)));
    let contracts: Vec<&Api> = platform.contracts().collect();
    packages.par_extend(contracts.par_iter().map(|api| contract(&facts, api)));
    packages.sort_by(|one, other| one.directory.cmp(&other.directory));
    packages
}

impl Package {
    /// Prints the package; paths are relative to its directory.
    #[must_use]
    pub fn render(&self, platform: &Platform) -> FileTree {
        match &self.subject {
            Subject::Root => root::files(platform),
            Subject::Deploy => deploy::files(platform),
            Subject::Documents => documents::files(platform, self.digest),
            Subject::Models => models_crate(platform),
            Subject::Events(domain) => events_crate(platform, domain),
            Subject::Contract(id) => contract_crate(platform, id, self.digest),
        }
    }
}

fn root_package(platform: &Platform) -> Package {
    Package {
        directory: String::new(),
        name: platform.name.clone(),
        specs: vec![platform.place.document.to_string()],
        digest: root::digest(platform),
        subject: Subject::Root,
    }
}

fn documents_package(platform: &Platform, facts: &Facts<'_>) -> Package {
    Package {
        directory: String::from("docs"),
        name: format!("{}-docs", platform.crate_prefix),
        specs: traffic(platform),
        digest: facts.of_documents(),
        subject: Subject::Documents,
    }
}

/// What is deployed, where there is something. It is little, so its digest is that of its bytes.
fn deploy_package(platform: &Platform) -> Option<Package> {
    let files = deploy::files(platform).files;
    (!files.is_empty()).then(|| Package {
        directory: String::from("deploy"),
        name: format!("{}-deploy", platform.crate_prefix),
        specs: traffic(platform),
        digest: digest_of(&("deploy", files)),
        subject: Subject::Deploy,
    })
}

/// The specs that say what is sent and received.
fn traffic(platform: &Platform) -> Vec<String> {
    let events = platform.events.values().map(|event| &event.place);
    let services = platform.services.values().map(|service| &service.contract.place);
    documents(std::iter::once(&platform.place).chain(events).chain(services))
}

fn models_package(platform: &Platform, facts: &Facts<'_>) -> Package {
    let places = platform.domains.values().flat_map(|domain| &domain.places);
    Package {
        directory: String::from("models"),
        name: rust::models_package(platform),
        specs: documents(places),
        digest: facts.of_models(),
        subject: Subject::Models,
    }
}

fn events_package(platform: &Platform, facts: &Facts<'_>, domain: &str) -> Package {
    Package {
        directory: rust::events_directory(domain),
        name: rust::events_package(platform, domain),
        specs: documents(platform.events_of(domain).map(|event| &event.place)),
        digest: facts.of_events(domain),
        subject: Subject::Events(domain.to_owned()),
    }
}

/// The documents of some places, sorted.
fn documents<'a>(places: impl Iterator<Item = &'a Place>) -> Vec<String> {
    let mut documents: Vec<String> = places.map(|place| place.document.to_string()).collect();
    documents.sort();
    documents.dedup();
    documents
}

fn contract(facts: &Facts<'_>, api: &Api) -> Package {
    Package {
        directory: contract_directory(api.tier, &api.id),
        name: contract_package(&api.id),
        specs: vec![api.place.document.to_string()],
        digest: facts.of_contract(api),
        subject: Subject::Contract(api.id.clone()),
    }
}
