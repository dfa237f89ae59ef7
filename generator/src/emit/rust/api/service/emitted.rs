//! What an operation or a handler emits, as a type, and its unit of work.

use super::names::event_path;
use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::Emission;

/// Adds `Work`, and `Events` where something is emitted.
pub fn define(subject: &Subject<'_>, file: &mut File, id: &str, emits: &[Emission]) {
    if emits.is_empty() {
        let about = format!(" A unit of work of `{id}`, which emits nothing.");
        file.item(&code! {
            #[doc = #about]
            pub type Work = tiebeam::Work;
        });
        return;
    }
    let about = format!(" A unit of work of `{id}`.");
    file.item(&code! {
        #[doc = #about]
        pub type Work = tiebeam::Work<Events>;
    });
    let listed = docs::attributes_of(&[format!("What `{id}` emits: {}.", named(emits))]);
    file.item(&code! {
        #listed
        #[derive(Debug)]
        pub enum Events {}
    });
    let (declares, entry) =
        (file.uses("tiebeam::work::Declares"), file.uses("tiebeam::work::Declared"));
    let events: Vec<Code> =
        emits.iter().map(|emission| file.uses(&event_path(subject, &emission.event))).collect();
    let entries = emits.iter().zip(&events).map(|(emission, event)| {
        let must = name::ident(if emission.is_mandatory { "always" } else { "sometimes" });
        code!(#entry::#must::<#event>())
    });
    file.item(&code! {
        impl #declares for Events {
            const EVENTS: &'static [#entry] = &[#(#entries),*];
        }
    });
    let emits = file.uses("tiebeam::work::Emits");
    for event in &events {
        file.item(&code!(impl #emits<#event> for Events {}));
    }
}

/// `` `OrderCreated`, and `OrderConfirmed` where it applies ``.
pub fn named(emits: &[Emission]) -> String {
    let (always, sometimes): (Vec<&Emission>, Vec<&Emission>) =
        emits.iter().partition(|emission| emission.is_mandatory);
    let list = |emissions: &[&Emission]| {
        let names = emissions.iter().map(|emission| {
            format!("`{}`", name::event(&emission.event.name, emission.event.major))
        });
        names.collect::<Vec<_>>().join(", ")
    };
    match (always.is_empty(), sometimes.is_empty()) {
        (_, true) => list(&always),
        (true, false) => format!("{} where it applies", list(&sometimes)),
        (false, false) => format!("{}, and {} where it applies", list(&always), list(&sometimes)),
    }
}
