//! A tree of files as a value.

use std::collections::BTreeMap;

/// Paths, with `/` between segments and relative to the directory generated into, and their bytes, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileTree {
    /// The files.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl FileTree {
    /// Adds a file.
    ///
    /// # Panics
    ///
    /// When the path is taken: two emitters would overwrite each other.
    pub fn add(&mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) {
        let path = path.into();
        let previous = self.files.insert(path.clone(), content.into());
        assert!(previous.is_none(), "two emitters write {path}");
    }

    /// Adds every file of another tree below a directory; an empty one is the root.
    pub fn nest(&mut self, directory: &str, other: Self) {
        for (path, content) in other.files {
            self.add(
                if directory.is_empty() { path } else { format!("{directory}/{path}") },
                content,
            );
        }
    }
}
