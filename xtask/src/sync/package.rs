//! What is generated as a whole, as plain data.

use std::collections::BTreeMap;

use tiebeam_generator::emit::FileTree;

use super::hash::Hash;

/// A package that is to be generated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Directory relative to the root of the generated tree; empty for the root itself.
    pub directory: String,
    /// Name that `--only` selects.
    pub name: String,
    /// The specs it comes from.
    pub specs: Vec<String>,
    /// Digest of every fact it depends on: same generator and same digest, same bytes.
    pub input: String,
}

/// The files of a package, by path relative to its directory.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rendered {
    /// The files.
    pub files: BTreeMap<String, RenderedFile>,
}

/// A file as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedFile {
    /// Its bytes.
    pub content: Vec<u8>,
    /// Their hash.
    pub hash: Hash,
}

impl Planned {
    /// The path of one of its files, relative to the root of the generated tree.
    pub fn path(&self, file: &str) -> String {
        join(&self.directory, file)
    }
}

impl From<FileTree> for Rendered {
    fn from(tree: FileTree) -> Self {
        let hashed = |(path, content): (String, Vec<u8>)| {
            let hash = Hash::of(&content);
            (path, RenderedFile { content, hash })
        };
        Self { files: tree.files.into_iter().map(hashed).collect() }
    }
}

/// A path below a directory, the empty directory being the root.
pub(super) fn join(directory: &str, file: &str) -> String {
    if directory.is_empty() { file.to_owned() } else { format!("{directory}/{file}") }
}
