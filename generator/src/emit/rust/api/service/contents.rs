//! What only the crate of a service consists of.

use super::names::{event, module};
use super::{consumers, logic, subscription, units};
use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::text::cell;
use crate::ir::Service;

/// Every file that only a service has.
pub fn files(subject: &Subject<'_>, service: &Service) -> Vec<(String, File)> {
    let mut files = vec![
        (String::from("logic.rs"), logic::file(subject, service)),
        (String::from("service.rs"), units::file(subject)),
    ];
    if service.subscribes.is_empty() {
        return files;
    }
    files.push((String::from("consumers.rs"), consumers::file(subject, service)));
    files.push((String::from("subscriptions.rs"), subscription::face(subject, service)));
    for consumed in &service.subscribes {
        let path = format!("subscriptions/{}.rs", module(subject, consumed));
        files.push((path, subscription::file(subject, consumed)));
    }
    files
}

/// Whether any handler calls anybody.
pub fn calls(service: &Service) -> bool {
    service.subscribes.iter().any(|subscription| !subscription.calls.is_empty())
}

/// The rows of the crate's documentation about what is consumed.
pub fn map(subject: &Subject<'_>, service: &Service) -> Vec<String> {
    if service.subscribes.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![
        String::new(),
        String::from("# Subscriptions"),
        String::new(),
        String::from("| handler | event | what happened |"),
        String::from("| --- | --- | --- |"),
    ];
    for subscription in &service.subscribes {
        let (module, event) = (module(subject, subscription), event(subject, &subscription.event));
        let what = cell(&docs::lines(&docs::sentence(&event.docs.description)).join(" "));
        let topic = &event.topic;
        lines.push(format!("| [`{module}`](subscriptions::{module}) | `{topic}` | {what} |"));
    }
    lines
}
