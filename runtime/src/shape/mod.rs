//! Shapes: what a value must look like, as data that a `static` can hold.
//!
//! Every generated type has a [`Shape`] beside its serde implementation. serde decides what a value *becomes*; the
//! shape decides what is *accepted*, and says everything that is wrong at once, which serde cannot. Shapes are
//! constants, so validation costs no allocation until there is something to complain about.

mod build;
mod check;
pub(crate) mod format;
mod json;
mod layers;
mod members;
mod number;
mod pattern;
mod read;
mod redact;
mod row;
mod unique;
mod violation;

pub use build::{Bound, Classification, Constraints, Field, Kind, Shape, Shaped, Variant};
pub use pattern::Pattern;
pub use violation::{ParameterIn, Place, Violation};

pub(crate) use check::{MAX_VIOLATIONS, Mode, check, check_text, closest};
pub(crate) use json::{Json, Malformed, Next};
pub(crate) use read::read;
pub(crate) use redact::redacted;
