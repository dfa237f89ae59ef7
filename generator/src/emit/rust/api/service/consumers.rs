//! `consumers.rs`: the subscriptions of the service, and what handles each.

use super::called::{self, Called};
use super::names::{event_path, logic_name, module};
use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::code::{Code, Ident, code};
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::{Service, Subscription};

/// The file.
pub fn file(subject: &Subject<'_>, service: &Service) -> File {
    let mut file =
        subject.file(vec![format!("Consumes what the {} subscribes to.", subject.title)]);
    let called = called::of_all(subject, service);
    for api in &called {
        file.defines(&api.parameter);
    }
    if !called.is_empty() {
        file.defines("Apis");
        define_apis(subject, &mut file, &called);
    }
    define_consumers(subject, &mut file, service, &called);
    for subscription in &service.subscribes {
        handler(subject, &mut file, subscription);
    }
    file
}

/// What is handed in where the service is wired.
fn define_apis(subject: &Subject<'_>, file: &mut File, called: &[Called]) {
    let parameters = called::parameters(called);
    let fields = called.iter().map(|api| {
        let (about, field, parameter) = (api.about(), &api.field, api.parameter());
        code!(#about pub #field: #parameter,)
    });
    let about = docs::attributes_of(&[format!(
        "What the handlers of the {} call, and nobody else in it.",
        subject.title
    )]);
    file.item(&code! {
        #about
        #[derive(Debug)]
        pub struct Apis #parameters {
            #(#fields)*
        }
    });
}

fn define_consumers(subject: &Subject<'_>, file: &mut File, service: &Service, called: &[Called]) {
    let logic = file.uses(&format!("crate::{}", logic_name(subject)));
    let of_crate = file.uses("crate::Service");
    let consumers = file.uses("tiebeam::consumer::Consumers");
    let (arc, bus) = (file.uses("std::sync::Arc"), file.uses("tiebeam::bus::EventBus"));
    let mut chain = Code::new();
    for subscription in &service.subscribes {
        chain.append(&consumed(subject, file, subscription));
    }
    let bounds = bounds(file, called);
    let (apis, shared) = if called.is_empty() {
        (Code::new(), Code::new())
    } else {
        let parameters = called::parameters(called);
        let fields = called.iter().map(|api| {
            let field = &api.field;
            code!(#field: #arc::new(apis.#field),)
        });
        (code!(apis: Apis #parameters,), code!(let apis = Apis { #(#fields)* };))
    };
    file.item(&code! {
        /// The consumers of a service, on a bus; they consume while they run.
        pub fn consumers<T: #logic #bounds>(
            service: #arc<#of_crate<T>>,
            bus: #arc<dyn #bus>,
            #apis
        ) -> #consumers<#of_crate<T>> {
            #shared
            #consumers::new(bus, service.units.clone(), service) #chain
        }
    });
}

/// The link of the chain that adds one subscription.
fn consumed(subject: &Subject<'_>, file: &mut File, subscription: &Subscription) -> Code {
    let module = uses_module(subject, file, subscription);
    let handler = handler_name(subscription);
    let called = called::of(subject, subscription);
    if called.is_empty() {
        return code!(.on(&#module::SUBSCRIPTION, #handler));
    }
    let arc = file.uses("std::sync::Arc");
    let fields = called.iter().map(|api| {
        let field = &api.field;
        code!(#field: #arc::clone(&apis.#field),)
    });
    code!(.on_calling(&#module::SUBSCRIPTION, #module::Apis { #(#fields)* }, #handler))
}

/// `, Crm: CrmSystem`.
fn bounds(file: &mut File, called: &[Called]) -> Code {
    let bounds = called.iter().map(|api| {
        let (parameter, contract) = (api.parameter(), api.contract(file));
        code!(, #parameter: #contract)
    });
    let bounds: Vec<Code> = bounds.collect();
    code!(#(#bounds)*)
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
    let called = called::of(subject, subscription);
    let bounds = bounds(file, &called);
    let (given, ty) = if called.is_empty() {
        (code!(work), code!(#module::Work))
    } else {
        let parameters = called::parameters(&called);
        (code!(effects), code!(#module::Effects #parameters))
    };
    file.item(&code! {
        async fn #handler<T: #logic #bounds>(
            service: #arc<#of_crate<T>>,
            #given: #ty,
            event: #arc<#event>,
        ) -> Result<(), #failure> {
            service.logic.#method(#given, &event).await
        }
    });
}

fn uses_module(subject: &Subject<'_>, file: &mut File, subscription: &Subscription) -> Code {
    file.uses(&format!("crate::subscriptions::{}", module(subject, subscription)))
}

/// Names that would hide a handler where the subscriptions are listed.
static TAKEN: &[&str] = &["apis", "bus", "consumers", "service"];

/// The handler is called like its method, unless the file has something else of that name.
fn handler_name(subscription: &Subscription) -> Ident {
    let name = name::value(&subscription.handler);
    if TAKEN.contains(&&*name) { name::ident(&(name + "_")) } else { name::ident(&name) }
}
