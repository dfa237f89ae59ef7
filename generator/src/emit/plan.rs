//! What is to be generated, package by package, before anything is printed.

use crate::emit::FileTree;
use crate::ir::{ApiId, Digest, Platform, digest_of};

/// Something that is generated as a whole, because it depends on the same facts: a crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Directory relative to the root of what is generated, for example `process/order-process-v1`.
    pub directory: String,
    /// Name of the crate; what `--only` selects.
    pub name: String,
    /// The specs it comes from.
    pub specs: Vec<String>,
    /// Digest of every fact it depends on: same digest, same bytes.
    pub digest: Digest,
    subject: Subject,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Subject {
    Models,
    Contract(ApiId),
}

/// Every package of a platform, sorted by directory.
pub fn plan(platform: &Platform) -> Vec<Package> {
    let _ = (platform, Subject::Models, Subject::Contract, digest_of::<str>);
    Vec::new()
}

impl Package {
    /// Prints the package; paths are relative to its directory.
    pub fn render(&self, platform: &Platform) -> FileTree {
        let _ = (platform, &self.subject);
        FileTree::default()
    }
}
