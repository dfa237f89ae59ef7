//! Counts changes, and refuses a change of something that somebody else has changed meanwhile.

use retail_models::common::Revision;
use tiebeam::store::Error;
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

/// Lets a change pass that found the revision that it was made from: one row was touched.
///
/// # Errors
///
/// A conflict, when somebody else was faster; made anew, the change is about what is there then.
pub fn found(rows: u64) -> Result<(), Error> {
    if rows == 1 { Ok(()) } else { Err(Error::conflict("the entity was changed meanwhile")) }
}
