//! A branch in the words of the operations team.

use models::branch::{Branch, BranchCode};
use serde::Deserialize;

/// A line of the register.
#[derive(Debug, Clone, Deserialize)]
pub struct Line {
    /// What we call its code.
    pub unit: String,
    label: String,
    counter: Counter,
}

/// Whether anybody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Counter {
    Staffed,
    Closed,
}

impl From<&Line> for Branch {
    fn from(line: &Line) -> Self {
        Self {
            code: BranchCode(line.unit.clone()),
            name: line.label.clone(),
            takes_appointments: line.counter == Counter::Staffed,
        }
    }
}
