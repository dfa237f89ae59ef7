//! The order API as a person writes it on plain axum: the same JSON, the same checks, the same shelf.

mod field;
mod problem;
mod routes;
mod rules;
mod types;

pub use routes::serve;
