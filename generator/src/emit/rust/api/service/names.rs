//! What the parts of a service's crate are called, and where its facts are found.

use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::name;
use crate::ir::{Event, EventRef, Service, Subscription};

/// The service whose contract this is, where it is one.
pub fn of<'a>(subject: &Subject<'a>) -> Option<&'a Service> {
    subject.platform.services.get(&subject.api.id)
}

/// Whether it is a service that publishes or consumes events.
pub fn has_events(subject: &Subject<'_>) -> bool {
    let has_some =
        |service: &Service| !service.publishes.is_empty() || !service.subscribes.is_empty();
    of(subject).is_some_and(has_some)
}

/// The name of the trait that is written by hand: `OrderServiceLogic`.
pub fn logic_name(subject: &Subject<'_>) -> String {
    format!("{}Logic", subject.contract)
}

/// The module of a subscription: `confirm_paid_order`.
pub fn module(subject: &Subject<'_>, subscription: &Subscription) -> String {
    name::module(subject.platform, &subscription.handler)
}

/// The type of an event: `retail_order_events::OrderCreated`.
pub fn event_path(subject: &Subject<'_>, event: &EventRef) -> String {
    let library = name::library(&name::events_package(subject.platform, &event.domain));
    format!("{library}::{}", name::event(&event.name, event.major))
}

/// What is known of an event.
pub fn event<'a>(subject: &Subject<'a>, id: &EventRef) -> &'a Event {
    subject.platform.events.get(id).expect("every event was linked before the IR was built")
}
