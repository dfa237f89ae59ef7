//! Histograms of durations that are looked up once and kept.
//!
//! To find a histogram by its labels costs more than to record in it, and the hot path knows a number that stands for
//! all labels. The recorder must be installed before the first request: what was looked up stays.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use metrics::{Histogram, Label};

/// Histograms of one name by what tells them apart.
pub(crate) struct Durations<K> {
    name: &'static str,
    kept: RwLock<BTreeMap<K, Histogram>>,
}

impl<K: Ord + Copy> Durations<K> {
    /// No histogram yet.
    pub(crate) fn named(name: &'static str) -> Self {
        Self { name, kept: RwLock::default() }
    }

    /// Records a duration in the histogram of a key, whose labels are asked for once.
    pub(crate) fn record(&self, key: K, took: Duration, labels: impl FnOnce() -> Vec<Label>) {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(histogram) = kept.get(&key) {
            return histogram.record(took);
        }
        drop(kept);
        let histogram = metrics::histogram!(self.name, labels());
        histogram.record(took);
        self.kept.write().unwrap_or_else(PoisonError::into_inner).insert(key, histogram);
    }
}
