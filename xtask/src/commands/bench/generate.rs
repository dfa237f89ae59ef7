//! `bench generate`: generation from nothing, unchanged, and after one change.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use clap::Args;

use super::measure::{self, Cost};
use super::{corpus, floor};
use crate::report::Verdict;

/// Measure generation from nothing, unchanged, and after one change.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Make this many API specs; may be given several times.
    #[arg(long = "apis", value_name = "NUMBER", default_values_t = [10, 100, 1000])]
    apis: Vec<usize>,
    /// Run each measurement this often and keep the fastest.
    #[arg(long, value_name = "NUMBER", default_value_t = 3)]
    runs: usize,
    /// Write the synthetic specs of the first size into this directory, and measure nothing.
    #[arg(long, value_name = "DIR")]
    write: Option<PathBuf>,
}

/// Runs the benchmark.
///
/// # Errors
///
/// When files cannot be written or the generator fails.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    if let (Some(directory), Some(apis)) = (&arguments.write, arguments.apis.first()) {
        write_specs(*apis, directory)?;
        return Ok(Verdict::Clean);
    }
    println!(
        "generate, with the floor measured in the same run: the same YAML read and parsed, the same bytes written"
    );
    println!(
        "(fastest of {} runs; the generator is its own process, start-up included)\n",
        arguments.runs
    );
    println!(
        "{:>5}  {:<22} {:>9} {:>9} {:>9} {:>10}",
        "apis", "what", "wall", "× floor", "cpu", "peak"
    );
    for apis in &arguments.apis {
        one_size(*apis, arguments.runs.max(1))?;
    }
    Ok(Verdict::Clean)
}

/// All measurements for one number of APIs.
fn one_size(apis: usize, runs: usize) -> Result<()> {
    let home = tempfile::tempdir().context("cannot make a temporary directory")?;
    let specs = home.path().join("specs");
    write_specs(apis, &specs)?;
    // Each run from nothing has a directory of its own: a file system that has just removed so many files is slow to
    // make new ones.
    let from_nothing = fastest(runs, |run| {
        let into = home.path().join(format!("nothing-{run}"));
        generate(home.path(), &["--into", &into.to_string_lossy()])
    })?;
    let generated = home.path().join("generated");
    generate(home.path(), &[])?;
    let unchanged_check = fastest(runs, |_| generate(home.path(), &["--check"]))?;
    let unchanged = fastest(runs, |_| generate(home.path(), &[]))?;
    let changed_spec = specs.join("apis/api-0000.yaml");
    let text = fs::read_to_string(&changed_spec)?;
    let one_changed = fastest(runs, |run| {
        fs::write(
            &changed_spec,
            text.replacen("Keeps the", &format!("Keeps, as of change {run}, the"), 1),
        )?;
        generate(home.path(), &[])
    })?;
    let mut floors = Vec::new();
    for run in 0..runs {
        floors.push(floor::measure(&specs, &generated, &home.path().join(format!("floor-{run}")))?);
    }
    let floor = floors.into_iter().min().context("at least one run")?;
    let (files, bytes) = size_of(&generated)?;
    let spec_bytes = size_of(&specs)?.1;
    println!(
        "{apis:>5}  {:<22} {:>8.3}s {:>9}  {spec_bytes} bytes of YAML, {files} files of {bytes} bytes",
        "floor",
        floor.as_secs_f64(),
        "1.00"
    );
    for (what, cost) in [
        ("from nothing", from_nothing),
        ("unchanged, --check", unchanged_check),
        ("unchanged, generate", unchanged),
        ("one spec changed", one_changed),
    ] {
        println!(
            "{apis:>5}  {what:<22} {:>8.3}s {:>9.2} {:>9} {:>10}",
            cost.wall.as_secs_f64(),
            cost.wall.as_secs_f64() / floor.as_secs_f64(),
            cost.cpu.map_or_else(String::new, |cpu| format!("{:.2}s", cpu.as_secs_f64())),
            cost.peak.map_or_else(String::new, |peak| format!("{} MB", peak / 1_000_000)),
        );
    }
    Ok(())
}

/// Writes a synthetic enterprise.
fn write_specs(apis: usize, directory: &Path) -> Result<()> {
    for (path, text) in corpus::enterprise(apis) {
        let path = directory.join(path);
        fs::create_dir_all(path.parent().context("a spec has a parent")?)?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// The cheapest of several runs.
fn fastest(runs: usize, mut run: impl FnMut(usize) -> Result<Cost>) -> Result<Cost> {
    let mut costs = Vec::new();
    for number in 0..runs {
        costs.push(run(number)?);
    }
    costs.into_iter().min_by_key(|cost| cost.wall).context("at least one run")
}

/// Runs this program's own `generate` as a process of its own.
fn generate(home: &Path, arguments: &[&str]) -> Result<Cost> {
    let program = std::env::current_exe().context("cannot find this program")?;
    measure::command(
        Command::new(program)
            .arg("generate")
            .arg("--specs")
            .arg(home.join("specs"))
            .args(arguments),
    )
}

/// Number of files below a directory, and their bytes.
fn size_of(directory: &Path) -> Result<(usize, u64)> {
    let files = floor::files_below(directory)?;
    let mut bytes = 0;
    for file in &files {
        bytes += fs::metadata(file)?.len();
    }
    Ok((files.len(), bytes))
}
