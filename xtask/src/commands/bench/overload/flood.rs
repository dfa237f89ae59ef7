//! Less load than a server can bear, four times as much, and less again.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::super::load::{self, Kind, Summary, as_float};
use super::super::programs::Programs;

/// Connections that keep a server busy without waiting for long.
const BUSY: u32 = 32;

/// Width of a window, in milliseconds.
const WINDOW: u64 = 100;

/// The servers, by the name of `retail-bench` and for people.
static SERVERS: &[(&str, &str)] = &[
    ("processor", "1 ms of the processor for each answer"),
    ("places", "one of 16 places for 5 ms for each answer"),
];

/// What is sent, as a share of what the server can bear.
static PHASES: &[f64] = &[0.8, 4.0, 0.8];

/// What came of one server.
#[derive(Debug, Serialize)]
pub struct Told {
    server: &'static str,
    /// Answers per second in a closed loop.
    capacity: f64,
    phases: Vec<Phase>,
    /// Milliseconds of the last phase until it is as it was in the first; `None` when it never was.
    recovery_millis: Option<u64>,
}

/// What came of one load.
#[derive(Debug, Serialize)]
struct Phase {
    share: f64,
    offered_per_second: f64,
    /// Successes that were there before the phase ended.
    good_per_second: f64,
    accepted: Summary,
    refused: Summary,
    statuses: BTreeMap<u16, u64>,
    unsent: u64,
    lost: u64,
}

/// A phase as the load tells it.
#[derive(Debug, Deserialize)]
struct Report {
    seconds: f64,
    due: u64,
    unsent: u64,
    lost: u64,
    in_time: u64,
    statuses: BTreeMap<u16, u64>,
    accepted: Summary,
    refused: Summary,
    windows: Vec<Window>,
}

#[derive(Debug, Deserialize)]
struct Window {
    due: u64,
    accepted: u64,
    slowest: f64,
}

/// Floods each server.
///
/// # Errors
///
/// When one cannot be started or asked.
pub fn measure(programs: &Programs, seconds: f64, connections: u32) -> Result<Vec<Told>> {
    let floods = SERVERS.iter().map(|(name, what)| {
        let server = programs.serve(&[name])?;
        load::round(programs, &server, Kind::Get, BUSY, 500, 0)?;
        let capacity = load::round(programs, &server, Kind::Get, BUSY, 2000, 0)?.rate;
        eprintln!("{what}: {capacity:.0} answers a second; now {PHASES:?} of it");
        let connections = connections.to_string();
        let mut load = vec!["load", &server.address, "--connections", &connections];
        let millis = (seconds * 1000.0).round();
        let phases: Vec<String> =
            PHASES.iter().map(|share| format!("{:.3}:{millis:.0}", share * capacity)).collect();
        for phase in &phases {
            load.extend(["--phase", phase]);
        }
        let reports: Vec<Report> = programs.ask(&load)?;
        let recovery_millis = recovery(&reports);
        let phases = PHASES.iter().zip(reports).map(|(share, report)| phase(*share, report));
        Ok(Told { server: what, capacity, phases: phases.collect(), recovery_millis })
    });
    floods.collect()
}

fn phase(share: f64, report: Report) -> Phase {
    Phase {
        share,
        offered_per_second: as_float(report.due) / report.seconds,
        good_per_second: as_float(report.in_time) / report.seconds,
        accepted: report.accepted,
        refused: report.refused,
        statuses: report.statuses,
        unsent: report.unsent,
        lost: report.lost,
    }
}

/// When the last window of the last phase ends that is worse than the first phase was: that refuses more than one
/// request of a hundred, or takes more than twice as long as ninety-nine of a hundred took then.
fn recovery(reports: &[Report]) -> Option<u64> {
    let (first, last) = (reports.first()?, reports.last()?);
    let limit = 2.0 * first.accepted.p99.max(1000.0);
    let is_worse =
        |window: &Window| window.accepted * 100 < window.due * 99 || window.slowest > limit;
    let worst = last.windows.iter().rposition(is_worse);
    let windows = u64::try_from(worst.map_or(0, |worst| worst + 1)).ok()?;
    let all = u64::try_from(last.windows.len()).ok()?;
    (windows < all).then_some(windows * WINDOW)
}

/// Prints a table for each server.
pub fn print(floods: &[Told]) {
    for told in floods {
        println!("\n{}: {:.0} answers a second at most\n", told.server, told.capacity);
        println!(
            "{:<6} {:>9} {:>9} {:>7} {:>9} {:>9} {:>9} {:>8} {:>6}  answers",
            "load",
            "offered/s",
            "good/s",
            "of max",
            "p50 ms",
            "p99 ms",
            "no p99 ms",
            "unsent",
            "lost"
        );
        for phase in &told.phases {
            let answers: Vec<String> =
                phase.statuses.iter().map(|(status, count)| format!("{status}: {count}")).collect();
            println!(
                "{:<6} {:>9.0} {:>9.0} {:>7.2} {:>9.1} {:>9.1} {:>9.1} {:>8} {:>6}  {}",
                format!("{}×", phase.share),
                phase.offered_per_second,
                phase.good_per_second,
                phase.good_per_second / told.capacity,
                phase.accepted.p50 / 1000.0,
                phase.accepted.p99 / 1000.0,
                phase.refused.p99 / 1000.0,
                phase.unsent,
                phase.lost,
                answers.join(", ")
            );
        }
        match told.recovery_millis {
            Some(millis) => println!("as before after {millis} ms"),
            None => println!("not as before until the end"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Report, Window, recovery};

    fn report(windows: &[(u64, u64, f64)]) -> Report {
        let windows = windows
            .iter()
            .map(|(due, accepted, slowest)| Window {
                due: *due,
                accepted: *accepted,
                slowest: *slowest,
            })
            .collect();
        Report {
            seconds: 1.0,
            due: 0,
            unsent: 0,
            lost: 0,
            in_time: 0,
            statuses: [].into(),
            accepted: super::Summary { count: 1, p50: 1000.0, p99: 1000.0 },
            refused: super::Summary::default(),
            windows,
        }
    }

    #[test]
    fn a_server_has_recovered_after_the_last_bad_window() {
        let check = |last: &[(u64, u64, f64)]| recovery(&[report(&[]), report(last)]);
        assert_eq!(check(&[(10, 10, 900.0), (10, 10, 1900.0)]), Some(0));
        assert_eq!(check(&[(10, 10, 2100.0), (10, 9, 1.0), (10, 10, 1.0)]), Some(200));
        assert_eq!(check(&[(10, 10, 1.0), (10, 0, 0.0)]), None);
    }
}
