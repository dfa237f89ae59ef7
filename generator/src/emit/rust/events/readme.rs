//! What stands beside the sources: the manifest and the README.

use std::collections::BTreeSet;

use askama::Template;

use super::names;
use super::subject::Subject;
use crate::casing;
use crate::emit::rust::manifest::{Dependency, Manifest};
use crate::emit::rust::name;
use crate::emit::text::{class, compatibility, duration, filters};
use crate::ir::Event;

/// The manifest: the crate depends on what its files name.
pub fn manifest(subject: &Subject<'_>, crates: &BTreeSet<String>) -> String {
    let models = name::models_package(subject.platform);
    let dependencies = crates.iter().filter_map(|krate| match krate.as_str() {
        "serde" | "tiebeam" => Some(Dependency::workspace(krate)),
        library if library == name::library(&models) => {
            Some(Dependency::path(&models, "../../models"))
        }
        _ => None,
    });
    let manifest = Manifest {
        spec: subject.spec(),
        name: name::events_package(subject.platform, subject.domain),
        description: subject.summary(),
        version: None,
        dependencies: dependencies.collect(),
    };
    manifest.print()
}

#[derive(Template)]
#[template(path = "events/README.md", escape = "none")]
struct Readme<'a> {
    spec: String,
    title: String,
    about: String,
    summary: String,
    library: String,
    example: String,
    events: Vec<EventRow<'a>>,
}

struct EventRow<'a> {
    name: String,
    version: &'a str,
    topic: &'a str,
    key: Option<&'a str>,
    class: &'static str,
    kept: String,
    what: &'a str,
    ty: &'a str,
    schema: String,
    promise: &'static str,
}

/// The README: which events there are, and how they travel.
pub fn readme(subject: &Subject<'_>) -> String {
    let package = name::events_package(subject.platform, subject.domain);
    let readme = Readme {
        spec: subject.spec(),
        title: casing::sentence(&package),
        about: subject.about(),
        summary: subject.summary(),
        library: name::library(&package),
        example: subject.events.first().map(|event| names::ty(event)).unwrap_or_default(),
        events: subject.events.iter().map(|event| row(event)).collect(),
    };
    readme.render().expect("a README is made of strings, which can always be formatted") + "\n"
}

fn row(event: &Event) -> EventRow<'_> {
    EventRow {
        name: names::ty(event),
        version: &event.version,
        topic: &event.topic,
        key: event.key.as_deref(),
        class: class(event.class),
        kept: event.retention.map(duration).unwrap_or_default(),
        what: &event.docs.description,
        ty: &event.ty,
        schema: names::schema(event),
        promise: compatibility(event.compatibility),
    }
}
