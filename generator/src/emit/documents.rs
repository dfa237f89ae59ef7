//! Documents about the whole platform, which belong to no crate.

use crate::emit::asyncapi::platform_document;
use crate::emit::file_tree::FileTree;
use crate::ir::{Digest, Platform};

/// The files; `digest` stands for all facts that they depend on.
pub fn files(platform: &Platform, digest: Digest) -> FileTree {
    let mut tree = FileTree::default();
    if let Some(document) = platform_document(platform, digest) {
        tree.add("asyncapi.json", document);
    }
    tree
}
