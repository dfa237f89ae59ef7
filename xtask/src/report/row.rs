//! A finding about the tree, with everything that is shown of it.

use rayon::prelude::*;

use crate::platform::Examination;
use crate::sync::{Difference, Finding, Reason, first_difference};
use crate::workspace;

/// A finding about the tree, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What was found.
    pub finding: Finding,
    /// Its path as a person would type it.
    pub path: String,
    /// Where what is on disk first differs from what is to be.
    pub difference: Option<Difference>,
}

/// The findings of an examination, those of one package and reason together.
pub fn rows(examination: &Examination) -> Vec<Row> {
    let rows = examination.comparison.findings.par_iter().map(|finding| Row {
        path: workspace::shown(&examination.work.target(&finding.path)),
        difference: difference(examination, finding),
        finding: finding.clone(),
    });
    let mut rows: Vec<Row> = rows.collect();
    rows.sort_by(|one, other| key(&one.finding).cmp(&key(&other.finding)));
    rows
}

/// What is missing is one story wherever it is missing: usually nothing was generated at all.
fn key(finding: &Finding) -> (Option<&str>, &Reason, &str) {
    (Row::package(finding), &finding.reason, &finding.path)
}

impl Row {
    /// Whether it is told together with another one.
    pub fn belongs_to(&self, other: &Self) -> bool {
        self.finding.reason == other.finding.reason
            && Self::package(&self.finding) == Self::package(&other.finding)
    }

    fn package(finding: &Finding) -> Option<&str> {
        finding.package.as_deref().filter(|_| finding.reason != Reason::Missing)
    }
}

fn difference(examination: &Examination, finding: &Finding) -> Option<Difference> {
    let shows = matches!(
        finding.reason,
        Reason::StaleSpec { .. }
            | Reason::NewerGenerator { .. }
            | Reason::EditedByHand { .. }
            | Reason::ConflictMarkers
            | Reason::Unexplained
            | Reason::StaleManifest
    );
    if !shows {
        return None;
    }
    let writes = &examination.comparison.writes;
    let write = writes.iter().find(|write| write.path == finding.path)?;
    let old = std::fs::read(examination.work.target(&finding.path)).ok()?;
    first_difference(&old, &write.content)
}
