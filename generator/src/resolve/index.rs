//! Who declares what: every name of every document, found once and looked up from everywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diag::codes::link;
use crate::diag::{Code, Diagnostic, Part};
use crate::ir::{ApiId, EventRef, Home, TypeId};
use crate::resolve::at::At;
use crate::resolve::contract::Contract;
use crate::resolve::names::{self, Named, Use};
use crate::resolve::sink::{Sink, error, replace_with};
use crate::resolve::version;
use crate::spec::{self, Document, Kind};

/// Every declaration.
#[derive(Default)]
pub struct Index<'a> {
    /// Canonical models by domain.
    pub domains: BTreeMap<&'a str, Domain<'a>>,
    /// The domains that have a type of a name.
    pub domains_of: BTreeMap<&'a str, Vec<&'a str>>,
    /// APIs and services; of two with one identity, the first.
    pub contracts: BTreeMap<ApiId, Contract<'a>>,
    /// Events; of two with one identity, the first.
    pub events: BTreeMap<EventRef, Event<'a>>,
    /// Documents of kind `Platform`.
    pub platforms: Vec<(&'a Arc<str>, &'a spec::Platform)>,
    /// Contracts and events whose version says no major.
    unversioned: BTreeSet<&'a str>,
    failed: &'a [(Arc<str>, Option<Kind>)],
}

/// The models of one domain.
#[derive(Default)]
pub struct Domain<'a> {
    /// Its documents, sorted by path.
    pub documents: Vec<(&'a Arc<str>, &'a spec::Models)>,
    /// Its types; of two with one name, the first.
    pub types: BTreeMap<&'a str, Definition<'a>>,
}

/// A canonical model.
#[derive(Clone, Copy)]
pub struct Definition<'a> {
    /// Where it is written.
    pub document: &'a Arc<str>,
    /// What is written.
    pub spec: &'a spec::TypeDef,
}

/// An event.
pub struct Event<'a> {
    /// Its identity.
    pub id: EventRef,
    /// Where it is written.
    pub document: &'a Arc<str>,
    /// The document around it.
    pub around: &'a spec::Events,
    /// What is written.
    pub spec: &'a spec::Event,
}

/// Where a document looks names up.
#[derive(Clone)]
pub struct Scope<'a> {
    /// Every declaration.
    pub index: &'a Index<'a>,
    /// Where the document's own types live.
    pub home: Home,
    /// The domain whose models need no prefix.
    pub domain: &'a str,
    /// Types local to the document.
    pub local: Option<&'a spec::Map<spec::TypeDef>>,
}

/// Reads every document's declarations, reporting those that clash.
pub fn build<'a>(specs: &'a spec::Specs, sink: &mut Sink) -> Index<'a> {
    let mut index = Index { failed: &specs.failed, ..Index::default() };
    // Of two declarations of one name the first counts: that of the first path, in whatever order they come.
    let mut documents: Vec<&(Arc<str>, Document)> = specs.documents.iter().collect();
    documents.sort_by(|(left, _), (right, _)| left.cmp(right));
    for (document, content) in documents {
        match content {
            Document::Models(models) => index.add_models(document, models, sink),
            Document::Events(events) => index.add_events(document, events, sink),
            Document::Api(api) => index.add_contract(Contract::of_api(document, api), sink),
            Document::Service(service) => {
                index.add_contract(Contract::of_service(document, service), sink);
            }
            Document::Platform(platform) => index.platforms.push((document, platform)),
        }
    }
    for (name, domain) in &index.domains {
        for ty in domain.types.keys() {
            index.domains_of.entry(ty).or_default().push(name);
        }
        let named = domain.types.iter().map(|(name, definition)| (*name, definition.document));
        clashing_types(named, sink);
    }
    index
}

impl<'a> Index<'a> {
    /// Whether a document that could not be read may declare what is looked for.
    pub fn may_hide(&self, kinds: &[Kind]) -> bool {
        self.failed.iter().any(|(_, kind)| kind.is_none_or(|kind| kinds.contains(&kind)))
    }

    /// Whether a contract or an event of this name exists, with a version that says nothing.
    pub fn is_unversioned(&self, name: &str) -> bool {
        self.unversioned.contains(name)
    }

    /// The major versions of a contract.
    pub fn majors(&self, name: &str) -> Vec<u32> {
        let from = ApiId { name: name.to_owned(), major: 0 };
        self.contracts
            .range(from..)
            .take_while(|(id, _)| id.name == name)
            .map(|(id, _)| id.major)
            .collect()
    }

    /// Where types of a contract look names up.
    pub fn scope(&'a self, contract: &Contract<'a>) -> Scope<'a> {
        Scope {
            index: self,
            home: Home::Api(contract.id.clone()),
            domain: contract.domain,
            local: contract.types,
        }
    }

    /// Where the types of a domain look names up.
    pub fn domain_scope(&'a self, domain: &'a str) -> Scope<'a> {
        Scope { index: self, home: Home::Domain(domain.to_owned()), domain, local: None }
    }

    fn add_models(&mut self, document: &'a Arc<str>, models: &'a spec::Models, sink: &mut Sink) {
        let root = At::root(document);
        names::check(Use::Domain, &models.domain, root.key("domain"), Part::Value, sink);
        check_reserved_domain(&models.domain, root.key("domain"), sink);
        names::check_line("owner", &models.owner, root.key("owner"), sink);
        let domain = self.domains.entry(&models.domain).or_default();
        if let Some((first, other)) =
            domain.documents.first().filter(|(_, other)| other.owner != models.owner)
        {
            let message = format!(
                "the domain `{}` has two owners, `{}` and `{}`",
                models.domain, other.owner, models.owner
            );
            let finding = error(&link::DISAGREEING_OWNERS, root.key("owner"), message)
                .related(&At::root(first).key("owner").place(), Part::Value, "the other owner")
                .help("let one team answer for the domain, or move the types to a domain of their own");
            sink.report(finding);
        }
        domain.documents.push((document, models));
        let types = root.key("types");
        for (name, spec) in &models.types.0 {
            let at = types.key(name);
            names::check(Use::Type, name, at, Part::Key, sink);
            if let Some(first) = domain.types.get(name.as_str()) {
                let other = At::root(first.document);
                let message = format!(
                    "the type `{name}` of the domain `{}` is declared twice",
                    models.domain
                );
                sink.report(twice(
                    &link::DUPLICATE_TYPE,
                    at,
                    other.key("types").key(name),
                    Part::Key,
                    message,
                ));
                continue;
            }
            domain.types.insert(name, Definition { document, spec });
        }
    }

    fn add_events(&mut self, document: &'a Arc<str>, events: &'a spec::Events, sink: &mut Sink) {
        let root = At::root(document);
        names::check(Use::Domain, &events.domain, root.key("domain"), Part::Value, sink);
        names::check_line("owner", &events.owner, root.key("owner"), sink);
        let list = root.key("events");
        for (name, spec) in &events.events.0 {
            let at = list.key(name);
            names::check(Use::Event, name, at, Part::Key, sink);
            let Some(major) = check_version(&spec.version, at.key("version"), sink) else {
                self.unversioned.insert(name);
                continue;
            };
            let id = EventRef { domain: events.domain.clone(), name: name.clone(), major };
            if let Some(first) = self.events.get(&id) {
                let other = At::root(first.document);
                let message = format!("the event `{id}` is declared twice");
                sink.report(twice(
                    &link::DUPLICATE_EVENT,
                    at,
                    other.key("events").key(name),
                    Part::Key,
                    message,
                ));
                continue;
            }
            self.events.insert(id.clone(), Event { id, document, around: events, spec });
        }
        let named =
            events.events.0.keys().map(|name| Named { name, at: list.key(name), part: Part::Key });
        names::clashes("event", crate::rust_name::ty, named, sink);
    }

    fn add_contract(&mut self, mut contract: Contract<'a>, sink: &mut Sink) {
        let root = At::root(contract.document);
        let usage = if contract.service.is_some() { Use::Service } else { Use::Api };
        names::check(usage, &contract.id.name, root.key("name"), Part::Value, sink);
        names::check(Use::Domain, contract.domain, root.key("domain"), Part::Value, sink);
        match check_version(contract.version, root.key("version"), sink) {
            Some(major) => contract.id.major = major,
            None => {
                self.unversioned.insert(contract.name);
            }
        }
        if let Some(first) = self.contracts.get(&contract.id) {
            if contract.id.major > 0 {
                let message = format!("`{}` is declared twice", contract.id);
                let other = At::root(first.document);
                let finding = twice(
                    &link::DUPLICATE_CONTRACT,
                    root.key("name"),
                    other.key("name"),
                    Part::Value,
                    message,
                );
                sink.report(
                    finding.help("give one of them another name, or another major version"),
                );
            }
            return;
        }
        self.contracts.insert(contract.id.clone(), contract);
    }
}

impl<'a> Scope<'a> {
    /// The type that a name without a domain stands for: one of the document's own, or of its domain.
    pub fn find(&self, name: &str) -> Option<(TypeId, &'a spec::TypeDef)> {
        if let Some((name, spec)) = self.local.and_then(|local| local.0.get_key_value(name)) {
            return Some((TypeId { home: self.home.clone(), name: name.clone() }, spec));
        }
        self.find_in(self.domain, name)
    }

    /// The type of a domain.
    pub fn find_in(&self, domain: &str, name: &str) -> Option<(TypeId, &'a spec::TypeDef)> {
        let definition = self.index.domains.get(domain)?.types.get(name)?;
        Some((
            TypeId { home: Home::Domain(domain.to_owned()), name: name.to_owned() },
            definition.spec,
        ))
    }

    /// Every name that `find` knows.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        let local = self.local.into_iter().flat_map(|local| local.0.keys().map(String::as_str));
        let domain = self
            .index
            .domains
            .get(self.domain)
            .into_iter()
            .flat_map(|domain| domain.types.keys().copied());
        local.chain(domain)
    }
}

/// Reports types of one home that become one Rust type; those in another casing were reported for it.
pub fn clashing_types<'a>(types: impl Iterator<Item = (&'a str, &'a Arc<str>)>, sink: &mut Sink) {
    let mut taken: BTreeMap<String, (&str, &Arc<str>)> = BTreeMap::new();
    for (name, document) in types {
        if !names::is_pascal(name) {
            continue;
        }
        let spelling = crate::rust_name::ty(name);
        let Some((first, other)) = taken.get(&spelling) else {
            taken.insert(spelling, (name, document));
            continue;
        };
        let message = format!("the types `{first}` and `{name}` both become `{spelling}` in Rust");
        let at = At::root(document);
        let finding = error(&link::COLLIDING_NAMES, at.key("types").key(name), message)
            .at(Part::Key)
            .label(format!("becomes `{spelling}`"))
            .related(
                &At::root(other).key("types").key(first).place(),
                Part::Key,
                "the first is here",
            )
            .help(format!(
                "rename one of them so that they differ in {}",
                names::what_counts(first, name)
            ));
        sink.report(finding);
    }
}

fn twice(
    code: &'static Code,
    at: At<'_>,
    first: At<'_>,
    part: Part,
    message: String,
) -> Diagnostic {
    error(code, at, message).at(part.clone()).label("declared again here").related(
        &first.place(),
        part,
        "first declared here",
    )
}

fn check_version(version: &str, at: At<'_>, sink: &mut Sink) -> Option<u32> {
    match version::major(version) {
        Ok(major) => Some(major),
        Err(why) => {
            let whole = version.strip_prefix('v').unwrap_or(version);
            let better = [whole.to_owned(), format!("{whole}.0"), format!("{whole}.0.0")];
            let better = better.into_iter().find(|better| version::major(better).is_ok());
            let finding = error(
                &link::MALFORMED_VERSION,
                at,
                format!("the version `{}` {why}", version.escape_debug()),
            )
            .label("expected a semantic version such as `1.2.0`")
            .help("write three numbers, the first of them at least 1");
            sink.report(replace_with(finding, better));
            None
        }
    }
}

/// Files of a crate that a module of a domain would overwrite.
fn check_reserved_domain(domain: &str, at: At<'_>, sink: &mut Sink) {
    if matches!(domain, "lib" | "main") {
        let message = format!("a domain cannot be called `{domain}`");
        let label =
            format!("its module would be `src/{domain}.rs`, which Cargo gives another meaning");
        sink.report(error(&link::RESERVED_NAME, at, message).label(label));
    }
}
