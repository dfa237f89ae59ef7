//! Links documents: names to what they mean, types to their definitions, examples to their types.
//!
//! Validation is linking: whatever cannot be linked is a finding, and all findings are collected.

use crate::diag::Diagnostic;
use crate::{ir, spec};

/// The platform that the documents describe, unless something is wrong with them, and every finding.
///
/// Findings of the documents' shape (`Specs::findings`) are not repeated. The platform is present exactly when
/// neither the documents nor the links have an error; warnings do not count.
pub fn resolve(specs: &spec::Specs) -> (Option<ir::Platform>, Vec<Diagnostic>) {
    let _ = specs;
    (None, Vec::new())
}
