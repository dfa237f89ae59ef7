//! What follows from an event: services that hear of each other, and of nothing else.

mod branches;
mod calling;
mod cancelling;
mod house;
