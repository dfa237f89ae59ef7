//! A hand-written API of the form that the generator writes, served and called over HTTP and in memory.

mod ask;
mod bodies;
mod bus;
mod calling;
mod conditions;
mod events;
mod heralds;
mod hostile;
mod keyed;
mod limits;
mod listening;
mod lists;
mod loopback;
mod network;
mod outbox;
mod overload;
mod promises;
mod requests;
mod routing;
mod shop;
mod values;
mod watching;
