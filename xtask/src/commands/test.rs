//! `test`: the tests of the repository's workspaces.

use std::io::{BufRead, BufReader, Write as _};
use std::process::Stdio;

use anyhow::{Context as _, Result};
use clap::Args;

use crate::report::Verdict;
use crate::workspaces::Workspaces;
use crate::{nats, postgres, steps, workspace};

/// Test everything: the commands, then what is generated and built on it, with a PostgreSQL and a NATS where they are
/// asked for.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Run only tests whose name contains this.
    filter: Option<String>,
}

/// Tests by how they ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Count {
    passed: u64,
    failed: u64,
}

/// Runs the command; its output is cargo's, and then one line that counts the tests of all workspaces.
///
/// # Errors
///
/// When cargo cannot be started, or there is no PostgreSQL or NATS to test against.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let root = workspace::root()?;
    let workspaces = Workspaces::of(&root);
    // They run until the tests have ended, however they end.
    let cluster = postgres::for_tests(workspaces.all())?;
    let server = nats::for_tests(workspaces.all())?;
    let mut verdict = Verdict::Clean;
    let mut count = Count::default();
    for workspace in workspaces.all() {
        let mut tests = steps::cargo(&root);
        tests
            .args(["test", "--workspace", "--no-fail-fast"])
            .current_dir(workspace)
            .args(&arguments.filter)
            .envs(cluster.iter().map(|cluster| (postgres::VARIABLE, cluster.url())))
            .envs(server.iter().map(|server| (nats::VARIABLE, server.url())))
            .envs(server.iter().map(|server| (nats::PROGRAM_VARIABLE, server.program())))
            .stdout(Stdio::piped());
        let mut child = tests.spawn().context("cannot start cargo")?;
        let output = child.stdout.take().context("the output of cargo is piped")?;
        for line in BufReader::new(output).lines() {
            let line = line.context("cannot read what cargo says")?;
            count.add(&line);
            writeln!(std::io::stdout(), "{line}")?;
        }
        if !child.wait()?.success() {
            verdict = Verdict::Findings;
        }
    }
    println!("\n{} passed, {} failed", count.passed, count.failed);
    Ok(verdict)
}

impl Count {
    /// Adds what a closing line such as `test result: ok. 3 passed; 0 failed; …` says.
    fn add(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else { return };
        let number = |word: &str| {
            let before = result.split_once(word)?.0;
            before.trim_end().rsplit(' ').next()?.parse::<u64>().ok()
        };
        self.passed += number(" passed").unwrap_or_default();
        self.failed += number(" failed").unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn closing_lines_are_added_up_and_others_are_not() {
        let mut count = Count::default();
        for line in [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
        ] {
            count.add(line);
        }
        assert_eq!(count, Count { passed: 4, failed: 2 });
    }
}
