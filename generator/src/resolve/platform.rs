//! The platform's own document: exactly one.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::codes::link;
use crate::diag::{Diagnostic, Part};
use crate::ir::{self, Place};
use crate::resolve::at::At;
use crate::resolve::durations;
use crate::resolve::fields;
use crate::resolve::formats;
use crate::resolve::index::Index;
use crate::resolve::names::{self, Named, Use};
use crate::resolve::sink::{Sink, error};
use crate::spec::{self, Kind};

/// Links the platform, still without its contents; `None` when there is none.
pub fn link(index: &Index<'_>, specs: &spec::Specs, sink: &mut Sink) -> Option<ir::Platform> {
    let Some(((document, spec), others)) = index.platforms.split_first() else {
        if !index.may_hide(&[Kind::Platform]) {
            sink.report(missing(specs));
        }
        return None;
    };
    for (other, _) in others {
        let at = At::root(other);
        let finding =
            error(&link::SEVERAL_PLATFORMS, at.key("kind"), "there is more than one platform")
                .related(&At::root(document).key("kind").place(), Part::Value, "the first is here")
                .help("keep one document of kind `Platform`");
        sink.report(finding);
    }
    Some(link_one(document, spec, sink))
}

fn missing(specs: &spec::Specs) -> Diagnostic {
    let place = match specs.documents.iter().min_by_key(|(document, _)| document) {
        Some((document, _)) => Place { document: document.clone(), pointer: "/kind".to_owned() },
        None => Place { document: Arc::from("specs"), pointer: String::new() },
    };
    Diagnostic::error(&link::MISSING_PLATFORM, &place, "no document describes the platform").help(
        "add `platform.yaml` with `kind: Platform`, `name:`, `problems:` and `generate: { into: … }`",
    )
}

fn link_one(document: &Arc<str>, spec: &spec::Platform, sink: &mut Sink) -> ir::Platform {
    let root = At::root(document);
    names::check(Use::Platform, &spec.name, root.key("name"), Part::Value, sink);
    check_problems(&spec.problems, root.key("problems"), sink);
    check_into(&spec.generate.into, root.key("generate").key("into"), sink);
    let prefix = spec.generate.crates.as_ref().and_then(|crates| crates.prefix.as_ref());
    if let Some(prefix) = prefix {
        names::check(
            Use::Prefix,
            prefix,
            root.key("generate").key("crates").key("prefix"),
            Part::Value,
            sink,
        );
    }
    let regions = check_regions(spec, root, sink);
    check_settings(spec, root, sink);
    ir::Platform {
        name: spec.name.clone(),
        docs: fields::docs(spec.description.as_deref(), None, spec.meta.as_ref()),
        crate_prefix: prefix.unwrap_or(&spec.name).clone(),
        problems: spec.problems.clone(),
        regions,
        nats: spec.bus.as_ref().and_then(|bus| bus.nats.as_ref()).map(nats),
        domains: BTreeMap::new(),
        apis: BTreeMap::new(),
        services: BTreeMap::new(),
        events: BTreeMap::new(),
        place: root.place(),
    }
}

/// One copy of a stream where nobody asked for more.
fn nats(spec: &spec::Nats) -> ir::Nats {
    ir::Nats { replicas: spec.replicas.unwrap_or(1) }
}

fn check_problems(text: &str, at: At<'_>, sink: &mut Sink) {
    let finding = |message: &str| error(&link::UNSUITABLE_PROBLEMS, at, message);
    let host = text
        .strip_prefix("https://")
        .map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    if !formats::is_uri(text) || host.is_none_or(str::is_empty) || text.contains(['?', '#']) {
        let found = finding("the base of problem types must be an absolute `https` URI");
        sink.report(
            found.help("write a URI that you own, for example `https://acme.example/problems/`"),
        );
    } else if !text.ends_with('/') {
        let found = finding("the base of problem types must end with `/`")
            .label("a name is appended to it");
        sink.report(found.replace(format!("{text}/")));
    }
}

fn check_into(text: &str, at: At<'_>, sink: &mut Sink) {
    let drive = text.as_bytes().get(1) == Some(&b':');
    let problem = if text.trim().is_empty() {
        "the directory of the generated crates is empty"
    } else if text.starts_with(['/', '\\', '~']) || drive {
        "the directory of the generated crates must be relative"
    } else if text.contains('\\') || text.chars().any(char::is_control) {
        "the directory of the generated crates must be written with `/` between its parts"
    } else if text.split('/').all(|part| matches!(part, "" | "." | "..")) {
        "the directory of the generated crates must have a name of its own"
    } else {
        return;
    };
    let finding = error(&link::UNSUITABLE_DIRECTORY, at, problem);
    sink.report(
        finding.help("write a path relative to the directory of the specs: `../generated`"),
    );
}

fn check_regions(spec: &spec::Platform, root: At<'_>, sink: &mut Sink) -> Vec<String> {
    let around = root.key("regions");
    let keys = || spec.regions.iter().flat_map(|map| map.0.keys());
    for name in keys() {
        names::check(Use::Region, name, around.key(name), Part::Key, sink);
    }
    let named = keys().map(|name| Named { name, at: around.key(name), part: Part::Key });
    names::clashes("region", crate::casing::kebab, named, sink);
    let mut regions: Vec<String> = keys().cloned().collect();
    regions.sort();
    regions
}

/// What later parts of the platform will act on, checked now; its words were checked when they were read.
fn check_settings(spec: &spec::Platform, root: At<'_>, sink: &mut Sink) {
    let nats = spec.bus.as_ref().and_then(|bus| bus.nats.as_ref());
    if let Some(replicas) =
        nats.and_then(|nats| nats.replicas).filter(|replicas| !(1..=5).contains(replicas))
    {
        let at = root.key("bus");
        let nats = at.key("nats");
        let finding = error(
            &link::UNSUITABLE_POLICY,
            nats.key("replicas"),
            format!("expected 1 to 5 replicas, found {replicas}"),
        );
        sink.report(finding.help("an odd number keeps a majority when one server is lost"));
    }
    if let Some(governance) = &spec.governance {
        let at = root.key("governance");
        governance
            .deprecation_notice
            .as_ref()
            .map(|text| durations::link(text, at.key("deprecationNotice"), sink));
        if governance.active_versions == Some(0) {
            let finding = error(
                &link::UNSUITABLE_POLICY,
                at.key("activeVersions"),
                "at least one major version must be active",
            );
            sink.report(finding);
        }
    }
}
