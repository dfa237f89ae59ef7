//! Tags: what kind of fact an event is, and which domain it belongs to.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::emit::asyncapi::object::{object, text};
use crate::emit::openapi::paragraphs;
use crate::emit::text::class;
use crate::ir;

/// The tags of an event.
pub fn of(event: &ir::Event) -> Value {
    let keys = [class_key(event.class), domain_key(&event.id.domain)];
    keys.iter().map(|key| json!({ "$ref": format!("#/components/tags/{key}") })).collect()
}

/// The tags that some events refer to.
pub fn components(events: &[&ir::Event]) -> Value {
    let mut tags: BTreeMap<String, Value> = BTreeMap::new();
    let mut domains: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for event in events {
        let (name, what) = (format!("{} event", class(event.class)), meaning(event.class));
        tags.insert(
            class_key(event.class),
            object([("name", text(name)), ("description", text(what))]),
        );
        let about = domains.entry(&event.id.domain).or_default();
        if !about.contains(&&*event.about) {
            about.push(&event.about);
        }
    }
    for (domain, about) in domains {
        let description = text(paragraphs(about));
        let tag = object([("name", text(domain)), ("description", description)]);
        tags.insert(domain_key(domain), tag);
    }
    tags.into_iter().collect::<Map<String, Value>>().into()
}

fn class_key(of: ir::EventClass) -> String {
    format!("class.{}", class(of))
}

fn domain_key(domain: &str) -> String {
    format!("domain.{domain}")
}

fn meaning(class: ir::EventClass) -> &'static str {
    match class {
        ir::EventClass::Domain => "A business fact.",
        ir::EventClass::Integration => {
            "Keeps systems in step; a business process does not react to it."
        }
        ir::EventClass::Platform => "A fact about the platform itself.",
    }
}
