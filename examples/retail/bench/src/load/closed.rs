//! A closed loop: each connection sends its next request when the last is answered.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde::Serialize;

use super::histogram::{Histogram, Summary};
use super::request::Request;
use super::wire::Wire;

/// What came of it.
#[derive(Debug, Serialize)]
pub struct Report {
    /// From the first request to the last answer.
    pub seconds: f64,
    /// Answers by status.
    pub statuses: BTreeMap<u16, u64>,
    /// How long they took.
    pub latency: Summary,
}

/// Keeps so many connections busy for so long.
///
/// # Errors
///
/// When a connection breaks.
pub async fn run(
    address: &str,
    request: &Request,
    connections: u64,
    time: Duration,
    first_key: u64,
) -> anyhow::Result<Report> {
    let mut wires = Vec::new();
    for _ in 0..connections {
        wires.push(Wire::open(address).await?);
    }
    let begun = Instant::now();
    let end = begun + time;
    let mut running = Vec::new();
    for (number, wire) in (0..connections).zip(wires) {
        let keys = (first_key + number..).step_by(usize::try_from(connections)?);
        running.push(tokio::spawn(connection(wire, request.clone(), keys, end)));
    }
    let (mut statuses, mut latency) = (BTreeMap::new(), Histogram::default());
    for running in running {
        let (counted, times) = running.await??;
        for (status, count) in counted {
            *statuses.entry(status).or_default() += count;
        }
        latency.add(&times);
    }
    let seconds = begun.elapsed().as_secs_f64();
    Ok(Report { seconds, statuses, latency: latency.summary() })
}

async fn connection(
    mut wire: Wire,
    mut request: Request,
    keys: impl Iterator<Item = u64> + Send,
    end: Instant,
) -> anyhow::Result<(BTreeMap<u16, u64>, Histogram)> {
    let (mut statuses, mut latency) = (BTreeMap::new(), Histogram::default());
    let mut sent = Instant::now();
    for key in keys {
        if sent >= end {
            break;
        }
        let status = wire.exchange(request.numbered(key)).await?;
        let now = Instant::now();
        latency.record(now - sent);
        sent = now;
        *statuses.entry(status).or_default() += 1;
    }
    Ok((statuses, latency))
}
