//! Prints the IR: Rust crates, `OpenAPI` and `AsyncAPI` documents, manifests, what is deployed. Total: whatever can be wrong was found before.

pub mod asyncapi;
mod deploy;
mod documents;
mod example;
mod facts;
mod file_tree;
pub mod openapi;
mod plan;
mod root;
mod rust;
mod text;

use rayon::prelude::*;

pub use file_tree::FileTree;
pub use plan::{Package, plan};
pub use rust::{Implementation, implementation};

use crate::ir::Platform;

/// Everything that is generated from a platform.
#[must_use]
pub fn emit(platform: &Platform) -> FileTree {
    let packages = plan(platform);
    let trees: Vec<FileTree> =
        packages.par_iter().map(|package| package.render(platform)).collect();
    let mut whole = FileTree::default();
    for (package, tree) in packages.iter().zip(trees) {
        whole.nest(&package.directory, tree);
    }
    whole
}
