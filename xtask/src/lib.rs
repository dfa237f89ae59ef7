//! The commands of Tiebeam as a library, so that a platform of your own can carry them.

pub mod sync;
