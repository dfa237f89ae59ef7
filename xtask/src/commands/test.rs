//! `test`: the tests of the repository's workspace and of the example's.

use anyhow::Result;
use clap::Args;

use crate::report::Verdict;
use crate::{steps, workspace};

/// Test everything: the workspace, then the example.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Run only tests whose name contains this.
    filter: Option<String>,
}

/// Workspaces, by manifest.
static WORKSPACES: &[&str] = &["Cargo.toml", "examples/retail/Cargo.toml"];

/// Runs the command; its output ends with what `cargo test` says.
///
/// # Errors
///
/// When cargo cannot be started.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let root = workspace::root()?;
    let mut verdict = Verdict::Clean;
    for manifest in WORKSPACES.iter().filter(|manifest| root.join(manifest).exists()) {
        let mut tests = steps::cargo(&root);
        tests
            .args(["test", "--workspace", "--no-fail-fast", "--manifest-path", manifest])
            .args(&arguments.filter);
        if !steps::start(&mut tests)?.success() {
            verdict = Verdict::Findings;
        }
    }
    Ok(verdict)
}
