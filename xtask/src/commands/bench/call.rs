//! `bench call`: the generated client against the pooled client beneath it, and a call through all tiers in one process.

use anyhow::Result;
use clap::Args;
use serde::{Deserialize, Serialize};

use super::format::Format;
use super::load::{Kind, Summary, as_float};
use super::programs::Programs;
use super::ratio::{Ratio, median, ratio};
use crate::report::Verdict;
use crate::workspace;

/// Measure the generated client against the client beneath it, and a call through all tiers in one process.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Compare so many pairs of each.
    #[arg(long, value_name = "NUMBER", default_value_t = 12)]
    rounds: u32,
    /// Call for so long in each round.
    #[arg(long, value_name = "SECONDS", default_value_t = 1.0)]
    seconds: f64,
    /// Keep so many calls in flight.
    #[arg(long, value_name = "NUMBER", default_value_t = 64)]
    in_flight: u32,
    /// Print it like this.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What a caller tells.
#[derive(Debug, Deserialize)]
struct Report {
    calls: u64,
    seconds: f64,
    cpu_nanos: Option<u64>,
    latency: Summary,
}

/// One line of the table.
#[derive(Debug, Serialize)]
struct Line {
    to: &'static str,
    request: Kind,
    per_second: f64,
    cpu_micros: Option<f64>,
    p99_micros: f64,
    other_per_second: f64,
    other_cpu_micros: Option<f64>,
    /// Calls per second, against the other.
    throughput: Ratio,
    /// The other's processor time per call against ours: above one is cheaper.
    processor: Option<Ratio>,
}

/// Nanoseconds per call, of each round.
#[derive(Debug, Deserialize)]
struct Tiers {
    through_tiers: Vec<f64>,
    by_hand: Vec<f64>,
}

#[derive(Debug, Serialize)]
struct Told {
    client: Vec<Line>,
    tiers_nanos: f64,
    by_hand_nanos: f64,
    tiers: Ratio,
}

/// What the generated client is compared with: its name for the callers, and for people.
static OTHERS: &[(&str, &str)] = &[
    ("pooled", "hyper's pooled client, bytes only"),
    ("pooled-json", "hyper's pooled client, JSON written and read"),
];

/// Runs the benchmark.
///
/// # Errors
///
/// When something cannot be built, started or called.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let root = workspace::root()?;
    let programs = Programs::build(&root)?;
    let server = programs.serve(&["bare"])?;
    let mut client = Vec::new();
    for kind in [Kind::Get, Kind::Post] {
        for (through, other) in OTHERS {
            eprintln!("{} against {other}", kind.method());
            client.push(compare(&programs, arguments, &server.address, kind, (through, other))?);
        }
    }
    eprintln!("a call through all tiers");
    let rounds = arguments.rounds.max(1).to_string();
    let tiers: Tiers = programs.ask(&["tiers", "--rounds", &rounds])?;
    let told = Told {
        client,
        tiers_nanos: median(&tiers.through_tiers),
        by_hand_nanos: median(&tiers.by_hand),
        tiers: ratio(&tiers.through_tiers, &tiers.by_hand),
    };
    match arguments.format {
        Format::Json => println!("{}", serde_json::to_string_pretty(&told)?),
        Format::Text => print(&told, &programs, arguments),
    }
    Ok(Verdict::Clean)
}

/// Calls through both in turns; who goes first changes with every round.
fn compare(
    programs: &Programs,
    arguments: &Arguments,
    address: &str,
    kind: Kind,
    (through, other): (&str, &'static str),
) -> Result<Line> {
    let seconds = std::time::Duration::try_from_secs_f64(arguments.seconds)?;
    let (millis, in_flight) = (seconds.as_millis().to_string(), arguments.in_flight.to_string());
    let one = |through: &str| -> Result<Report> {
        let call = ["call", address, "--through", through, "--kind", kind.argument()];
        let bounds = ["--millis", &millis, "--in-flight", &in_flight];
        programs.ask(&[&call[..], &bounds[..]].concat())
    };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for number in 1..=arguments.rounds {
        if number % 2 == 0 {
            theirs.push(one(through)?);
            ours.push(one("generated")?);
        } else {
            ours.push(one("generated")?);
            theirs.push(one(through)?);
        }
    }
    let rates = |reports: &[Report]| -> Vec<f64> {
        reports.iter().map(|report| as_float(report.calls) / report.seconds).collect()
    };
    let cpu = |reports: &[Report]| -> Option<Vec<f64>> {
        let each = reports
            .iter()
            .map(|report| Some(as_float(report.cpu_nanos?) / 1000.0 / as_float(report.calls)));
        each.collect()
    };
    let p99: Vec<f64> = ours.iter().map(|report| report.latency.p99).collect();
    let (our_rates, other_rates) = (rates(&ours), rates(&theirs));
    let (our_cpu, other_cpu) = (cpu(&ours), cpu(&theirs));
    Ok(Line {
        to: other,
        request: kind,
        per_second: median(&our_rates),
        cpu_micros: our_cpu.as_deref().map(median),
        p99_micros: median(&p99),
        other_per_second: median(&other_rates),
        other_cpu_micros: other_cpu.as_deref().map(median),
        throughput: ratio(&our_rates, &other_rates),
        processor: other_cpu.zip(our_cpu).map(|(other, our)| ratio(&other, &our)),
    })
}

fn print(told: &Told, programs: &Programs, arguments: &Arguments) {
    println!("call: {}", programs.pinning().told());
    println!(
        "{} calls in flight, {} rounds of {} s; the server is bare hyper that answers with fixed bytes",
        arguments.in_flight, arguments.rounds, arguments.seconds
    );
    println!("ratio: the median, and between which values half of the pairs lie\n");
    println!(
        "{:<5} {:<46} {:>9} {:>9} {:>18} {:>7} {:>7} {:>18}",
        "", "generated client against", "calls/s", "other", "ratio", "cpu µs", "other", "ratio"
    );
    let micros = |cpu: Option<f64>| cpu.map_or_else(String::new, |cpu| format!("{cpu:.2}"));
    let spread =
        |ratio: &Ratio| format!("{:.3} ({:.2}–{:.2})", ratio.median, ratio.low, ratio.high);
    for line in &told.client {
        println!(
            "{:<5} {:<46} {:>9.0} {:>9.0} {:>18} {:>7} {:>7} {:>18}",
            line.request.method(),
            line.to,
            line.per_second,
            line.other_per_second,
            spread(&line.throughput),
            micros(line.cpu_micros),
            micros(line.other_cpu_micros),
            line.processor.as_ref().map_or_else(String::new, spread),
        );
    }
    println!(
        "\na call through experience, process and service in one process: {:.0} ns; the same functions without tiers: {:.0} ns; {:.0} ns more",
        told.tiers_nanos,
        told.by_hand_nanos,
        told.tiers_nanos - told.by_hand_nanos
    );
}
