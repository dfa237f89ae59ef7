//! Figures and how they are told.

use serde::Serialize;

/// What was measured, and the limit beside it.
#[derive(Debug, Serialize)]
pub(crate) struct Figure {
    /// What was measured.
    pub(crate) what: &'static str,
    pub(crate) unit: Unit,
    /// One value a round.
    pub(crate) values: Vec<f64>,
    /// What it is compared with.
    pub(crate) limit: Option<&'static str>,
    /// That of the limit, in the same rounds.
    pub(crate) limits: Vec<f64>,
    /// What it should reach, in words.
    pub(crate) goal: &'static str,
    /// What else there is to say.
    pub(crate) note: Option<String>,
}

/// What a value counts.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Unit {
    /// So many in a second.
    PerSecond,
    /// Milliseconds.
    Millis,
}

impl Figure {
    /// Values without a limit beside them.
    pub(crate) fn alone(what: &'static str, unit: Unit, value: f64, goal: &'static str) -> Self {
        let (limit, limits, note) = (None, Vec::new(), None);
        Self { what, unit, values: vec![value], limit, limits, goal, note }
    }

    /// The same with something else to say.
    pub(crate) fn noting(mut self, note: String) -> Self {
        self.note = Some(note);
        self
    }
}

/// The value below which a share of the values lies, in milliseconds; the values are sorted.
pub(crate) fn percentile(micros: &mut [u64], share: f64) -> f64 {
    micros.sort_unstable();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a rank among a few hundred thousand"
    )]
    let rank = ((micros.len() as f64 * share) as usize).min(micros.len().saturating_sub(1));
    #[expect(clippy::cast_precision_loss, reason = "microseconds of minutes at most")]
    let millis = micros.get(rank).copied().unwrap_or_default() as f64 / 1_000.0;
    millis
}

/// So many in a second.
pub(crate) fn rate(count: usize, took: std::time::Duration) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are a few million at most")]
    let count = count as f64;
    count / took.as_secs_f64()
}
