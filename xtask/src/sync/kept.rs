//! Copies of files in which somebody's work may be, made before a generation replaces them.
//!
//! Each generation that needs copies has a numbered directory for them: no copy takes the place of an earlier one,
//! and a file that has become a directory since is in nobody's way.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::compare::{Previous, Write};
use super::files::{Durability, Files};
use super::work::Work;

/// A file that was replaced, and where what it held is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its path relative to the root.
    pub path: String,
    /// Where the copy is.
    pub copy: PathBuf,
}

/// Copies what is about to be replaced and cannot be generated again.
///
/// # Errors
///
/// Whatever the disk says.
pub fn keep(files: &dyn Files, work: &Work, writes: &[Write]) -> io::Result<Vec<Kept>> {
    let copies = work.kept().join(next(&work.kept()).to_string());
    let edited = writes.iter().filter(|write| write.previous == Previous::Kept);
    let keep = |write: &Write| {
        let copy = copies.join(&write.path);
        if let Some(directory) = copy.parent() {
            files.create_directory(directory)?;
        }
        files.write(&copy, &fs::read(work.target(&write.path))?, Durability::Eventual)?;
        Ok(Kept { path: write.path.clone(), copy })
    };
    edited.map(keep).collect()
}

/// One more than the greatest number that a directory of copies has.
fn next(kept: &Path) -> u64 {
    let names = fs::read_dir(kept).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let numbers = names.filter_map(|name| name.to_str()?.parse::<u64>().ok());
    numbers.max().map_or(1, |greatest| greatest.saturating_add(1))
}
