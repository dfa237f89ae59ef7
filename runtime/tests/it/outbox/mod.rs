//! Events that cannot be lost: emitted in a transaction, published once it is committed, applied once.

#[macro_use]
mod each;

mod calling;
mod consuming;
mod emitting;
mod house;
mod kill;
mod killed_call;
mod measuring;
mod parking;
mod relaying;
mod stalling;
mod together;
mod waking;
