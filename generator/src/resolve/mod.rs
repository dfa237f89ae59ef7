//! Links documents: names to what they mean, types to their definitions, examples to their types.
//!
//! Validation is linking: whatever cannot be linked is a finding, and all findings are collected. It goes in three
//! steps, so that each knows all of the one before: who declares what (`index`), what the types are (`table`), and
//! everything that stands on types. Within a step documents do not know each other and are linked in parallel.

mod assemble;
mod at;
mod calls;
mod collisions;
mod constraints;
mod contract;
mod contracts;
mod cycles;
mod durations;
mod errors;
mod events;
mod fields;
mod formats;
mod headers;
mod http_line;
mod index;
mod lifecycle;
mod limits;
mod linker;
mod literals;
mod names;
mod numbers;
mod operations;
mod origin;
mod parameters;
mod patterns;
mod platform;
mod policies;
mod responses;
mod routes;
mod scalars;
mod services;
mod sink;
mod table;
mod tiers;
mod type_expr;
mod type_ref;
mod types;
mod version;

use crate::diag::Diagnostic;
use crate::{ir, spec};

/// The platform that the documents describe, unless something is wrong with them, and every finding.
///
/// Findings of the documents' shape (`Specs::findings`) are not repeated. The platform is present exactly when
/// neither the documents nor the links have an error; warnings do not count.
#[must_use]
pub fn resolve(specs: &spec::Specs) -> (Option<ir::Platform>, Vec<Diagnostic>) {
    assemble::assemble(specs)
}
