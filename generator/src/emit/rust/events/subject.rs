//! What all files of the crate of a domain's events share.

use crate::emit::rust::specs;
use crate::emit::rust::types::Scope;
use crate::ir::{Event, Platform};

/// The events of a domain on their way to becoming a crate.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The platform they are part of.
    pub platform: &'a Platform,
    /// The domain.
    pub domain: &'a str,
    /// The events, by name and major version.
    pub events: Vec<&'a Event>,
    /// The types that the crate may name.
    pub scope: Scope<'a>,
}

impl<'a> Subject<'a> {
    /// The events of a domain.
    pub fn new(platform: &'a Platform, domain: &'a str) -> Self {
        let events = platform.events_of(domain).collect();
        Self { platform, domain, events, scope: Scope::events(platform) }
    }

    /// The spec that the files refer to which belong to no event of their own.
    pub fn spec(&self) -> String {
        specs::together(self.events.iter().map(|event| &*event.place.document))
    }

    /// What the crate is, in a sentence.
    pub fn summary(&self) -> String {
        format!("The events of the {} domain, owned by {}.", self.domain, self.owners())
    }

    /// What the documents say that their events are about, in Markdown.
    pub fn about(&self) -> String {
        self.distinct(|event| event.about.trim()).join("\n\n")
    }

    /// The teams that answer for the events.
    fn owners(&self) -> String {
        self.distinct(|event| &event.owner).join(" and ")
    }

    /// What is said of events, each once, in the order of their documents.
    fn distinct<'t>(&'t self, text: impl Fn(&'t Event) -> &'t str) -> Vec<&'t str> {
        let mut events = self.events.clone();
        events.sort_by_key(|event| &event.place.document);
        let mut distinct = Vec::new();
        for text in events.into_iter().map(text).filter(|text| !text.is_empty()) {
            if !distinct.contains(&text) {
                distinct.push(text);
            }
        }
        distinct
    }
}
