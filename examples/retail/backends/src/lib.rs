//! The systems of record that were there before us, simulated over real HTTP.
//!
//! | system | what it speaks | what is odd about it |
//! | --- | --- | --- |
//! | [`Crm`] | JSON with field names of eight characters | every answer is a 200; `RC` tells what it means |
//! | [`Erp`] | XML documents through one gateway | commas in numbers, business errors as status 500 |
//! | [`PayCo`] | forms in, `key=value` lines out | slow, sometimes fails, and may charge although it never answered |
//!
//! They know nothing of the platform that calls them, and are as they are: whoever integrates them adapts.
//!
//! Each has two faces: [`Simulation::router`] is what a production system shows, and [`Simulation::admin`] is for
//! whoever runs the simulation: faults on demand, a look at the state, and the screens that clerks work at.
//! State is in memory and begins with the same data each time; whatever is random follows from a seed.

mod crm;
mod erp;
mod fault;
mod form;
mod payco;
mod random;
mod simulation;

pub use crm::Crm;
pub use erp::Erp;
pub use fault::Fault;
pub use payco::PayCo;
pub use simulation::{Options, Simulation, System};
