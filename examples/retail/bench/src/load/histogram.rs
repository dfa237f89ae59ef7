//! Times in buckets that grow with them: exact to 1.6 %, whatever their size, in 30 KB.

use std::time::Duration;

use serde::Serialize;

/// Buckets per doubling.
const STEPS: usize = 64;

/// Counts of times by their length in nanoseconds.
#[derive(Debug, Clone)]
pub struct Histogram {
    counts: Vec<u64>,
    total: u64,
    longest: u64,
}

/// What is told of many times, in microseconds.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Summary {
    /// How many there are.
    pub count: u64,
    /// Half are shorter.
    pub p50: f64,
    /// Nine of ten are shorter.
    pub p90: f64,
    /// Ninety-nine of a hundred are shorter.
    pub p99: f64,
    /// The longest.
    pub max: f64,
}

impl Default for Histogram {
    fn default() -> Self {
        Self { counts: vec![0; 60 * STEPS], total: 0, longest: 0 }
    }
}

impl Histogram {
    /// Counts a time.
    pub fn record(&mut self, time: Duration) {
        let nanos = u64::try_from(time.as_nanos()).unwrap_or(u64::MAX);
        let last = self.counts.len() - 1;
        self.counts[bucket(nanos).min(last)] += 1;
        self.total += 1;
        self.longest = self.longest.max(nanos);
    }

    /// Counts what another has counted.
    pub fn add(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
        self.total += other.total;
        self.longest = self.longest.max(other.longest);
    }

    /// What is told of the times.
    pub fn summary(&self) -> Summary {
        Summary {
            count: self.total,
            p50: self.share(50),
            p90: self.share(90),
            p99: self.share(99),
            max: micros(self.longest),
        }
    }

    /// The time that so many percent do not exceed.
    fn share(&self, percent: u64) -> f64 {
        let wanted = (self.total * percent).div_ceil(100).max(1);
        let mut seen = 0;
        for (index, count) in self.counts.iter().enumerate() {
            seen += count;
            if seen >= wanted {
                return micros(upper(index).min(self.longest));
            }
        }
        micros(self.longest)
    }
}

/// Times below 64 ns have a bucket each; beyond, each doubling has 64.
fn bucket(nanos: u64) -> usize {
    let steps = STEPS as u64;
    let doublings = (nanos / steps).checked_ilog2().map_or(0, |doublings| doublings + 1);
    let index = if doublings == 0 {
        nanos
    } else {
        u64::from(doublings) * steps + (nanos >> (doublings - 1)) - steps
    };
    usize::try_from(index).unwrap_or(usize::MAX)
}

/// The longest time of a bucket.
fn upper(index: usize) -> u64 {
    let (doublings, step) = ((index / STEPS) as u64, (index % STEPS) as u64);
    match doublings.checked_sub(1) {
        None => step,
        Some(shift) => ((STEPS as u64 + step + 1) << shift) - 1,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a time of 2^53 ns is 104 days")]
fn micros(nanos: u64) -> f64 {
    nanos as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Histogram, bucket, upper};

    #[test]
    fn every_time_is_in_a_bucket_that_ends_at_or_after_it() {
        for nanos in (0..2000).chain([65_535, 65_536, 1_000_000, 123_456_789, 60_000_000_000]) {
            let index = bucket(nanos);
            assert!(upper(index) >= nanos, "{nanos}");
            assert!(index == 0 || upper(index - 1) < nanos, "{nanos}");
        }
    }

    #[test]
    fn shares_are_exact_to_the_width_of_a_bucket() {
        let mut histogram = Histogram::default();
        for micros in 1..=1000 {
            histogram.record(Duration::from_micros(micros));
        }
        let summary = histogram.summary();
        assert!((500.0..510.0).contains(&summary.p50), "{summary:?}");
        assert!((990.0..=1000.0).contains(&summary.p99), "{summary:?}");
        assert!((summary.max - 1000.0).abs() < 1e-9, "{summary:?}");
    }
}
