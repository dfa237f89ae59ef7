//! `subscriptions/<handler>.rs`: what is consumed, how, and what is emitted in turn.

use super::called::{self, Called};
use super::emitted;
use super::names::{event, event_path, module};
use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::api::wording;
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::types;
use crate::emit::text::duration;
use crate::ir::{OnFailure, Service, Subscription};

/// The face of the subscriptions: `subscriptions.rs`.
pub fn face(subject: &Subject<'_>, service: &Service) -> File {
    let about = format!("What the {} consumes, a module for each event.", subject.title);
    let mut file = subject.file(vec![about]);
    let modules = service.subscribes.iter().map(|it| format!("pub mod {};\n", module(subject, it)));
    let mut modules: Vec<String> = modules.collect();
    modules.sort();
    file.text(modules.concat());
    file
}

/// The file of one subscription.
pub fn file(subject: &Subject<'_>, subscription: &Subscription) -> File {
    let mut file = subject.file(about(subject, subscription));
    let called = called::of(subject, subscription);
    for name in ["SUBSCRIPTION", "Work", "Events", "Apis", "Effects"] {
        file.defines(name);
    }
    for api in &called {
        file.defines(&api.parameter);
    }
    define(subject, &mut file, subscription);
    emitted::define(subject, &mut file, &subscription.handler, &subscription.emits);
    if !called.is_empty() {
        define_effects(&mut file, subscription, &called);
    }
    file
}

/// What a handler calls, and the capability through which alone it does.
fn define_effects(file: &mut File, subscription: &Subscription, called: &[Called]) {
    let arc = file.uses("std::sync::Arc");
    let parameters = called::parameters(called);
    let fields = called.iter().map(|api| {
        let (about, field, parameter) = (api.about(), &api.field, api.parameter());
        code!(#about pub #field: #arc<#parameter>,)
    });
    let about = format!(" What `{}` calls.", subscription.handler);
    file.item(&code! {
        #[doc = #about]
        #[derive(Debug)]
        pub struct Apis #parameters {
            #(#fields)*
        }
    });
    let events = if subscription.emits.is_empty() { Code::new() } else { code!(, Events) };
    let about = format!(" Lets `{}` call, and then work.", subscription.handler);
    file.item(&code! {
        #[doc = #about]
        pub type Effects #parameters = tiebeam::consumer::Effects<Apis #parameters #events>;
    });
}

fn about(subject: &Subject<'_>, subscription: &Subscription) -> Vec<String> {
    let event = event(subject, &subscription.event);
    let order = match (subscription.ordered, &event.key) {
        (true, Some(key)) => format!("in order for each `{key}`"),
        _ => String::from("as they come"),
    };
    let retry = &subscription.retry;
    let mut lines = docs::lines(&format!(
        "`{}` handles `{}`: {}",
        subscription.handler,
        event.id,
        wording::continued(&docs::sentence(&event.docs.description))
    ));
    lines.extend([
        String::new(),
        format!(
            "`{}` · {order} · {}{} attempts, {} to {} apart · then {}.",
            event.topic,
            calls(subscription),
            retry.attempts,
            duration(retry.base),
            duration(retry.cap),
            match subscription.on_failure {
                OnFailure::DeadLetter => "a dead letter",
                OnFailure::Skip => "dropped",
            }
        ),
    ]);
    lines
}

/// "calls `crm` · ".
fn calls(subscription: &Subscription) -> String {
    let calls: Vec<String> = subscription.calls.iter().map(|alias| format!("`{alias}`")).collect();
    if calls.is_empty() { String::new() } else { format!("calls {} · ", calls.join(", ")) }
}

fn define(subject: &Subject<'_>, file: &mut File, subscription: &Subscription) {
    let ty = file.uses("tiebeam::consumer::Subscription");
    let event_ty = file.uses(&event_path(subject, &subscription.event));
    // For `definition`, a function of the trait, which is not in scope where an event is called like it.
    let event_trait = file.uses("tiebeam::event::Event");
    let definition = if event_path(subject, &subscription.event).ends_with("::Event") {
        code!(<#event_ty as #event_trait>::definition)
    } else {
        code!(#event_ty::definition)
    };
    let id = &subject.api.id;
    let name = format!("{}@{}.{}", id.name, id.major, subscription.handler);
    let policy = policy(file, subscription);
    let about = format!(" How `{}` consumes.", subscription.handler);
    file.item(&code! {
        #[doc = #about]
        pub static SUBSCRIPTION: #ty = #ty::new(#name, #definition) #policy;
    });
}

fn policy(file: &mut File, subscription: &Subscription) -> Code {
    let mut chain = Code::new();
    if subscription.ordered {
        let ordering = file.uses("tiebeam::consumer::Ordering");
        chain.append(&code!(.ordering(#ordering::ByKey)));
    }
    let schedule = file.uses("tiebeam::consumer::Schedule");
    let retry = &subscription.retry;
    let attempts = retry.attempts;
    let (base, cap) = (types::count(retry.base.millis), types::count(retry.cap.millis));
    chain.append(&code! {
        .schedule(#schedule { attempts: #attempts, base_millis: #base, cap_millis: #cap })
    });
    if subscription.on_failure == OnFailure::Skip {
        let on_failure = file.uses("tiebeam::consumer::OnFailure");
        chain.append(&code!(.on_failure(#on_failure::Skip)));
    }
    chain
}
