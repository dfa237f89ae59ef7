//! What a running process has used, from `/proc`, which only Linux has.

use std::fs;
use std::time::Duration;

/// Processor time of all threads that live: exact to the nanosecond where the kernel counts so, otherwise to 10 ms.
pub fn processor_time(process: u32) -> Option<Duration> {
    let exact = || {
        let threads = fs::read_dir(format!("/proc/{process}/task")).ok()?;
        let used = threads.flatten().filter_map(|thread| {
            let text = fs::read_to_string(thread.path().join("schedstat")).ok()?;
            text.split_whitespace().next()?.parse::<u64>().ok()
        });
        Some(Duration::from_nanos(used.sum())).filter(|used| !used.is_zero())
    };
    exact().or_else(|| ticks(process))
}

/// User and system time in the kernel's ticks of 10 ms, of all threads that ever lived.
pub fn ticks(process: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let ticks = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}

/// The most memory that a process has held, in bytes.
pub fn peak_memory(process: u32) -> Option<u64> {
    bytes(process, "VmHWM:")
}

/// The memory that a process holds, in bytes.
pub fn memory(process: u32) -> Option<u64> {
    bytes(process, "VmRSS:")
}

/// Lets the peak count from here.
pub fn forget_peak(process: u32) {
    // Where the kernel does not take it, the peak is that of the whole life.
    let _ = fs::write(format!("/proc/{process}/clear_refs"), "5");
}

fn bytes(process: u32, name: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}
