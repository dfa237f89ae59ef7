//! Runs a command and tells how long it took and how much memory it held at most.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};

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
        peak = high_water_mark(child.id()).or(peak);
        cpu = processor_time(child.id()).or(cpu);
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

/// `VmHWM` of a process, which only Linux tells.
fn high_water_mark(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

/// User and system time of a process in the kernel's ticks of 10 ms, which only Linux tells.
fn processor_time(process: u32) -> Option<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let ticks = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}
