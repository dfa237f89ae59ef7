//! The three steps of linking, and the platform made of their results.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use rayon::prelude::*;

use crate::diag::{Diagnostic, Part, Severity};
use crate::ir::{self, Api, ApiId, Home, Tier, Type};
use crate::resolve::at::At;
use crate::resolve::collisions;
use crate::resolve::contract::Contract;
use crate::resolve::contracts;
use crate::resolve::cycles;
use crate::resolve::events;
use crate::resolve::fields::{self, Style};
use crate::resolve::index::{self, Definition, Domain, Event, Index, Scope};
use crate::resolve::linker::Linker;
use crate::resolve::names::{self, Use};
use crate::resolve::patterns::Patterns;
use crate::resolve::platform;
use crate::resolve::services;
use crate::resolve::sink::Sink;
use crate::resolve::table::Table;
use crate::resolve::tiers;
use crate::resolve::types;
use crate::spec::{self, Specs};

/// Links all documents.
pub fn assemble(specs: &Specs) -> (Option<ir::Platform>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let index = index::build(specs, &mut sink);
    let platform = platform::link(&index, specs, &mut sink);
    let mut table = link_types(&index, &mut sink);
    cycles::check(&mut table, &mut sink);
    let patterns = Patterns::default();
    let problems = platform.as_ref().map(|platform| platform.problems.clone()).unwrap_or_default();
    let contents = link_contents(&index, &table, &patterns, &problems, &mut sink);
    tiers::check_cycles(contents.contracts(), &mut sink);
    services::check_publishers(&index, &mut sink);
    collisions::check_events(&index, &mut sink);
    collisions::check_patches(&table, std::mem::take(&mut sink.patched), &mut sink);
    let readable = specs.failed.is_empty()
        && specs.findings.iter().all(|finding| finding.severity != Severity::Error);
    let platform = platform.filter(|_| readable && sink.is_clean());
    let mut findings = sink.findings;
    findings.sort_by(|left, right| left.place.document.cmp(&right.place.document));
    (platform.map(|platform| fill(platform, &index, table, contents)), findings)
}

/// The types of one home, linked.
type Linked = (Home, Vec<(String, Type)>, Sink);

fn link_types(index: &Index<'_>, sink: &mut Sink) -> Table {
    let domains: Vec<(&&str, &Domain<'_>)> = index.domains.iter().collect();
    let contracts: Vec<&Contract<'_>> = index.contracts.values().collect();
    let mut linked: Vec<Linked> =
        domains.into_par_iter().map(|(name, domain)| link_domain(index, name, domain)).collect();
    linked.par_extend(contracts.into_par_iter().map(|contract| link_local(index, contract)));
    let mut table = Table::default();
    for (home, types, found) in linked {
        sink.absorb(found);
        match home {
            Home::Domain(domain) => {
                table.domains.insert(domain, types.into_iter().collect());
            }
            Home::Api(api) => {
                table.locals.insert(api, types.into_iter().collect::<IndexMap<_, _>>());
            }
        }
    }
    table
}

fn link_domain(index: &Index<'_>, name: &str, domain: &Domain<'_>) -> Linked {
    let mut sink = Sink::default();
    let scope = Scope { domain: name, ..index.domain_scope(name) };
    let mut types = Vec::with_capacity(domain.types.len());
    for (name, Definition { document, spec }) in &domain.types {
        let root = At::root(document);
        let around = root.key("types");
        let ty = types::link(&scope, name, spec, Style::House, around.key(name), &mut sink);
        types.extend(ty.map(|ty| ((*name).to_owned(), ty)));
    }
    (scope.home, types, sink)
}

fn link_local(index: &Index<'_>, contract: &Contract<'_>) -> Linked {
    let mut sink = Sink::default();
    collisions::check_roots(contract, &mut sink);
    let scope = index.scope(contract);
    let root = At::root(contract.document);
    let around = root.key("types");
    let mut types = Vec::new();
    for (name, spec) in contract.types.iter().flat_map(|map| &map.0) {
        let at = around.key(name);
        names::check(Use::Type, name, at, Part::Key, &mut sink);
        types.extend(
            types::link(&scope, name, spec, style(contract), at, &mut sink)
                .map(|ty| (name.clone(), ty)),
        );
    }
    let names = contract.types.iter().flat_map(|map| map.0.keys());
    index::clashing_types(names.map(|name| (name.as_str(), contract.document)), &mut sink);
    (scope.home, types, sink)
}

/// A system API may speak of the ugly shapes behind it.
fn style(contract: &Contract<'_>) -> Style {
    match contract.tier {
        Tier::System => Style::Foreign,
        Tier::Experience | Tier::Process | Tier::Service => Style::House,
    }
}

/// What stands on types.
#[derive(Default)]
struct Contents {
    apis: BTreeMap<ApiId, Api>,
    services: BTreeMap<ApiId, ir::Service>,
    events: BTreeMap<ir::EventRef, ir::Event>,
}

impl Contents {
    fn contracts(&self) -> impl Iterator<Item = &Api> {
        self.apis.values().chain(self.services.values().map(|service| &service.contract))
    }
}

/// One linked piece.
enum Piece {
    Models,
    Event(ir::Event),
    Api(Api),
    Service(ir::Service),
}

/// One piece to link.
enum Work<'a> {
    Models(&'a str, &'a Domain<'a>),
    Event(&'a Event<'a>),
    Contract(&'a Contract<'a>),
}

fn link_contents(
    index: &Index<'_>,
    table: &Table,
    patterns: &Patterns,
    problems: &str,
    sink: &mut Sink,
) -> Contents {
    let models = index.domains.iter().map(|(name, domain)| Work::Models(name, domain));
    let events = index.events.values().map(Work::Event);
    let contracts = index.contracts.values().map(Work::Contract);
    let work: Vec<Work<'_>> = models.chain(events).chain(contracts).collect();
    let pieces: Vec<(Piece, Sink)> = work
        .into_par_iter()
        .map(|work| {
            let mut sink = Sink::default();
            let piece = match work {
                Work::Models(name, domain) => {
                    check_models(index, table, patterns, (name, domain), &mut sink);
                    Piece::Models
                }
                Work::Event(event) => {
                    let scope = index.domain_scope(&event.around.domain);
                    let linker =
                        Linker { index, table, patterns, scope: &scope, style: Style::House };
                    Piece::Event(events::link(&linker, event, problems, &mut sink))
                }
                Work::Contract(contract) => {
                    link_contract(index, table, patterns, (contract, problems), &mut sink)
                }
            };
            (piece, sink)
        })
        .collect();
    let mut contents = Contents::default();
    for (piece, found) in pieces {
        sink.absorb(found);
        match piece {
            Piece::Models => {}
            Piece::Event(event) => {
                contents.events.insert(event.id.clone(), event);
            }
            Piece::Api(api) => {
                contents.apis.insert(api.id.clone(), api);
            }
            Piece::Service(service) => {
                contents.services.insert(service.contract.id.clone(), service);
            }
        }
    }
    contents
}

fn check_models(
    index: &Index<'_>,
    table: &Table,
    patterns: &Patterns,
    (name, domain): (&str, &Domain<'_>),
    sink: &mut Sink,
) {
    let scope = index.domain_scope(name);
    let linker = Linker { index, table, patterns, scope: &scope, style: Style::House };
    let types = table.domains.get(name);
    for (name, Definition { document, spec }) in &domain.types {
        let Some(ty) = types.and_then(|types| types.get(*name)) else { continue };
        let root = At::root(document);
        let around = root.key("types");
        linker.check_type(spec, ty, around.key(name), sink);
    }
}

fn link_contract(
    index: &Index<'_>,
    table: &Table,
    patterns: &Patterns,
    (contract, problems): (&Contract<'_>, &str),
    sink: &mut Sink,
) -> Piece {
    let scope = index.scope(contract);
    let linker = Linker { index, table, patterns, scope: &scope, style: style(contract) };
    let root = At::root(contract.document);
    let around = root.key("types");
    let types = table.locals.get(&contract.id);
    for (name, spec) in contract.types.iter().flat_map(|map| &map.0) {
        if let Some(ty) = types.and_then(|types| types.get(name)) {
            linker.check_type(spec, ty, around.key(name), sink);
        }
    }
    let api = contracts::link(&linker, contract, problems, sink);
    if let Some(service) = contract.service {
        return Piece::Service(services::link(index, contract, api, service, sink));
    }
    services::check_no_emits(contract, sink);
    Piece::Api(api)
}

/// Puts everything into the platform.
fn fill(
    mut platform: ir::Platform,
    index: &Index<'_>,
    mut table: Table,
    contents: Contents,
) -> ir::Platform {
    for (name, domain) in &index.domains {
        let types = table.domains.remove(*name).unwrap_or_default();
        platform.domains.insert((*name).to_owned(), fill_domain(domain, types));
    }
    platform.apis = contents.apis;
    platform.services = contents.services;
    platform.events = contents.events;
    let services = platform.services.values_mut().map(|service| &mut service.contract);
    for api in platform.apis.values_mut().chain(services) {
        api.types = table.locals.remove(&api.id).unwrap_or_default().into_values().collect();
    }
    platform
}

fn fill_domain(domain: &Domain<'_>, types: BTreeMap<String, Type>) -> ir::Domain {
    let documents = || domain.documents.iter().map(|(_, models)| *models);
    let description = documents().find_map(|models| models.description.as_deref());
    let mut docs = fields::docs(description, None, None);
    for models in documents() {
        let more = fields::docs(None, None, models.meta.as_ref()).meta;
        docs.meta.extend(more);
    }
    ir::Domain {
        owner: documents()
            .next()
            .map(|models: &spec::Models| models.owner.clone())
            .unwrap_or_default(),
        docs,
        types,
        places: domain.documents.iter().map(|(document, _)| At::root(document).place()).collect(),
    }
}
