//! What the crate of a domain's events consists of.

use std::collections::BTreeSet;

use super::subject::Subject;
use super::{event, names, readme};
use crate::emit::file_tree::FileTree;
use crate::emit::openapi;
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::text::cell;
use crate::ir::{Event, Platform};

/// Every file of the crate of one domain's events.
pub fn events_crate(platform: &Platform, domain: &str) -> FileTree {
    let subject = Subject::new(platform, domain);
    let mut tree = FileTree::default();
    let mut crates = BTreeSet::new();
    for event in &subject.events {
        let file = event::file(&subject, event);
        crates.extend(file.crates().iter().cloned());
        tree.add(format!("src/{}.rs", names::module(platform, event)), file.print());
        tree.add(names::schema(event), openapi::event_schema(platform, event));
    }
    tree.add("src/lib.rs", root(&subject).print());
    tree.add("Cargo.toml", readme::manifest(&subject, &crates));
    tree.add("README.md", readme::readme(&subject));
    tree
}

/// `lib.rs`: what the crate is, its events, and how they are used.
fn root(subject: &Subject<'_>) -> File {
    let mut file = File::new(&subject.spec(), about(subject));
    let mut events: Vec<(String, String)> = subject
        .events
        .iter()
        .map(|event| (names::module(subject.platform, event), names::ty(event)))
        .collect();
    events.sort();
    let modules: Vec<String> =
        events.iter().map(|(module, _)| format!("mod {module};\n")).collect();
    let exports: Vec<String> =
        events.iter().map(|(module, ty)| format!("pub use {module}::{ty};\n")).collect();
    file.text(modules.concat());
    file.text(exports.concat());
    file
}

fn about(subject: &Subject<'_>) -> Vec<String> {
    let mut lines = docs::lines(&subject.summary());
    let about = docs::lines(&docs::sentence(&subject.about()));
    if !about.is_empty() {
        lines.push(String::new());
        lines.extend(about);
    }
    lines.extend([
        String::new(),
        String::from("| event | topic | key | what happened |"),
        String::from("| --- | --- | --- | --- |"),
    ]);
    lines.extend(subject.events.iter().map(|event| row(event)));
    lines.extend([
        String::new(),
        String::from(
            "[`Envelope::of`](tiebeam::event::Envelope::of) makes an envelope of an event,",
        ),
        String::from("[`Envelope::read`](tiebeam::event::Envelope::read) gets it back."),
    ]);
    lines
}

fn row(event: &Event) -> String {
    let what = cell(&docs::lines(&docs::sentence(&event.docs.description)).join(" "));
    let key = event.key.as_ref().map(|key| format!("`{key}`")).unwrap_or_default();
    format!("| [`{}`] | `{}` | {key} | {what} |", names::ty(event), event.topic)
}
