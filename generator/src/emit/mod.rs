//! Prints the IR: Rust crates, OpenAPI documents, manifests. Total: whatever can be wrong was found before.

mod file_tree;
pub mod openapi;
mod plan;
mod rust;

pub use file_tree::FileTree;
pub use plan::{Package, plan};
