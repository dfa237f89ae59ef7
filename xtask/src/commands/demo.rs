//! `demo`: generates the reference enterprise's crates, then builds and runs it.

use std::ffi::OsString;

use anyhow::Result;
use clap::Args;

use crate::report::Verdict;
use crate::{steps, workspace};

/// Generate the example, build it and run it.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Pass these arguments to the example, for example `--serve`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGUMENT")]
    arguments: Vec<OsString>,
}

/// What is said in other repositories.
const ELSEWHERE: &str = "`demo` runs the example of Tiebeam's own repository; yours is run by `cargo run` in the workspace of its app";

/// Runs the command.
///
/// # Errors
///
/// When a program cannot be started.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let root = workspace::tiebeam(ELSEWHERE)?;
    let generated = steps::xtask(&root, &["generate"])?;
    if !generated.success() {
        return Ok(Verdict::Findings);
    }
    let mut example = steps::cargo(&root);
    example.args([
        "run",
        "--manifest-path",
        "examples/retail/Cargo.toml",
        "--package",
        "retail",
        "--",
        "demo",
    ]);
    let ended = steps::start(example.args(&arguments.arguments))?;
    Ok(if ended.success() { Verdict::Clean } else { Verdict::Findings })
}
