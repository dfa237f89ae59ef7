//! Contracts: an API, or the synchronous side of a service, as one element of the IR.

use std::collections::BTreeMap;

use crate::casing;
use crate::diag::Part;
use crate::diag::codes::link;
use crate::ir::{Api, Contact, Dependency, Duration, RateLimit, Retry, Tier};
use crate::resolve::at::At;
use crate::resolve::contract::Contract;
use crate::resolve::durations;
use crate::resolve::errors;
use crate::resolve::fields;
use crate::resolve::formats;
use crate::resolve::index::Index;
use crate::resolve::lifecycle;
use crate::resolve::linker::Linker;
use crate::resolve::names::{self, Named, Use};
use crate::resolve::operations::{self, Shared};
use crate::resolve::policies;
use crate::resolve::sink::{Sink, error};
use crate::resolve::tiers;
use crate::rust_name;
use crate::spec;

/// Policies of operations that have none of their own.
#[derive(Debug, Default)]
pub struct Defaults {
    /// How long an answer may take.
    pub timeout: Option<Duration>,
    /// How clients try again.
    pub retry: Option<Retry>,
    /// How many requests are let through.
    pub rate_limit: Option<RateLimit>,
    /// Scopes a caller needs.
    pub scopes: Vec<String>,
}

/// Links a contract, all but its local types.
pub fn link(linker: &Linker<'_>, contract: &Contract<'_>, problems: &str, sink: &mut Sink) -> Api {
    let root = At::root(contract.document);
    check_channel(contract, root, sink);
    names::check_line("owner", contract.owner, root.key("owner"), sink);
    if let Some(text) = contract.contact {
        names::check_line("contact", text, root.key("contact"), sink);
    }
    if let Some(text) = contract.channel {
        names::check_line("channel", text, root.key("channel"), sink);
    }
    let uses = link_uses(linker.index, contract, root, sink);
    let deprecation = contract.deprecated.and_then(|lifecycle| {
        lifecycle::link(linker.index, &contract.id, lifecycle, root.key("deprecated"), sink)
    });
    let defaults = link_defaults(contract.defaults, root.key("defaults"), sink);
    let errors = errors::link_declared(linker, contract, problems, root, sink);
    let shared = Shared {
        contract,
        defaults: &defaults,
        errors: &errors,
        deprecation: deprecation.as_ref(),
    };
    let operations = operations::link(linker, shared, root, sink);
    Api {
        id: contract.id.clone(),
        title: title(contract, root, sink),
        tier: contract.tier,
        version: contract.version.to_owned(),
        domain: contract.domain.to_owned(),
        owner: contract.owner.to_owned(),
        contact: contract.contact.map(|text| contact(text)),
        channel: contract.channel.cloned(),
        docs: fields::docs(Some(contract.description), None, contract.meta),
        uses,
        errors: errors.into_used(&operations, problems, root),
        operations,
        types: Vec::new(),
        deprecation,
        place: root.place(),
    }
}

/// What kind of contact a text is.
fn contact(text: &str) -> Contact {
    if formats::is_email(text) {
        Contact::Email(text.to_owned())
    } else if formats::is_uri(text) {
        Contact::Uri(text.to_owned())
    } else {
        Contact::Words(text.to_owned())
    }
}

/// The title as written, or the words of the name: `Order Process API`, `Order Service`.
fn title(contract: &Contract<'_>, root: At<'_>, sink: &mut Sink) -> String {
    if let Some(title) = contract.title {
        names::check(Use::Title, title, root.key("title"), Part::Value, sink);
        return title.clone();
    }
    let words: Vec<String> = contract.name.split('-').map(casing::pascal).collect();
    let kind = if contract.tier == Tier::Service { "Service" } else { "API" };
    let words = match words.as_slice() {
        [first @ .., last] if last.eq_ignore_ascii_case(kind) => first,
        all => all,
    };
    [words, &[kind.to_owned()]].concat().join(" ")
}

fn check_channel(contract: &Contract<'_>, root: At<'_>, sink: &mut Sink) {
    if contract.channel.is_some() && contract.tier != Tier::Experience {
        let finding = error(
            &link::MISPLACED_CHANNEL,
            root.key("channel"),
            "only an experience API serves a channel",
        )
        .at(Part::Key)
        .related(&root.key("tier").place(), Part::Value, "the tier")
        .help("remove `channel`");
        sink.report(finding);
    }
}

/// Modules, and crates in scope, that the alias of a dependency would hide in a generated crate. Sorted.
static TAKEN: &[&str] = &[
    "alloc",
    "client",
    "contract",
    "core",
    "errors",
    "meta",
    "operations",
    "router",
    "serde",
    "server",
    "std",
    "stub",
    "tiebeam",
    "types",
];

/// The same in the crates of services.
static TAKEN_BY_SERVICES: &[&str] = &["consumers", "logic", "service", "subscriptions"];

fn link_uses(
    index: &Index<'_>,
    contract: &Contract<'_>,
    root: At<'_>,
    sink: &mut Sink,
) -> BTreeMap<String, Dependency> {
    let around = root.key("uses");
    let mut uses = BTreeMap::new();
    for (alias, text) in contract.uses.iter().flat_map(|map| &map.0) {
        let at = around.key(alias);
        if names::check(Use::Alias, alias, at, Part::Key, sink) {
            check_alias(contract, alias, at, sink);
        }
        let Some(target) = lifecycle::contract(index, text, at, sink) else { continue };
        let Some(called) = index.contracts.get(&target) else { continue };
        if tiers::check(contract, called, at, sink) {
            uses.insert(alias.clone(), Dependency { target, tier: called.tier, place: at.place() });
        }
    }
    let aliases = contract.uses.iter().flat_map(|map| map.0.keys());
    let named = aliases.map(|name| Named { name, at: around.key(name), part: Part::Key });
    names::clashes("alias", rust_name::value, named, sink);
    uses
}

fn check_alias(contract: &Contract<'_>, alias: &str, at: At<'_>, sink: &mut Sink) {
    let spelling = casing::snake(alias);
    let is_of_services = || TAKEN_BY_SERVICES.contains(&&*spelling);
    let why = if casing::is_keyword(&spelling) {
        "a keyword of Rust"
    } else if TAKEN.binary_search(&spelling.as_str()).is_ok() {
        "a name that every generated crate uses itself"
    } else if contract.service.is_some() && is_of_services() {
        "a name that the crate of every service uses itself"
    } else {
        return;
    };
    let finding = error(&link::RESERVED_NAME, at, format!("an alias cannot be called `{alias}`"))
        .at(Part::Key);
    sink.report(finding.label(why).help("choose another alias, for example a noun in the plural"));
}

fn link_defaults(spec: Option<&spec::Defaults>, at: At<'_>, sink: &mut Sink) -> Defaults {
    let Some(spec) = spec else { return Defaults::default() };
    let scopes = spec.scopes.clone().unwrap_or_default();
    policies::check_scopes(&scopes, at.key("scopes"), sink);
    Defaults {
        timeout: spec
            .timeout
            .as_ref()
            .and_then(|text| durations::link(text, at.key("timeout"), sink)),
        retry: spec.retry.as_ref().map(|retry| policies::retry(retry, at.key("retry"), sink)),
        rate_limit: spec
            .rate_limit
            .as_ref()
            .and_then(|limit| policies::rate_limit(limit, at.key("rateLimit"), sink)),
        scopes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taken_names_are_sorted() {
        assert!(TAKEN.is_sorted());
    }
}
