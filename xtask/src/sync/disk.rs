//! Lists a tree on disk, every file with the hash of its bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::hash::Hash;
use super::package::join;

/// Files that desktops leave everywhere; nobody is bothered with them.
static LITTER: &[&str] = &[".DS_Store", "Thumbs.db", "desktop.ini"];

/// What stands in a tree, by path relative to its root, with `/` between segments.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// The entries, directories only where they are empty.
    pub entries: BTreeMap<String, Entry>,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A file.
    File(Hash),
    /// A symbolic link; it is never followed.
    Symlink,
    /// A directory with nothing inside.
    EmptyDirectory,
    /// A directory that is not looked into: its name is not UTF-8.
    Opaque,
    /// A device, a socket or a pipe.
    Special,
}

/// Lists a tree, in parallel; a root that does not exist is an empty one.
///
/// # Errors
///
/// When something in it cannot be read, or the root is no directory.
pub fn list(root: &Path) -> Result<Listing> {
    match fs::metadata(root) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Listing::default()),
        metadata => {
            let metadata =
                metadata.with_context(|| format!("cannot look at {}", root.display()))?;
            anyhow::ensure!(
                metadata.is_dir(),
                "{} is not a directory: move it away",
                root.display()
            );
        }
    }
    let mut entries = walk(root, "")?;
    entries.retain(|(path, _)| !path.is_empty());
    Ok(Listing { entries: entries.into_iter().collect() })
}

fn walk(directory: &Path, prefix: &str) -> Result<Vec<(String, Entry)>> {
    let listing =
        fs::read_dir(directory).with_context(|| format!("cannot list {}", directory.display()))?;
    let mut children = Vec::new();
    for child in listing {
        let child = child.with_context(|| format!("cannot list {}", directory.display()))?;
        if !LITTER.iter().any(|litter| child.file_name() == *litter) {
            children.push(child);
        }
    }
    if children.is_empty() {
        return Ok(vec![(prefix.to_owned(), Entry::EmptyDirectory)]);
    }
    let found: Result<Vec<Vec<_>>> =
        children.par_iter().map(|child| visit(child, prefix)).collect();
    Ok(found?.into_iter().flatten().collect())
}

fn visit(child: &fs::DirEntry, prefix: &str) -> Result<Vec<(String, Entry)>> {
    let name = child.file_name();
    let path = join(prefix, &name.to_string_lossy());
    let place = child.path();
    let kind = child.file_type().with_context(|| format!("cannot look at {}", place.display()))?;
    let entry = if kind.is_symlink() {
        Entry::Symlink
    } else if kind.is_dir() {
        match name.to_str() {
            Some(_) => return walk(&place, &path),
            None => Entry::Opaque,
        }
    } else if kind.is_file() {
        Entry::File(Hash::of(
            &fs::read(&place).with_context(|| format!("cannot read {}", place.display()))?,
        ))
    } else {
        Entry::Special
    };
    Ok(vec![(path, entry)])
}
