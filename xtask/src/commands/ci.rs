//! `ci`: everything that CI runs, in order, with the time each step took.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Args;

use crate::clock;
use crate::report::Verdict;
use crate::{steps, workspace};

/// Run what CI runs: format, lints, documentation, everything generated, the house law, tests.
#[derive(Debug, Args)]
pub struct Arguments {}

/// A step: what it is called, and what it runs.
struct Step {
    name: &'static str,
    program: Program,
    arguments: &'static [&'static str],
}

/// What a step runs.
#[derive(Clone, Copy)]
enum Program {
    /// Cargo, in the repository's workspace.
    Cargo,
    /// Cargo, in the example's workspace.
    Example,
    /// One of our commands.
    Xtask,
}

/// The steps, cheap ones first.
static STEPS: &[Step] = &[
    Step { name: "format", program: Program::Cargo, arguments: &["fmt", "--all", "--check"] },
    Step {
        name: "format, example",
        program: Program::Example,
        arguments: &["fmt", "--all", "--check"],
    },
    Step { name: "tidy", program: Program::Xtask, arguments: &["tidy"] },
    Step { name: "schemas in step", program: Program::Xtask, arguments: &["schema", "--check"] },
    Step { name: "pages in step", program: Program::Xtask, arguments: &["docs", "--check"] },
    Step { name: "crates in step", program: Program::Xtask, arguments: &["generate", "--check"] },
    Step {
        name: "lints",
        program: Program::Cargo,
        arguments: &["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"],
    },
    Step {
        name: "lints, example",
        program: Program::Example,
        arguments: &["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"],
    },
    Step {
        name: "rustdoc",
        program: Program::Cargo,
        arguments: &["doc", "--workspace", "--no-deps"],
    },
    Step {
        name: "rustdoc, example",
        program: Program::Example,
        arguments: &["doc", "--workspace", "--no-deps"],
    },
    Step { name: "demo", program: Program::Xtask, arguments: &["demo"] },
    Step { name: "tests", program: Program::Xtask, arguments: &["test"] },
];

/// How a step ended.
struct Outcome {
    name: &'static str,
    passed: bool,
    took: Duration,
}

/// Runs the command.
///
/// # Errors
///
/// When a program cannot be started.
pub fn run(_: &Arguments) -> Result<Verdict> {
    let root = workspace::root()?;
    let mut outcomes = Vec::new();
    for (position, step) in STEPS.iter().enumerate() {
        eprintln!("\n[{}/{}] {}", position + 1, STEPS.len(), step.name);
        let started = Instant::now();
        let passed = steps::start(&mut program(&root, step))?.success();
        let outcome = Outcome { name: step.name, passed, took: started.elapsed() };
        eprintln!("{}", line(&outcome));
        outcomes.push(outcome);
    }
    eprintln!("\n{}", table(&outcomes));
    Ok(if outcomes.iter().all(|outcome| outcome.passed) {
        Verdict::Clean
    } else {
        Verdict::Findings
    })
}

fn program(root: &Path, step: &Step) -> Command {
    let mut program = match step.program {
        Program::Xtask => steps::own(root),
        Program::Cargo => steps::cargo(root),
        Program::Example => {
            let mut cargo = steps::cargo(root);
            cargo.current_dir(root.join("examples/retail"));
            cargo
        }
    };
    program.args(step.arguments);
    if step.arguments.first() == Some(&"doc") {
        program.env("RUSTDOCFLAGS", "--deny warnings");
    }
    program
}

fn line(outcome: &Outcome) -> String {
    let passed = if outcome.passed { "ok" } else { "FAILED" };
    format!("{:<20} {passed:<7} {:>12}", outcome.name, clock::took(outcome.took))
}

fn table(outcomes: &[Outcome]) -> String {
    let total = outcomes.iter().map(|outcome| outcome.took).sum();
    let lines: Vec<String> = outcomes.iter().map(line).collect();
    let all =
        Outcome { name: "all", passed: outcomes.iter().all(|outcome| outcome.passed), took: total };
    format!("{}\n{}", lines.join("\n"), line(&all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_ends_with_the_whole() {
        let outcome =
            |name, passed, millis| Outcome { name, passed, took: Duration::from_millis(millis) };
        let text = table(&[outcome("format", true, 410), outcome("tests", false, 94_000)]);
        expect_test::expect![[r"
            format               ok            0.41 s
            tests                FAILED        94.0 s
            all                  FAILED        94.4 s"]]
        .assert_eq(&text);
    }

    #[test]
    fn steps_have_names_of_their_own() {
        let names: std::collections::BTreeSet<_> = STEPS.iter().map(|step| step.name).collect();
        assert_eq!(names.len(), STEPS.len());
    }
}
