//! The processor time of this process, in nanoseconds, which only Linux tells.

use std::fs;

/// What all threads have used so far.
pub fn nanos() -> Option<u64> {
    let threads = fs::read_dir("/proc/self/task").ok()?;
    let used = threads.flatten().filter_map(|thread| {
        let text = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<u64>().ok()
    });
    Some(used.sum())
}
