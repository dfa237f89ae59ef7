//! `consumers.rs`: the subscriptions of the service, and what handles each.

use super::names::{event_path, logic_name, module};
use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::code::{Code, Ident, code};
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::{Service, Subscription};

/// The file.
pub fn file(subject: &Subject<'_>, service: &Service) -> File {
    let mut file =
        subject.file(vec![format!("Consumes what the {} subscribes to.", subject.title)]);
    let logic = file.uses(&format!("crate::{}", logic_name(subject)));
    let of_crate = file.uses("crate::Service");
    let consumers = file.uses("tiebeam::consumer::Consumers");
    let (arc, bus) = (file.uses("std::sync::Arc"), file.uses("tiebeam::bus::EventBus"));
    let mut chain = Code::new();
    for subscription in &service.subscribes {
        let module = uses_module(subject, &mut file, subscription);
        let handler = handler_name(subscription);
        chain.append(&code!(.on(&#module::SUBSCRIPTION, #handler)));
    }
    file.item(&code! {
        /// The consumers of a service, on a bus; they consume while they run.
        pub fn consumers<T: #logic>(
            service: #arc<#of_crate<T>>,
            bus: #arc<dyn #bus>,
        ) -> #consumers<#of_crate<T>> {
            #consumers::new(bus, service.units.clone(), service) #chain
        }
    });
    for subscription in &service.subscribes {
        handler(subject, &mut file, subscription);
    }
    file
}

/// One thin handler.
fn handler(subject: &Subject<'_>, file: &mut File, subscription: &Subscription) {
    let logic = file.uses(&format!("crate::{}", logic_name(subject)));
    let of_crate = file.uses("crate::Service");
    let (arc, failure) = (file.uses("std::sync::Arc"), file.uses("tiebeam::consumer::Failure"));
    let event = file.uses(&event_path(subject, &subscription.event));
    let module = uses_module(subject, file, subscription);
    let handler = handler_name(subscription);
    let method = name::ident(&name::value(&subscription.handler));
    file.item(&code! {
        async fn #handler<T: #logic>(
            service: #arc<#of_crate<T>>,
            work: #module::Work,
            event: #arc<#event>,
        ) -> Result<(), #failure> {
            service.logic.#method(work, &event).await
        }
    });
}

fn uses_module(subject: &Subject<'_>, file: &mut File, subscription: &Subscription) -> Code {
    file.uses(&format!("crate::subscriptions::{}", module(subject, subscription)))
}

/// The handler is called like its method, unless the file has another function of that name.
fn handler_name(subscription: &Subscription) -> Ident {
    let name = name::value(&subscription.handler);
    if name == "consumers" { name::ident("consumers_") } else { name::ident(&name) }
}
