//! `generate`: brings the generated tree in step with the specs, or says why it is not.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Result, bail};
use clap::Args;
use serde_json::json;
use tiebeam_generator::diag::{Diagnostic, render};
use tiebeam_generator::source::Sources;

use crate::clock;
use crate::platform::{self, Access, Examination, Examined, Request};
use crate::report::{self, Format, Verdict};
use crate::sync::{self, Comparison, Cure, Disk, Finding, Recovered, Work};
use crate::workspace;

/// Generate crates from specs, or check that they are in step.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Write nothing, and fail where something is out of step.
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,
    /// Write nothing, and say what would be written.
    #[arg(long)]
    dry_run: bool,
    /// Look at these packages only.
    #[arg(long, value_name = "NAME", num_args = 1..)]
    only: Vec<String>,
    /// Read specs from this directory instead of `specs`.
    #[arg(long, value_name = "DIR")]
    specs: Option<PathBuf>,
    /// Generate into this directory instead of the one that the platform names.
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// Choose how findings are written.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Files named one by one after a generation.
const NAMED: usize = 20;

/// Runs the command.
///
/// # Errors
///
/// When something cannot be read or written.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let started = Instant::now();
    let specs = match &arguments.specs {
        Some(specs) => specs.clone(),
        None => workspace::root()?.join("specs"),
    };
    let access = if arguments.check || arguments.dry_run { Access::Look } else { Access::Change };
    let request =
        Request { specs, into: arguments.into.clone(), only: arguments.only.clone(), access };
    match platform::examine(&request)? {
        Examined::Invalid { findings, sources } => {
            print!("{}", invalid(&findings, &sources, arguments.format));
            eprintln!(
                "{}, nothing was generated",
                render::summary(&findings, &sources).unwrap_or_default()
            );
            Ok(Verdict::Findings)
        }
        Examined::Compared(examination) if arguments.check => {
            Ok(check(&examination, arguments.format, started))
        }
        Examined::Compared(examination) if arguments.dry_run => {
            print!("{}", shown(&examination, arguments.format, "would write", "would remove"));
            if !is_blind(&examination.comparison) {
                let took = clock::took(started.elapsed());
                eprintln!("{} in {took}", summary("would generate", &examination));
            }
            Ok(remaining(&examination.comparison))
        }
        Examined::Compared(examination) => write(&examination, arguments.format, started),
    }
}

fn invalid(findings: &[Diagnostic], sources: &Sources, format: Format) -> String {
    match format {
        Format::Human => render::human(findings, sources, report::color()) + "\n",
        Format::Json => {
            let diagnostics: serde_json::Value =
                serde_json::from_str(&render::json(findings, sources))
                    .expect("the renderer prints JSON");
            format!("{:#}\n", json!({ "diagnostics": diagnostics }))
        }
        Format::Sarif => render::sarif(findings, sources),
        Format::Github => render::github(findings, sources),
    }
}

fn check(examination: &Examination, format: Format, started: Instant) -> Verdict {
    let comparison = &examination.comparison;
    if comparison.writes.is_empty() && !is_blind(comparison) {
        examination.remember();
    }
    print!("{}", report::all(examination, format, report::color()));
    let (packages, files) =
        (count(examination.packages, "package"), count(comparison.files, "file"));
    let took = clock::took(started.elapsed());
    if comparison.findings.is_empty() {
        eprintln!("checked {packages}, {files}: all in step in {took}");
        return Verdict::Clean;
    }
    let out = comparison.findings.len();
    let into = workspace::shown(&examination.work.root);
    eprintln!("checked {packages}, {files}: {out} out of step in {into} in {took}");
    Verdict::Findings
}

/// Writes what is out of step.
fn write(examination: &Examination, format: Format, started: Instant) -> Result<Verdict> {
    match examination.recovered {
        Recovered::Nothing => {}
        Recovered::Finished => eprintln!("note: an interrupted generation was finished first"),
        Recovered::Undone => eprintln!("note: an interrupted generation was undone first"),
    }
    let comparison = &examination.comparison;
    if comparison.findings.iter().any(|finding| finding.reason.cure() == Cure::Blocked) {
        print!("{}", report::all(examination, format, report::color()));
        bail!("nothing was written, because something stands in the way");
    }
    let work = &examination.work;
    let kept = sync::apply(&Disk, work, &comparison.writes, &comparison.deletes)?;
    examination.remember();
    for kept in kept {
        let (path, copy) = (named(work, &kept.path), workspace::shown(&kept.copy));
        eprintln!("note: {path} had been edited; a copy is {copy}");
    }
    print!("{}", shown(examination, format, "wrote", "removed"));
    eprintln!("{} in {}", summary("generated", examination), clock::took(started.elapsed()));
    Ok(remaining(comparison))
}

/// What generating leaves for a person to decide is a finding, and so is what it cannot look beyond.
fn remaining(comparison: &Comparison) -> Verdict {
    let clean = comparison.findings.iter().all(|finding| finding.reason.cure() == Cure::Generate);
    if clean && !is_blind(comparison) { Verdict::Clean } else { Verdict::Findings }
}

/// Whether something keeps it from saying anything about files.
fn is_blind(comparison: &Comparison) -> bool {
    comparison.findings.iter().any(Finding::is_about_everything)
}

/// `generated 12 packages, 143 files: 2 written, 141 unchanged, 0 removed`.
fn summary(did: &str, examination: &Examination) -> String {
    let Comparison { files, writes, deletes, .. } = &examination.comparison;
    let written = writes.iter().filter(|write| write.path != sync::MANIFEST).count();
    let (unchanged, removed) = (files - written, deletes.len());
    let (packages, files) = (count(examination.packages, "package"), count(*files, "file"));
    format!(
        "{did} {packages}, {files}: {written} written, {unchanged} unchanged, {removed} removed"
    )
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn shown(examination: &Examination, format: Format, wrote: &str, removed: &str) -> String {
    if format != Format::Human {
        return report::all(examination, format, report::color());
    }
    let Comparison { writes, deletes, .. } = &examination.comparison;
    let wrote =
        writes.iter().map(|write| format!("{wrote} {}\n", named(&examination.work, &write.path)));
    let removed = deletes
        .iter()
        .map(|delete| format!("{removed} {}\n", named(&examination.work, &delete.path)));
    let mut text: String = wrote.chain(removed).take(NAMED).collect();
    let more = (writes.len() + deletes.len()).saturating_sub(NAMED);
    if more > 0 {
        writeln!(text, "… and {more} more").expect("a string takes everything");
    }
    text + &report::left(examination, report::color())
}

fn named(work: &Work, path: &str) -> String {
    workspace::shown(&work.target(path))
}
