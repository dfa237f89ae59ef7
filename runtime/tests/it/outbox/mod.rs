//! Events that cannot be lost: emitted in a transaction, published once it is committed, applied once.

#[macro_use]
mod each;

mod broken;
mod consuming;
mod emitting;
mod history;
mod house;
mod kill;
mod measuring;
mod parking;
mod relaying;
mod stalling;
mod together;
mod waking;
