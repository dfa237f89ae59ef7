//! The memory of a server whose callers misbehave, and how others fare meanwhile.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use super::super::load::{Kind, Report};
use super::super::process;
use super::super::programs::Programs;

/// How long the callers are held before others ask.
const HELD: Duration = Duration::from_secs(2);

/// Ways to misbehave, by the name of `retail-bench`, with the number of connections, and for people.
static WAYS: &[(&str, u32, &str)] = &[
    ("idle", 10_000, "asked once, then silent"),
    ("slow", 1000, "ask without end and read nothing"),
    ("endless", 200, "send bodies without end"),
];

/// What came of one way.
#[derive(Debug, Serialize)]
pub struct Told {
    what: &'static str,
    connections: u32,
    before_bytes: Option<u64>,
    peak_bytes: Option<u64>,
    after_bytes: Option<u64>,
    /// Bytes that the server took from these callers.
    taken_bytes: u64,
    /// Connections that the server closed.
    closed: u64,
    /// How long a well-behaved caller waited meanwhile, in microseconds.
    others_p99: f64,
}

/// What the callers tell at the end.
#[derive(Debug, Deserialize)]
struct Ended {
    bytes: u64,
    closed: u64,
}

/// Lets callers misbehave, each way against a server of its own.
///
/// # Errors
///
/// When a server cannot be started or asked.
pub fn measure(programs: &Programs) -> Result<Vec<Told>> {
    WAYS.iter().map(|(way, connections, what)| one(programs, way, *connections, what)).collect()
}

fn one(programs: &Programs, way: &str, connections: u32, what: &'static str) -> Result<Told> {
    eprintln!("{connections} connections that {what}");
    let server = programs.serve(&["generated"])?;
    let process = server.process();
    let ask = |millis: &str| {
        let connections = ["--connections", "4", "--millis", millis];
        programs.ask::<Report>(
            &[&["load", &server.address, "--kind", Kind::Get.argument()], &connections[..]]
                .concat(),
        )
    };
    ask("500")?;
    let before_bytes = process::memory(process);
    process::forget_peak(process);
    let number = connections.to_string();
    let holding = programs.hold(&[&server.address, "--how", way, "--connections", &number]);
    let holding = holding.context("the limit of open files may be too low: see `ulimit -n`")?;
    let held = Instant::now();
    while held.elapsed() < HELD {
        std::thread::park_timeout(HELD.saturating_sub(held.elapsed()));
    }
    let others = ask("2000")?;
    let peak_bytes = process::peak_memory(process);
    let ended: Ended = holding.end()?;
    ask("500")?;
    Ok(Told {
        what,
        connections,
        before_bytes,
        peak_bytes,
        after_bytes: process::memory(process),
        taken_bytes: ended.bytes,
        closed: ended.closed,
        others_p99: others.latency.p99,
    })
}

/// Prints a table.
pub fn print(told: &[Told]) {
    println!("\ncallers that misbehave: memory of the server in MB\n");
    println!(
        "{:>6} {:<34} {:>7} {:>7} {:>7} {:>12} {:>9} {:>8} {:>14}",
        "",
        "connections that",
        "before",
        "peak",
        "after",
        "KB each",
        "taken MB",
        "closed",
        "others p99 ms"
    );
    for told in told {
        let megabytes = |bytes: Option<u64>| {
            bytes.map_or_else(String::new, |bytes| (bytes / 1_000_000).to_string())
        };
        let each =
            told.peak_bytes.zip(told.before_bytes).map_or_else(String::new, |(peak, before)| {
                (peak.saturating_sub(before) / 1000 / u64::from(told.connections)).to_string()
            });
        println!(
            "{:>6} {:<34} {:>7} {:>7} {:>7} {:>12} {:>9} {:>8} {:>14.1}",
            told.connections,
            told.what,
            megabytes(told.before_bytes),
            megabytes(told.peak_bytes),
            megabytes(told.after_bytes),
            each,
            told.taken_bytes / 1_000_000,
            told.closed,
            told.others_p99 / 1000.0
        );
    }
}
