//! `ci`: everything that CI runs, in order, with the time each step took.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Args;

use crate::clock;
use crate::report::Verdict;
use crate::workspaces::Workspaces;
use crate::{steps, workspace};

/// Run what CI runs: format, lints, documentation, everything generated, tests.
#[derive(Debug, Args)]
pub struct Arguments {}

/// A step: what it is called, where it is taken, and what it runs.
struct Step {
    name: &'static str,
    place: Place,
    program: Program,
    arguments: &'static [&'static str],
}

/// Where a step is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In every repository, in the workspace of the commands.
    Root,
    /// In every repository, in the workspace of what is generated.
    Generated,
    /// In Tiebeam's own repository only.
    Tiebeam,
}

/// What a step runs.
#[derive(Clone, Copy)]
enum Program {
    /// Cargo.
    Cargo,
    /// One of our commands.
    Xtask,
}

impl Step {
    const fn cargo(name: &'static str, place: Place, arguments: &'static [&'static str]) -> Self {
        Self { name, place, program: Program::Cargo, arguments }
    }

    const fn xtask(name: &'static str, place: Place, arguments: &'static [&'static str]) -> Self {
        Self { name, place, program: Program::Xtask, arguments }
    }
}

/// What formats, lints and documents a workspace.
const FORMAT: &[&str] = &["fmt", "--all", "--check"];
const LINT: &[&str] = &["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
const DOCUMENT: &[&str] = &["doc", "--workspace", "--no-deps"];

/// The steps, cheap ones first.
static STEPS: &[Step] = &[
    Step::cargo("format", Place::Root, FORMAT),
    Step::cargo("format, generated", Place::Generated, FORMAT),
    Step::xtask("tidy", Place::Tiebeam, &["tidy"]),
    Step::xtask("schemas in step", Place::Root, &["schema", "--check"]),
    Step::xtask("pages in step", Place::Tiebeam, &["docs", "--check"]),
    Step::xtask("crates in step", Place::Root, &["generate", "--check"]),
    Step::cargo("lints", Place::Root, LINT),
    Step::cargo("lints, generated", Place::Generated, LINT),
    Step::cargo("rustdoc", Place::Root, DOCUMENT),
    Step::cargo("rustdoc, generated", Place::Generated, DOCUMENT),
    Step::xtask("demo", Place::Tiebeam, &["demo"]),
    Step::xtask("tests", Place::Root, &["test"]),
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
    let workspaces = Workspaces::of(&root);
    let steps: Vec<&Step> = STEPS.iter().filter(|step| is_taken(step, &workspaces)).collect();
    let mut outcomes = Vec::new();
    for (position, step) in steps.iter().enumerate() {
        eprintln!("\n[{}/{}] {}", position + 1, steps.len(), step.name);
        let started = Instant::now();
        let passed = steps::start(&mut program(&workspaces, step))?.success();
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

/// Whether a step means something in this repository.
fn is_taken(step: &Step, workspaces: &Workspaces) -> bool {
    match step.place {
        Place::Root => true,
        Place::Generated => workspaces.generated.is_some(),
        Place::Tiebeam => workspace::is_tiebeam(&workspaces.root),
    }
}

fn program(workspaces: &Workspaces, step: &Step) -> Command {
    let root = &workspaces.root;
    let mut program = match step.program {
        Program::Xtask => steps::own(root),
        Program::Cargo => steps::cargo(root),
    };
    if let (Place::Generated, Some(generated)) = (step.place, &workspaces.generated) {
        program.current_dir(generated);
    }
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
    fn a_platform_of_its_own_is_not_held_to_the_law_of_this_house() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let root = directory.path().to_path_buf();
        let generated = Some(root.join("platform"));
        let workspaces = Workspaces { root, generated };
        let taken: Vec<&str> =
            STEPS.iter().filter(|step| is_taken(step, &workspaces)).map(|step| step.name).collect();
        assert_eq!(taken.len(), STEPS.len() - 3, "{taken:?}");
        assert!(!taken.iter().any(|name| ["tidy", "pages in step", "demo"].contains(name)));
    }

    #[test]
    fn steps_have_names_of_their_own() {
        let names: std::collections::BTreeSet<_> = STEPS.iter().map(|step| step.name).collect();
        assert_eq!(names.len(), STEPS.len());
    }
}
