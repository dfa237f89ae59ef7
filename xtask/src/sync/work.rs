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
    /// The workroom of a tree; links on the way to the tree are followed as far as it exists.
    ///
    /// # Errors
    ///
    /// When the path names no directory below another.
    pub fn new(root: &Path) -> Result<Self> {
        let root = std::path::absolute(root)
            .with_context(|| format!("cannot resolve {}", root.display()))?;
        let root = resolved(&root);
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

/// Where a path leads: links are followed in the part that exists, the rest is taken as written.
fn resolved(path: &Path) -> PathBuf {
    let there = path.ancestors().find_map(|above| {
        let rest = path.strip_prefix(above).ok()?;
        Some(above.canonicalize().ok()?.join(rest))
    });
    lexical(&there.unwrap_or_else(|| path.to_owned()))
}

/// The path without `.` and `..`.
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn check(root: &str, expected: &str) {
        let place = tempfile::tempdir().expect("a temporary directory");
        let place = place.path().canonicalize().expect("it is there");
        std::fs::create_dir_all(place.join("far/specs")).expect("the disk has room");
        std::os::unix::fs::symlink(place.join("far/specs"), place.join("link"))
            .expect("links are supported");
        let work = Work::new(&place.join(root)).expect("the directory has a name");
        assert_eq!(work.root, place.join(expected), "{root}");
    }

    #[test]
    fn links_are_followed_above_what_does_not_exist_yet() {
        check("link", "far/specs");
        check("link/out", "far/specs/out");
        check("link/not/yet/../out", "far/specs/not/out");
        check("link/../out", "far/out");
    }

    #[test]
    fn what_exists_nowhere_is_taken_as_written() {
        check("./new/./out", "new/out");
        check("new/../out", "out");
    }
}
