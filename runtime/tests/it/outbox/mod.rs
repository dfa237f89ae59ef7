//! Events that cannot be lost: emitted in a transaction, published once it is committed, applied once.

#[macro_use]
mod each;

mod broken;
mod calling;
mod cluster;
mod consuming;
mod emitting;
mod history;
mod house;
mod kill;
mod killed_call;
mod measuring;
mod parking;
mod porter;
mod process;
mod relaying;
mod restart;
mod stalling;
mod together;
mod waking;
mod zombie;
