//! Copies of files in which somebody's work may be, made before a generation replaces them.
//!
//! Each generation that needs copies has a numbered directory for them: no copy takes the place of an earlier one,
//! and a file that has become a directory since is in nobody's way.
//!
//! Printing takes a while, and an editor may save meanwhile. What was listed before is therefore looked at once more,
//! after everything is staged: a file with other bytes by then was edited, whatever the comparison said of it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::compare::{Delete, Previous, Write};
use super::files::{Durability, Files};
use super::hash::Hash;
use super::work::Work;

/// A file that was replaced, and where what it held is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its path relative to the root.
    pub path: String,
    /// Where the copy is.
    pub copy: PathBuf,
}

/// Copies what is about to be replaced or deleted and cannot be generated again.
///
/// # Errors
///
/// Whatever the disk says.
pub fn keep(
    files: &dyn Files,
    work: &Work,
    writes: &[Write],
    deletes: &[Delete],
) -> io::Result<Vec<Kept>> {
    let forgotten = |write: &Write| write.listed.filter(|_| write.previous == Previous::Forgotten);
    let replaced = writes.iter().map(|write| (&write.path, forgotten(write)));
    let removed = deletes.iter().map(|delete| (&delete.path, Some(delete.listed)));
    let touched: Vec<(&String, Option<Hash>)> = replaced.chain(removed).collect();
    let edited = touched.par_iter().filter_map(|(path, generated)| {
        let bytes = edited(&work.target(path), *generated).transpose()?;
        Some(bytes.map(|bytes| (*path, bytes)))
    });
    let edited: Vec<(&String, Vec<u8>)> = edited.collect::<io::Result<_>>()?;

    let copies = work.kept().join(next(&work.kept()).to_string());
    let keep = |(path, bytes): (&String, Vec<u8>)| {
        let copy = copies.join(path);
        if let Some(directory) = copy.parent() {
            files.create_directory(directory)?;
        }
        files.write(&copy, &bytes, Durability::Eventual)?;
        Ok(Kept { path: path.clone(), copy })
    };
    edited.into_iter().map(keep).collect()
}

/// The bytes of a file, unless they are those that were generated; nothing where no file is.
fn edited(place: &Path, generated: Option<Hash>) -> io::Result<Option<Vec<u8>>> {
    if !fs::symlink_metadata(place).is_ok_and(|metadata| metadata.is_file()) {
        return Ok(None);
    }
    let bytes = fs::read(place)?;
    Ok((generated != Some(Hash::of(&bytes))).then_some(bytes))
}

/// One more than the greatest number that a directory of copies has.
fn next(kept: &Path) -> u64 {
    let names = fs::read_dir(kept).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let numbers = names.filter_map(|name| name.to_str()?.parse::<u64>().ok());
    numbers.max().map_or(1, |greatest| greatest.saturating_add(1))
}
