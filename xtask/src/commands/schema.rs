//! `schema`: the JSON Schemas of the five kinds, with which editors complete and check specs.

use anyhow::Result;
use clap::Args;
use tiebeam_generator::spec;

use crate::artifacts::{self, Artifacts, Mode};
use crate::report::Verdict;
use crate::workspace;

/// Write the JSON Schemas of the spec kinds, or check that they are in step.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Write nothing, and fail where a schema is out of step.
    #[arg(long)]
    check: bool,
}

/// Runs the command.
///
/// # Errors
///
/// When a file cannot be read or written.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let root = workspace::root()?;
    let files = spec::schemas()
        .into_iter()
        .map(|(name, text)| (format!("specs/.schema/{name}"), text))
        .collect();
    let artifacts = Artifacts { files, owned: vec!["specs/.schema"] };
    let mode = if arguments.check { Mode::Check } else { Mode::Write };
    artifacts::bring(&root, &artifacts, mode, "cargo xtask schema")
}
