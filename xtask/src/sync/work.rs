//! Where a generated tree stands, and the room beside it in which changes are prepared.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A generated tree and its workroom.
///
/// The workroom is a sibling, hence on the same file system, where a rename is atomic; it is not inside the tree,
/// where a workspace's `members = ["generated/*/*"]` would find it. It ignores itself in git.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// The generated tree.
    pub root: PathBuf,
    /// The workroom.
    pub room: PathBuf,
}

impl Work {
    /// The workroom of a tree; the directory that holds the tree is resolved as far as it exists.
    ///
    /// # Errors
    ///
    /// When the path names no directory below another.
    pub fn new(root: &Path) -> Result<Self> {
        let root = std::path::absolute(root)
            .with_context(|| format!("cannot resolve {}", root.display()))?;
        // A root that is a link to a directory stands where the link leads.
        let root = root.canonicalize().unwrap_or_else(|_| lexical(&root));
        let name = root
            .file_name()
            .with_context(|| format!("{} cannot be generated into", root.display()))?;
        let mut beside = std::ffi::OsString::from(".");
        beside.push(name);
        beside.push(".tiebeam");
        Ok(Self { room: root.with_file_name(beside), root })
    }

    /// A path in the tree.
    pub fn target(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The journal of an unfinished generation.
    pub fn journal(&self) -> PathBuf {
        self.room.join("journal.json")
    }

    /// Files that are about to be put into the tree.
    pub fn stage(&self) -> PathBuf {
        self.room.join("stage")
    }

    /// Files that were taken out of the tree.
    pub fn backup(&self) -> PathBuf {
        self.room.join("backup")
    }

    /// Copies of edited files that generations replaced, in a numbered directory for each generation.
    pub fn kept(&self) -> PathBuf {
        self.room.join("replaced")
    }
}

/// The path without `.` and `..`, where it does not exist yet.
fn lexical(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => {
                clean.pop();
            }
            part => clean.push(part),
        }
    }
    clean
}
