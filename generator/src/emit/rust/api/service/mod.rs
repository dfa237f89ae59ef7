//! What the crate of a service has beside that of any contract: the logic that is written by hand, units of work around
//! it, and what it consumes.

mod consumers;
mod emitted;
mod logic;
mod subscription;
mod units;

pub use self::emitted::define as define_work;

use super::subject::Subject;
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::emit::text::cell;
use crate::ir::{Event, EventRef, Service, Subscription};

/// The service whose contract this is, where it is one.
pub fn of<'a>(subject: &Subject<'a>) -> Option<&'a Service> {
    subject.platform.services.get(&subject.api.id)
}

/// The name of the trait that is written by hand: `OrderServiceLogic`.
pub fn logic_name(subject: &Subject<'_>) -> String {
    format!("{}Logic", subject.contract)
}

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

/// The module of a subscription: `confirm_paid_order`.
fn module(subject: &Subject<'_>, subscription: &Subscription) -> String {
    name::module(subject.platform, &subscription.handler)
}

/// The type of an event: `retail_order_events::OrderCreated`.
fn event_path(subject: &Subject<'_>, event: &EventRef) -> String {
    let library = name::library(&name::events_package(subject.platform, &event.domain));
    format!("{library}::{}", name::event(&event.name, event.major))
}

/// What is known of an event.
fn event<'a>(subject: &Subject<'a>, id: &EventRef) -> &'a Event {
    subject.platform.events.get(id).expect("every event was linked before the IR was built")
}
