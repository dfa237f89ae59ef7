//! Prints Rust crates: the canonical models, one for each contract, and one for the events of each domain.

mod api;
mod code;
mod docs;
mod events;
mod file;
mod implementation;
mod manifest;
mod models;
mod name;
mod print;
mod specs;
mod types;

pub use api::contract_crate;
pub use events::events_crate;
pub use implementation::{Implementation, implementation};
pub use models::models_crate;
pub use name::{
    contract_directory, contract_package, events_directory, events_package, models_package,
};
