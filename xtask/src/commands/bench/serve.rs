//! `bench serve`: the generated server against the same written by hand, and what each optional layer costs.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use clap::Args;
use serde::{Deserialize, Serialize};

use super::format::Format;
use super::load::{self, Kind, Round};
use super::process;
use super::programs::{Programs, Server};
use super::ratio::{Ratio, median, ratio};
use crate::report::Verdict;
use crate::{postgres, workspace};

/// Measure the generated server against the same written by hand, and what each layer costs.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Compare so many pairs of each.
    #[arg(long, value_name = "NUMBER", default_value_t = 12)]
    rounds: u32,
    /// Load a server for so long in each round.
    #[arg(long, value_name = "SECONDS", default_value_t = 1.0)]
    seconds: f64,
    /// Use so many connections.
    #[arg(long, value_name = "NUMBER", default_value_t = 64)]
    connections: u32,
    /// Leave out the layers whose names do not contain this; `none` leaves out all.
    #[arg(long, value_name = "NAME")]
    layer: Option<String>,
    /// Print it like this.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// A row of the table of layers of `retail-bench`.
#[derive(Debug, Deserialize)]
struct Layer {
    name: String,
    what: String,
    costs: String,
    needs: String,
}

/// A server, what it is called and what it is asked.
struct Subject {
    what: String,
    server: Server,
    kinds: &'static [Kind],
}

/// One line of the table.
#[derive(Debug, Serialize)]
struct Line {
    what: String,
    to: String,
    request: Kind,
    per_second: f64,
    p50_micros: f64,
    p99_micros: f64,
    cpu_micros: Option<f64>,
    /// Requests per second, against the other.
    throughput: Ratio,
    /// The other's processor time per request against its own: above one is cheaper.
    processor: Option<Ratio>,
    /// The 99th percentile, against the other: below one is faster.
    p99: Ratio,
    peak_bytes: Option<u64>,
}

static BOTH: &[Kind] = &[Kind::Get, Kind::Post];
static KEYED: &[Kind] = &[Kind::Post];

/// Runs the benchmark.
///
/// # Errors
///
/// When a server cannot be built, started or asked.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let root = workspace::root()?;
    let programs = Programs::build(&root)?;
    let mut keys = Keys(1);
    let hand = subject(&programs, "hand-written axum", &["hand"], BOTH)?;
    let others = [
        subject(&programs, "generated", &["generated"], BOTH)?,
        subject(&programs, "bare hyper, fixed bytes", &["bare"], BOTH)?,
    ];
    let mut lines = compare(&programs, arguments, &hand, &others, &mut keys)?;
    drop((hand, others));
    lines.extend(layers(&root, &programs, arguments, &mut keys)?);
    match arguments.format {
        Format::Json => println!("{}", serde_json::to_string_pretty(&lines)?),
        Format::Text => print(&lines, &programs, arguments),
    }
    Ok(Verdict::Clean)
}

/// What each layer costs.
fn layers(
    root: &Path,
    programs: &Programs,
    arguments: &Arguments,
    keys: &mut Keys,
) -> Result<Vec<Line>> {
    let filter = arguments.layer.as_deref().unwrap_or_default();
    let mut layers: Vec<Layer> = programs.ask(&["layers"])?;
    layers.retain(|layer| layer.name != "plain" && layer.name.contains(filter));
    if layers.is_empty() {
        return Ok(Vec::new());
    }
    let files = tempfile::tempdir().context("cannot make a temporary directory")?;
    let is_wanted = layers.iter().any(|layer| layer.needs == "postgres");
    let cluster = if is_wanted { postgres::for_tests([root])? } else { None };
    let named = std::env::var(postgres::VARIABLE).ok();
    let url = cluster.as_ref().map(|cluster| cluster.url().to_owned()).or(named);
    let plain = subject(programs, "generated", &["generated"], BOTH)?;
    let mut others = Vec::new();
    for layer in &layers {
        let file = files.path().join(format!("{}.db", layer.name)).to_string_lossy().into_owned();
        let mut serve = vec!["generated", "--layer", &layer.name];
        match layer.needs.as_str() {
            "file" => serve.extend(["--file", &file]),
            "postgres" => {
                serve.extend(["--postgres", url.as_deref().context("no PostgreSQL")?]);
            }
            _ => {}
        }
        let kinds = if layer.costs == "keyed-requests" { KEYED } else { BOTH };
        others.push(subject(programs, &layer.what, &serve, kinds)?);
    }
    // The servers end before the databases that they use.
    let lines = compare(programs, arguments, &plain, &others, keys);
    drop((plain, others));
    lines
}

fn subject(
    programs: &Programs,
    what: &str,
    serve: &[&str],
    kinds: &'static [Kind],
) -> Result<Subject> {
    Ok(Subject { what: what.to_owned(), server: programs.serve(serve)?, kinds })
}

/// Numbers that no two rounds share, for idempotency keys.
struct Keys(u64);

impl Keys {
    fn next(&mut self) -> u64 {
        self.0 += 1 << 32;
        self.0
    }
}

/// Measures each subject beside the baseline, in turns: who goes first changes with every round.
fn compare(
    programs: &Programs,
    arguments: &Arguments,
    baseline: &Subject,
    others: &[Subject],
    keys: &mut Keys,
) -> Result<Vec<Line>> {
    let mut measured: BTreeMap<(usize, &str), Vec<(Round, Round)>> = BTreeMap::new();
    let seconds = std::time::Duration::try_from_secs_f64(arguments.seconds)?;
    let millis = u64::try_from(seconds.as_millis())?;
    let mut one = |subject: &Subject, kind: Kind, millis: u64| {
        let connections = arguments.connections;
        let round = load::round(programs, &subject.server, kind, connections, millis, keys.next());
        round.with_context(|| format!("{} {}", kind.method(), subject.what))
    };
    for subject in others.iter().chain([baseline]) {
        for kind in subject.kinds {
            one(subject, *kind, 300)?;
        }
    }
    for number in 1..=arguments.rounds {
        eprintln!("round {number} of {} against {}", arguments.rounds, baseline.what);
        for (index, subject) in others.iter().enumerate() {
            for kind in subject.kinds {
                let pair = if number % 2 == 0 {
                    let first = one(baseline, *kind, millis)?;
                    (one(subject, *kind, millis)?, first)
                } else {
                    (one(subject, *kind, millis)?, one(baseline, *kind, millis)?)
                };
                measured.entry((index, kind.method())).or_default().push(pair);
            }
        }
    }
    let mut lines = Vec::new();
    for kind in BOTH {
        // The baseline stands above whatever is compared with it, as measured beside the first.
        if let Some(pairs) = measured.get(&(0, kind.method())) {
            let own: Vec<_> = pairs.iter().map(|(_, baseline)| (*baseline, *baseline)).collect();
            lines.push(line(baseline, baseline, *kind, &own));
        }
        for (index, subject) in others.iter().enumerate() {
            if let Some(pairs) = measured.get(&(index, kind.method())) {
                lines.push(line(subject, baseline, *kind, pairs));
            }
        }
    }
    Ok(lines)
}

fn line(subject: &Subject, baseline: &Subject, kind: Kind, pairs: &[(Round, Round)]) -> Line {
    let figures = |figure: fn(&Round) -> f64| -> (Vec<f64>, Vec<f64>) {
        pairs.iter().map(|(of, to)| (figure(of), figure(to))).unzip()
    };
    let (rates, other_rates) = figures(|round| round.rate);
    let (p99, other_p99) = figures(|round| round.latency.p99);
    let (p50, _) = figures(|round| round.latency.p50);
    let (cpu, other_cpu) = figures(|round| round.cpu.unwrap_or(f64::NAN));
    let is_told = cpu.iter().chain(&other_cpu).all(|cpu| cpu.is_finite());
    Line {
        what: subject.what.clone(),
        to: baseline.what.clone(),
        request: kind,
        per_second: median(&rates),
        p50_micros: median(&p50),
        p99_micros: median(&p99),
        cpu_micros: is_told.then(|| median(&cpu)),
        throughput: ratio(&rates, &other_rates),
        processor: is_told.then(|| ratio(&other_cpu, &cpu)),
        p99: ratio(&p99, &other_p99),
        peak_bytes: process::peak_memory(subject.server.process()),
    }
}

fn print(lines: &[Line], programs: &Programs, arguments: &Arguments) {
    println!("serve: {}", programs.pinning().told());
    println!(
        "{} connections, {} rounds of {} s; each is measured beside what it is compared with, in turns",
        arguments.connections, arguments.rounds, arguments.seconds
    );
    println!("ratio: the median, and between which values half of the pairs lie");
    let mut to = "";
    for line in lines {
        if line.to != to {
            to = &line.to;
            println!("\nagainst {to}\n");
            println!(
                "{:<5} {:<38} {:>9} {:>18} {:>7} {:>18} {:>7} {:>7} {:>18} {:>7}",
                "", "", "req/s", "ratio", "cpu µs", "ratio", "p50 µs", "p99 µs", "ratio", "peak MB"
            );
        }
        println!(
            "{:<5} {:<38} {:>9.0} {:>18} {:>7} {:>18} {:>7.0} {:>7.0} {:>18} {:>7}",
            line.request.method(),
            line.what,
            line.per_second,
            spread(&line.throughput),
            line.cpu_micros.map_or_else(String::new, |cpu| format!("{cpu:.2}")),
            line.processor.as_ref().map_or_else(String::new, spread),
            line.p50_micros,
            line.p99_micros,
            spread(&line.p99),
            line.peak_bytes.map_or_else(String::new, |bytes| format!("{}", bytes / 1_000_000)),
        );
    }
}

/// `0.97 (0.95–0.99)`.
fn spread(ratio: &Ratio) -> String {
    format!("{:.3} ({:.2}–{:.2})", ratio.median, ratio.low, ratio.high)
}
