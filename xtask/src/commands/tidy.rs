//! `tidy`: the law of this house, read against every file.

use anyhow::Result;
use clap::Args;

use crate::report::Verdict;
use crate::{tidy, workspace};

/// Check that Tiebeam's own repository keeps to its law.
#[derive(Debug, Args)]
pub struct Arguments {}

/// What is said in other repositories.
const ELSEWHERE: &str =
    "`tidy` holds Tiebeam's own repository to the law of its house, and knows nothing of yours";

/// Runs the command.
///
/// # Errors
///
/// When a file cannot be read.
pub fn run(_: &Arguments) -> Result<Verdict> {
    let findings = tidy::tidy(&workspace::tiebeam(ELSEWHERE)?)?;
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => Ok(Verdict::Clean),
        found => {
            eprintln!("{found} places do not keep to the law of the house");
            Ok(Verdict::Findings)
        }
    }
}
