//! Events that cannot be lost: emitted in a transaction, published once it is committed, applied once.

#[macro_use]
mod each;

mod consuming;
mod emitting;
mod house;
mod kill;
mod parking;
mod relaying;
mod waking;
