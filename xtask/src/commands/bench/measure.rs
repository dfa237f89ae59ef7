//! Runs a command and tells how long it took and how much memory it held at most.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};

use super::process;

/// What one run cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// From start to exit.
    pub wall: Duration,
    /// Processor time of all threads, where the platform tells.
    pub cpu: Option<Duration>,
    /// Most memory held at once in bytes, where the platform tells.
    pub peak: Option<u64>,
}

/// Runs a command to its end.
///
/// # Errors
///
/// When it cannot be started or fails.
pub fn command(command: &mut Command) -> anyhow::Result<Cost> {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .context("cannot start the generator")?;
    let (mut cpu, mut peak) = (None, None);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        peak = process::peak_memory(child.id()).or(peak);
        cpu = process::ticks(child.id()).or(cpu);
        std::thread::yield_now();
        std::thread::park_timeout(Duration::from_millis(2));
    };
    let wall = start.elapsed();
    if !status.success() {
        let output = child.wait_with_output()?;
        ensure!(
            status.success(),
            "the generator failed:\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(Cost { wall, cpu, peak })
}
