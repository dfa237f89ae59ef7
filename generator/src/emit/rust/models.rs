//! The crate of the canonical models.
use crate::emit::FileTree;
use crate::ir::Platform;

/// Every file of the crate of the canonical models.
pub fn models_crate(platform: &Platform) -> FileTree {
    let _ = platform;
    FileTree::default()
}
