//! What the load tells, as it travels from `retail-bench`.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};

use super::programs::{Programs, Server};

/// Times, in microseconds.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct Summary {
    /// How many there are.
    pub count: u64,
    /// Half are shorter.
    pub p50: f64,
    /// Ninety-nine of a hundred are shorter.
    pub p99: f64,
}

/// What came of a closed loop.
#[derive(Debug, Deserialize)]
pub struct Report {
    /// From the first request to the last answer.
    pub seconds: f64,
    /// Answers by status.
    pub statuses: BTreeMap<u16, u64>,
    /// How long they took.
    pub latency: Summary,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Kind {
    /// One order is read.
    #[serde(rename = "GET")]
    Get,
    /// An order is entered.
    #[serde(rename = "POST")]
    Post,
}

/// One round: requests per second, microseconds of the server's processor for each, and how long they took.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Round {
    /// Requests per second.
    pub rate: f64,
    /// Microseconds of the server's processor per request, where the platform tells.
    pub cpu: Option<f64>,
    /// How long requests took.
    pub latency: Summary,
}

impl Kind {
    /// How the load calls it.
    pub fn argument(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Post => "post",
        }
    }

    /// How HTTP calls it.
    pub fn method(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// Keeps the connections to a server busy for a while; all answers must be successes.
///
/// # Errors
///
/// When the load fails, or an answer is no success.
pub fn round(
    programs: &Programs,
    server: &Server,
    kind: Kind,
    connections: u32,
    millis: u64,
    first_key: u64,
) -> Result<Round> {
    let before = server.cpu_nanos();
    let report: Report = programs.ask(&[
        "load",
        &server.address,
        "--kind",
        kind.argument(),
        "--connections",
        &connections.to_string(),
        "--millis",
        &millis.to_string(),
        "--first-key",
        &first_key.to_string(),
    ])?;
    let used = server.cpu_nanos().zip(before).map(|(after, before)| after.saturating_sub(before));
    let answers: u64 = report.statuses.values().sum();
    let is_success = |status: &u16| (200..300).contains(status);
    ensure!(report.statuses.keys().all(is_success), "answers were {:?}", report.statuses);
    ensure!(answers > 0, "nothing was answered");
    let (answers, seconds) = (as_float(answers), report.seconds);
    let cpu = used.map(|used| as_float(used) / 1000.0 / answers);
    Ok(Round { rate: answers / seconds, cpu, latency: report.latency })
}

/// A count as a figure to divide by.
#[expect(clippy::cast_precision_loss, reason = "counts of a benchmark are far below 2^53")]
pub fn as_float(count: u64) -> f64 {
    count as f64
}
