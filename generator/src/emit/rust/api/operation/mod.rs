//! `operations/<operation>.rs`: how one operation travels, what it asks, what it answers and why it fails.

mod codec;
mod error;
mod module;
mod policy;
mod request;
mod response;

pub use module::{face, file};
