//! The journal: what a generation is about to do, written before it does any of it.

use std::collections::BTreeSet;
use std::fs;
use std::io;

use serde::{Deserialize, Serialize};

use super::files::{Durability, Files};
use super::hash::Hash;
use super::work::Work;

/// Changes that are staged and may have been applied in part.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Journal {
    /// Files taken out of the tree, in order; the n-th goes to `backup/d<n>`.
    pub deletes: Vec<String>,
    /// Directories that were not there before, parents first.
    pub made: Vec<String>,
    /// Files put into the tree, in order; the n-th comes from `stage/<n>`.
    pub writes: Vec<Replacement>,
}

/// A file put into the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replacement {
    /// Path relative to the root.
    pub path: String,
    /// Hash of what is staged.
    pub hash: Hash,
    /// Whether a file stood there before; it goes to `backup/<n>`.
    pub replaces: bool,
}

impl Journal {
    /// Reads the journal of an unfinished generation, where there is one.
    ///
    /// # Errors
    ///
    /// When it is there and cannot be read.
    pub fn read(work: &Work) -> io::Result<Option<Self>> {
        match fs::read(work.journal()) {
            Ok(text) => Ok(Some(serde_json::from_slice(&text)?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes the journal: from here on, the generation happens.
    ///
    /// # Errors
    ///
    /// Whatever the disk says; then there is no journal.
    pub fn commit(&self, files: &dyn Files, work: &Work) -> io::Result<()> {
        let text = serde_json::to_vec(self).expect("a journal has string keys only");
        let draft = work.stage().join("journal");
        files.write(&draft, &text, Durability::Durable)?;
        files.rename(&draft, &work.journal())?;
        files.sync_directory(&work.room)
    }

    /// Removes the journal: the generation is over.
    ///
    /// It is, whether or not the disk confirms it: nothing may be undone without a journal, and one that comes back
    /// finds everything done.
    ///
    /// # Errors
    ///
    /// Whatever the disk says; then the journal still stands.
    pub fn close(files: &dyn Files, work: &Work) -> io::Result<()> {
        files.remove_file(&work.journal())?;
        let _ = files.sync_directory(&work.room);
        Ok(())
    }

    /// Directories from which a file was taken, and those above them, deepest first.
    pub fn thinned(&self) -> Vec<String> {
        let mut directories: Vec<String> = self
            .deletes
            .iter()
            .flat_map(|path| above(path))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        directories.reverse();
        directories
    }
}

/// The directories above a path, the root not among them.
pub fn above(path: &str) -> impl Iterator<Item = String> {
    path.match_indices('/').map(|(end, _)| path[..end].to_owned())
}
