//! The servers that are measured: generated, written by hand, and bare hyper.

mod bare;
mod busy;
mod generated;
mod layers;
mod run;

pub use generated::Shop;
pub use layers::LAYERS;
pub use run::{Arguments, run};
