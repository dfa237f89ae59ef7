//! `bench events`: the outbox, the relay and the consumers, each against a limit of the same run.

use std::process::Stdio;

use anyhow::{Context as _, Result, ensure};
use clap::Args;
use serde::{Deserialize, Serialize};

use super::format::Format;
use super::ratio::{Ratio, median, ratio};
use crate::report::Verdict;
use crate::workspaces::Workspaces;
use crate::{nats, postgres, steps, workspace};

/// Measure the outbox, the relay and the consumers, on SQLite, PostgreSQL and NATS.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Compare so many pairs of each.
    #[arg(long, value_name = "NUMBER", default_value_t = 5)]
    rounds: u32,
    /// Commit for so long in each round.
    #[arg(long, value_name = "SECONDS", default_value_t = 2.0)]
    seconds: f64,
    /// Publish and consume so many events in each round.
    #[arg(long, value_name = "NUMBER", default_value_t = 50_000)]
    events: u32,
    /// Measure nothing else.
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// Print it like this.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// A part that can be measured by itself.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Part {
    /// Commits with an event against those without.
    Commits,
    /// Relays to NATS.
    Relay,
    /// From a commit to the acknowledgement and to the effect.
    Latency,
    /// Consumers with a backlog.
    Consumer,
}

/// What the benchmark tells.
#[derive(Debug, Deserialize)]
struct Figure {
    what: String,
    unit: Unit,
    values: Vec<f64>,
    limit: Option<String>,
    limits: Vec<f64>,
    goal: String,
    note: Option<String>,
}

#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Unit {
    PerSecond,
    Millis,
}

/// One line of the table.
#[derive(Debug, Serialize)]
struct Line {
    what: String,
    unit: Unit,
    value: f64,
    limit: Option<String>,
    limit_value: Option<f64>,
    /// The value against the limit.
    ratio: Option<Ratio>,
    goal: String,
    note: Option<String>,
}

/// Runs the benchmark.
///
/// # Errors
///
/// When it cannot be built, or there is no PostgreSQL or NATS to measure with.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let root = workspace::root()?;
    let workspaces = Workspaces::of(&root);
    // They run until the figures are there.
    let cluster = postgres::for_tests(workspaces.all())?;
    let server = nats::for_tests(workspaces.all())?;
    let address = |started: Option<&str>, variable: &str| {
        let named = std::env::var(variable).ok();
        started.map(str::to_owned).or(named).with_context(|| format!("{variable} is not set"))
    };
    let postgres = address(cluster.as_ref().map(postgres::Cluster::url), postgres::VARIABLE)?;
    let nats = address(server.as_ref().map(nats::Server::url), nats::VARIABLE)?;
    let millis = std::time::Duration::try_from_secs_f64(arguments.seconds)?.as_millis();
    let mut bench = steps::cargo(&root);
    bench.args(["bench", "--quiet", "--package", "tiebeam-runtime", "--bench", "events", "--"]);
    bench.args(["--postgres", &postgres, "--nats", &nats]);
    bench.args(["--rounds", &arguments.rounds.to_string(), "--millis", &millis.to_string()]);
    bench.args(["--events", &arguments.events.to_string()]);
    if let Some(part) = arguments.only {
        bench.args(["--only", part.argument()]);
    }
    let output = bench.stderr(Stdio::inherit()).output().context("cannot start cargo")?;
    ensure!(output.status.success(), "the benchmark ended with {}", output.status);
    let figures: Vec<Figure> =
        serde_json::from_slice(&output.stdout).context("the benchmark told something else")?;
    let lines: Vec<_> = figures.into_iter().map(Line::of).collect();
    match arguments.format {
        Format::Json => println!("{}", serde_json::to_string_pretty(&lines)?),
        Format::Text => print(&lines),
    }
    Ok(Verdict::Clean)
}

impl Part {
    fn argument(self) -> &'static str {
        match self {
            Self::Commits => "commits",
            Self::Relay => "relay",
            Self::Latency => "latency",
            Self::Consumer => "consumer",
        }
    }
}

impl Line {
    fn of(figure: Figure) -> Self {
        let has_limit = !figure.limits.is_empty();
        Self {
            value: median(&figure.values),
            limit_value: has_limit.then(|| median(&figure.limits)),
            ratio: has_limit.then(|| ratio(&figure.values, &figure.limits)),
            what: figure.what,
            unit: figure.unit,
            limit: figure.limit,
            goal: figure.goal,
            note: figure.note,
        }
    }
}

fn print(lines: &[Line]) {
    println!("ratio: the median, and between which values half of the pairs lie\n");
    for line in lines {
        let unit = match line.unit {
            Unit::PerSecond => "/s",
            Unit::Millis => " ms",
        };
        let value = match line.unit {
            Unit::PerSecond => format!("{:.0}{unit}", line.value),
            Unit::Millis => format!("{:.1}{unit}", line.value),
        };
        println!("{:<72} {value:>12}", line.what);
        if let (Some(limit), Some(value), Some(ratio)) =
            (&line.limit, line.limit_value, &line.ratio)
        {
            let against = format!("  against {limit}");
            let Ratio { median, low, high } = ratio;
            println!(
                "{against:<72} {:>12} {median:>7.2} ({low:.2}–{high:.2})",
                format!("{value:.0}{unit}")
            );
        }
        if let Some(note) = &line.note {
            println!("  {note}");
        }
        if !line.goal.is_empty() {
            println!("  goal: {}", line.goal);
        }
    }
}
