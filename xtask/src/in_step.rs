//! The check as a line in a test.

use std::path::Path;

use tiebeam_generator::diag::render;

use crate::platform::{self, Access, Examined, Request};
use crate::report::{self, Color, Format};

/// Panics unless what is generated is in step with its specs, with the report that `generate --check` prints.
///
/// One line in a test makes `cargo test` notice what CI would.
///
/// # Panics
///
/// When something is out of step, or cannot be looked at.
pub fn assert_in_step(workspace: &Path) {
    let request = Request {
        specs: workspace.join("specs"),
        into: None,
        only: Vec::new(),
        access: Access::Look,
    };
    let examined = platform::examine(&request).unwrap_or_else(|error| panic!("{error:#}"));
    let text = match &examined {
        Examined::Invalid { findings, sources } => render::human(findings, sources, Color::Never),
        Examined::Compared(examination) if examination.comparison.findings.is_empty() => {
            examination.remember();
            return;
        }
        Examined::Compared(examination) => report::all(examination, Format::Human, Color::Never),
    };
    panic!("what is generated is out of step with its specs\n\n{text}");
}
