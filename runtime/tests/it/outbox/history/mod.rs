//! What was committed and what others saw of it: whether anything was lost, doubled, out of order or made up.

mod chance;
mod check;
mod record;

pub(super) use chance::Chance;
pub(super) use check::{Defect, Promise, check};
pub(super) use record::{applied, committed, published};
