//! Counts changes, and refuses a change of something that somebody else has changed meanwhile.

use retail_models::common::Revision;
use tiebeam::{IfMatch, Problem};

/// The revision of something new.
pub const FIRST: Revision = Revision(1);

/// The revision after this one.
pub fn next(revision: Revision) -> Revision {
    Revision(revision.0 + 1)
}

/// Lets a change pass when it is about the revision that is there.
///
/// # Errors
///
/// The problem `412 Precondition Failed`.
pub fn check(if_match: Option<&IfMatch>, current: Revision) -> Result<(), Problem> {
    if_match.map_or(Ok(()), |if_match| if_match.check(&current))
}
