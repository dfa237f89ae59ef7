//! A branch in the words of the operations team.

use models::branch::{Branch, BranchCode};
use serde::Deserialize;

/// A line of the register.
#[derive(Debug, Clone, Deserialize)]
pub struct Unit {
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

impl From<&Unit> for Branch {
    fn from(unit: &Unit) -> Self {
        Self {
            code: BranchCode(unit.unit.clone()),
            name: unit.label.clone(),
            takes_appointments: unit.counter == Counter::Staffed,
        }
    }
}
