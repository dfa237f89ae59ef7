//! The load: connections that are kept, requests that were written before, answers that are looked at no longer than
//! it takes to find their end.

mod arguments;
mod closed;
mod histogram;
mod open;
mod request;
mod wire;

pub use arguments::{Arguments, run};
pub use histogram::{Histogram, Summary};
pub use request::{Kind, Request};
