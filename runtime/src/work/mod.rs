//! Units of work: one transaction, in which a handler runs its own SQL and through which it emits what it declared.
//!
//! A service that writes to its database and then tells others can die in between, and then its events are lost; one
//! that tells first may tell what never happened. Here there is no between. What [`Work::emit`] is given is written in
//! the same transaction as everything else, and published once that is committed.
//!
//! What may be emitted is a type: [`Work<D>`](Work) takes those events for which `D` implements [`Emits`], and generated
//! code implements it for what the spec declares. What must be emitted is checked before the commit.

mod declared;
mod unit;
mod units;

pub use declared::{Declared, Declares, Emits, Must, Nothing};
pub use unit::Work;
pub use units::Units;

pub(crate) use unit::Cause;
