//! How a run ends.

/// How a run ended, where it did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Everything is as it should be.
    Clean,
    /// Something is not.
    Findings,
}
