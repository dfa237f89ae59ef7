//! `service.rs`: the contract, implemented by units of work around what is written by hand.

use super::names::logic_name;
use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::code::code;
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::name;

/// The file.
pub fn file(subject: &Subject<'_>) -> File {
    let mut file = subject.file(vec![format!("The {} on a store.", subject.title)]);
    file.defines("Service");
    define(subject, &mut file);
    implement(subject, &mut file);
    file
}

fn define(subject: &Subject<'_>, file: &mut File) {
    let units = file.uses("tiebeam::work::Units");
    let (arc, store) = (file.uses("std::sync::Arc"), file.uses("tiebeam::store::Store"));
    let clock = file.uses("tiebeam::clock::SharedClock");
    let source = format!("/{}/{}", subject.platform.name, subject.api.id.name);
    let about = docs::attributes_of(&[
        format!("The {}: what is written by hand, in units of work.", subject.title),
        String::new(),
        String::from(
            "An operation works in the transaction of its request, where it has an idempotency key, and in one",
        ),
        String::from("of its own otherwise."),
    ]);
    file.item(&code! {
        #about
        #[derive(Debug)]
        pub struct Service<T> {
            pub(crate) units: #units,
            pub(crate) logic: T,
        }
    });
    file.item(&code! {
        impl<T> Service<T> {
            /// Puts the logic on a store, which has its tables already.
            #[must_use]
            pub fn new(store: #arc<dyn #store>, logic: T) -> Self {
                Self { units: #units::new(store, #source), logic }
            }

            /// Goes by another clock.
            #[must_use]
            pub fn with_clock(self, clock: #clock) -> Self {
                Self { units: self.units.with_clock(clock), ..self }
            }

            /// What was written by hand.
            pub fn logic(&self) -> &T {
                &self.logic
            }
        }
    });
}

fn implement(subject: &Subject<'_>, file: &mut File) {
    let contract = subject.uses_contract(file);
    let logic = file.uses(&format!("crate::{}", logic_name(subject)));
    let context = file.uses("tiebeam::Context");
    let mut methods = Vec::new();
    for operation in &subject.api.operations {
        let module = subject.uses_operation(file, operation);
        let method = name::ident(&name::value(&operation.id));
        methods.push(code! {
            async fn #method(
                &self,
                context: &#context,
                request: #module::Request,
            ) -> Result<#module::Response, #module::Error> {
                self.units.run(context, |work| self.logic.#method(work, &request)).await
            }
        });
    }
    file.item(&code! {
        impl<T: #logic> #contract for Service<T> {
            #(#methods)*
        }
    });
}
