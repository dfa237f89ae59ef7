//! `explain`: the page of a code, or of a reason for being out of step.

use anyhow::{Result, bail};
use clap::Args;
use tiebeam_generator::diag;

use crate::report::Verdict;

/// Show what a code means, with an example that is wrong and the same example mended.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Name a code such as `TB0201`, or the mistake it stands for.
    #[arg(value_name = "CODE|NAME")]
    code: String,
}

/// Runs the command.
///
/// # Errors
///
/// When there is no such code.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let Some(page) = diag::explain(&arguments.code) else {
        let meant = diag::did_you_mean(&arguments.code);
        let help = meant.map_or_else(String::new, |code| {
            format!("; did you mean {} ({})?", code.id, code.name)
        });
        bail!("there is no code `{}`{help}", arguments.code);
    };
    println!("{}", page.trim_end());
    Ok(Verdict::Clean)
}
