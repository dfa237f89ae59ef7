//! Prints Rust crates: the canonical models, and one for each contract.

mod api;
mod code;
mod docs;
mod file;
mod implementation;
mod manifest;
mod models;
mod name;
mod print;
mod types;

pub use api::contract_crate;
pub use implementation::{Implementation, implementation};
pub use models::models_crate;
pub use name::{contract_directory, contract_package, models_package};
