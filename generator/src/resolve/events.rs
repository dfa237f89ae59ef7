//! Events: their class and promises, their key, their data.

use crate::casing;
use crate::diag::codes::link;
use crate::diag::{Diagnostic, Part};
use crate::ir::{self, Classification, Compatibility, EventClass, EventRef, Field, TypeRef};
use crate::resolve::at::At;
use crate::resolve::durations;
use crate::resolve::fields::{self, Style};
use crate::resolve::index::{Event, Index};
use crate::resolve::linker::Linker;
use crate::resolve::origin;
use crate::resolve::policies;
use crate::resolve::sink::{Sink, error, quoted};
use crate::resolve::table::Base;
use crate::resolve::version;
use crate::spec::Kind;
use crate::suggest;

static CLASSES: &[(&str, EventClass)] = &[
    ("domain", EventClass::Domain),
    ("integration", EventClass::Integration),
    ("platform", EventClass::Platform),
];

static COMPATIBILITIES: &[(&str, Compatibility)] = &[
    ("none", Compatibility::None),
    ("backward", Compatibility::Backward),
    ("backward-transitive", Compatibility::BackwardTransitive),
    ("forward", Compatibility::Forward),
    ("forward-transitive", Compatibility::ForwardTransitive),
    ("full", Compatibility::Full),
    ("full-transitive", Compatibility::FullTransitive),
];

/// Links an event; `problems` says who the platform is.
pub fn link(linker: &Linker<'_>, event: &Event<'_>, problems: &str, sink: &mut Sink) -> ir::Event {
    let spec = event.spec;
    let root = At::root(event.document);
    let around = root.key("events");
    let at = around.key(&event.id.name);
    let data_at = at.key("data");
    let data = fields::link(linker.scope, &spec.data, Style::House, data_at, sink);
    linker.check_fields(&spec.data, &data, data_at, sink);
    if let Some(key) = &spec.key {
        check_key(linker, key, &data, at.key("key"), sink);
    }
    let examples_at = at.key("examples");
    for (index, example) in spec.examples.iter().flatten().enumerate() {
        linker.checker().check_object(
            example,
            &data,
            &event.id.name,
            examples_at.item(index),
            sink,
        );
    }
    let class = policies::word(&spec.class, CLASSES);
    let compatibility = spec
        .compatibility
        .as_ref()
        .map_or(Compatibility::FullTransitive, |text| policies::word(text, COMPATIBILITIES));
    let EventRef { domain, name, major } = &event.id;
    ir::Event {
        id: event.id.clone(),
        version: spec.version.clone(),
        owner: event.around.owner.clone(),
        class,
        topic: format!("{domain}.{}.v{major}", casing::kebab(name)),
        ty: format!("{}.{domain}.{name}.v{major}", origin::reversed(problems)),
        schema_uri: format!("{}/schemas/{domain}/{name}/{}", origin::of(problems), spec.version),
        key: spec.key.clone(),
        compatibility,
        retention: spec
            .retention
            .as_ref()
            .and_then(|text| durations::link(text, at.key("retention"), sink)),
        data,
        docs: fields::docs(Some(&spec.description), spec.deprecated.as_ref(), spec.meta.as_ref()),
        examples: spec.examples.iter().flatten().map(fields::value).collect(),
        about: event.around.description.clone().unwrap_or_default(),
        place: at.place(),
    }
}

/// A key orders and partitions: it is always there, one piece of text, and may stand in logs.
fn check_key(linker: &Linker<'_>, key: &str, data: &[Field], at: At<'_>, sink: &mut Sink) {
    let Some(field) = data.iter().find(|field| field.name == key) else {
        let finding = error(
            &link::UNSUITABLE_KEY,
            at,
            format!("the data has no field `{}`", key.escape_debug()),
        );
        let known = data.iter().map(|field| field.name.as_str());
        sink.report(match suggest::nearest(key, known.clone()) {
            Some(near) => finding.label(format!("did you mean `{near}`?")).replace(near),
            None => finding.help(format!("name one of {}", quoted(known))),
        });
        return;
    };
    let classification = match named_classification(linker, &field.ty) {
        Some(named) if field.classification == Classification::Internal => named,
        _ => field.classification,
    };
    let why = match classification {
        _ if !field.required => "it may be absent",
        _ if matches!(field.ty, TypeRef::Nullable(_)) => "it may be null",
        _ if linker.table.base(&field.ty).is_some_and(|base| !Base::is_scalar(base)) => {
            "it is not a single value"
        }
        Classification::Personal => "it is personal, and keys are seen by whoever runs the bus",
        Classification::Payment => {
            "it is part of a payment, and keys are seen by whoever runs the bus"
        }
        Classification::Secret => "it is secret, and keys are seen by whoever runs the bus",
        Classification::Public | Classification::Internal => return,
    };
    let finding = error(&link::UNSUITABLE_KEY, at, format!("the field `{key}` cannot be the key"))
        .label(why)
        .related(&field.place, Part::Key, "the field")
        .help("name a required, single, unclassified field, such as an id");
    sink.report(finding);
}

/// How sensitive a newtype says its values are.
fn named_classification(linker: &Linker<'_>, ty: &TypeRef) -> Option<Classification> {
    let TypeRef::Named(id) = ty else { return None };
    match &linker.table.find(id)?.shape {
        ir::Shape::Newtype { classification, .. } => Some(*classification),
        _ => None,
    }
}

/// Links `OrderCreated@1` or `order.OrderCreated@1`; `None` when it was reported, or may be in an unread document.
pub fn link_reference(
    index: &Index<'_>,
    domain: &str,
    text: &str,
    at: At<'_>,
    part: &Part,
    sink: &mut Sink,
) -> Option<EventRef> {
    let malformed = |why: &str| {
        error(&link::MALFORMED_REFERENCE, at, format!("`{}` {why}", text.escape_debug()))
            .at(part.clone())
            .help(
                "write the event and its major version: `OrderCreated@1` or `order.OrderCreated@1`",
            )
    };
    let (path, major) = match version::reference(text) {
        Ok(parts) => parts,
        Err(why) => {
            sink.report(malformed(why));
            return None;
        }
    };
    let (home, name) = path.split_once('.').unwrap_or((domain, path));
    let Some(major) = major else {
        let newest =
            index.events.keys().filter(|event| event.domain == home && event.name == name).max();
        sink.report(match newest {
            Some(newest) => malformed("has no major version")
                .label("which one?")
                .replace(format!("{text}@{}", newest.major)),
            None => malformed("has no major version"),
        });
        return None;
    };
    let id = EventRef { domain: home.to_owned(), name: name.to_owned(), major };
    if index.events.contains_key(&id) {
        return Some(id);
    }
    if !index.may_hide(&[Kind::Events]) && !index.is_unversioned(name) {
        sink.report(unknown(index, domain, &id, at, part));
    }
    None
}

fn unknown(index: &Index<'_>, domain: &str, id: &EventRef, at: At<'_>, part: &Part) -> Diagnostic {
    let finding =
        error(&link::UNKNOWN_EVENT, at, format!("there is no event `{id}`")).at(part.clone());
    let is_short = id.domain == domain && *part == Part::Value;
    let shown = |event: &EventRef| {
        if is_short && event.domain == domain {
            format!("{}@{}", event.name, event.major)
        } else {
            event.to_string()
        }
    };
    let same_name = |event: &&EventRef| event.name == id.name;
    let near = index
        .events
        .keys()
        .filter(same_name)
        .max_by_key(|event| (event.domain == id.domain, event.major))
        .or_else(|| {
            let names = index
                .events
                .keys()
                .filter(|event| event.domain == id.domain)
                .map(|event| event.name.as_str());
            let name = suggest::nearest(&id.name, names)?;
            index.events.keys().find(|event| event.domain == id.domain && event.name == name)
        });
    match near {
        Some(near) => {
            finding.label(format!("did you mean `{}`?", shown(near))).replace(shown(near))
        }
        None => finding.label("declared nowhere").help(format!(
            "declare it in a document of kind `Events` with `domain: {}`",
            id.domain
        )),
    }
}
