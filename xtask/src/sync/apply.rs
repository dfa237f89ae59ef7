//! Brings changes onto a tree, all of them or none.
//!
//! A tree of 14,000 files in which one package changed must not be copied, so a directory cannot simply be swapped.
//! Instead: (1) every new file is written into the workroom; (2) a journal that lists every move is written there and
//! renamed into place, which is the moment the generation happens; (3) old files are moved to a backup and new files
//! into the tree; (4) the journal is removed. A crash before (2) leaves the old tree, a crash after it leaves a
//! journal, and the next run rolls forward: what is still staged is moved, what is not was moved already. Where that
//! cannot be done (a disk without room for a directory's entry, a directory that may not be written), everything is
//! moved back, in this process or in the next.
//!
//! A tree that does not exist yet is written as a whole in the workroom and renamed into place.
//!
//! The promise is about the process, which may end at any step. It is not about a loss of power: waiting for every
//! file would take seconds (2.6 ms each here), so only the journal always is waited for, and staged files where they
//! are few. While a journal stands, a staged file that did not make it is noticed by its hash and the old tree comes
//! back; what is lost after that is found by the next check, which compares every file by its hash.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::compare::{Delete, Write};
use super::files::{Durability, Files};
use super::hash::Hash;
use super::journal::{Journal, Replacement, above};
use super::kept::{Kept, keep};
use super::work::Work;

/// Staged files up to this many are waited for, which nobody notices.
const DURABLE: usize = 256;

/// What became of an interrupted generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovered {
    /// There was none.
    Nothing,
    /// It was finished.
    Finished,
    /// It was undone.
    Undone,
}

/// Applies changes and returns the copies it made; the caller holds the lock and has recovered.
///
/// # Errors
///
/// When the disk refuses. The tree is then what it was, or a journal waits that will make it so or finish it.
pub fn apply(
    files: &dyn Files,
    work: &Work,
    writes: &[Write],
    deletes: &[Delete],
) -> Result<Vec<Kept>> {
    let mut kept = Vec::new();
    if writes.is_empty() && deletes.is_empty() {
        return Ok(kept);
    }
    if is_vacant(&work.root) {
        found(files, work, writes)
            .with_context(|| format!("cannot write {}", work.root.display()))?;
        return Ok(kept);
    }
    let staged = stage(files, work, writes, deletes).and_then(|journal| {
        kept = keep(files, work, writes, deletes)?;
        journal.commit(files, work)?;
        Ok(journal)
    });
    let journal = match staged {
        Ok(journal) => journal,
        // The journal may stand although the disk did not confirm it: then the generation happened.
        Err(error) => {
            let state = match recover(files, work) {
                Ok(Recovered::Finished) => return Ok(kept),
                Ok(Recovered::Nothing | Recovered::Undone) => "nothing was changed",
                Err(_) => "the next run will put everything back or finish it",
            };
            return Err(error).with_context(|| format!("cannot prepare the changes; {state}"));
        }
    };
    if let Err(error) = roll_forward(files, work, &journal).and_then(|()| close(files, work)) {
        let undone = roll_back(files, work, &journal).and_then(|()| close(files, work));
        let state = match undone {
            Ok(()) => "everything was put back",
            Err(_) => "the next run will finish it or put everything back",
        };
        return Err(error).with_context(|| format!("cannot apply the changes; {state}"));
    }
    Ok(kept)
}

/// Finishes or undoes what an interrupted generation left behind; the caller holds the lock.
///
/// # Errors
///
/// When it can be neither finished nor undone.
pub fn recover(files: &dyn Files, work: &Work) -> Result<Recovered> {
    let journal = match Journal::read(work) {
        Ok(journal) => journal,
        Err(error) => {
            return Err(error).with_context(|| {
                let place = work.journal();
                format!(
                    "{} cannot be read; look at it, then delete it and generate",
                    place.display()
                )
            });
        }
    };
    let recovered = match journal {
        // Without a tree there is nothing to finish: it was deleted since.
        Some(_) if !work.root.exists() => Recovered::Undone,
        Some(journal) if is_complete(work, &journal) => match roll_forward(files, work, &journal) {
            Ok(()) => Recovered::Finished,
            Err(_) => undo(files, work, &journal)?,
        },
        Some(journal) => undo(files, work, &journal)?,
        None => {
            clear(files, work).with_context(|| format!("cannot clear {}", work.room.display()))?;
            return Ok(Recovered::Nothing);
        }
    };
    close(files, work).with_context(|| format!("cannot clear {}", work.room.display()))?;
    Ok(recovered)
}

fn undo(files: &dyn Files, work: &Work, journal: &Journal) -> Result<Recovered> {
    roll_back(files, work, journal).with_context(|| {
        format!(
            "an interrupted generation can be neither finished nor undone; its files are in {}",
            work.room.display()
        )
    })?;
    Ok(Recovered::Undone)
}

/// Whether a tree is not there, or empty.
fn is_vacant(root: &Path) -> bool {
    std::fs::read_dir(root).map_or(true, |mut entries| entries.next().is_none())
}

/// Writes a whole tree and renames it into place.
fn found(files: &dyn Files, work: &Work, writes: &[Write]) -> io::Result<()> {
    let stage = work.stage();
    let written = (|| {
        files.create_directory(&stage)?;
        let directories: BTreeSet<String> =
            writes.iter().flat_map(|write| above(&write.path)).collect();
        for directory in directories {
            files.create_directory(&stage.join(directory))?;
        }
        write_all(files, writes, |_, write| stage.join(&write.path))?;
        if let Some(parent) = work.root.parent() {
            files.create_directory(parent)?;
        }
        if work.root.exists() {
            files.remove_directory(&work.root)?;
        }
        files.rename(&stage, &work.root)
    })();
    if written.is_err() {
        let _ = clear(files, work);
    }
    written
}

/// Writes the new files into the workroom.
fn stage(
    files: &dyn Files,
    work: &Work,
    writes: &[Write],
    deletes: &[Delete],
) -> io::Result<Journal> {
    let stage = work.stage();
    files.create_directory(&stage)?;
    files.create_directory(&work.backup())?;
    write_all(files, writes, |position, _| stage.join(position.to_string()))?;
    let directories: BTreeSet<String> =
        writes.iter().flat_map(|write| above(&write.path)).collect();
    let made =
        directories.into_iter().filter(|directory| !work.target(directory).is_dir()).collect();
    let replacement = |write: &Write| Replacement {
        path: write.path.clone(),
        hash: write.hash,
        replaces: work.target(&write.path).is_file()
            && !deletes.iter().any(|delete| delete.path == write.path),
    };
    Ok(Journal {
        deletes: deletes.iter().map(|delete| delete.path.clone()).collect(),
        made,
        writes: writes.iter().map(replacement).collect(),
    })
}

/// Writes files in parallel, waiting for the disk where they are few.
fn write_all(
    files: &dyn Files,
    writes: &[Write],
    place: impl Fn(usize, &Write) -> PathBuf + Sync,
) -> io::Result<()> {
    let durability =
        if writes.len() <= DURABLE { Durability::Durable } else { Durability::Eventual };
    let numbered = writes.par_iter().enumerate();
    numbered.try_for_each(|(position, write)| {
        files.write(&place(position, write), &write.content, durability)
    })
}

/// Whether everything that was not applied yet is staged as it should be.
fn is_complete(work: &Work, journal: &Journal) -> bool {
    let hash = |path: &Path| std::fs::read(path).ok().map(|bytes| Hash::of(&bytes));
    journal.writes.iter().enumerate().all(|(position, write)| {
        let found = hash(&work.stage().join(position.to_string()))
            .or_else(|| hash(&work.target(&write.path)));
        found == Some(write.hash)
    })
}

/// Does whatever of the journal is not done yet.
fn roll_forward(files: &dyn Files, work: &Work, journal: &Journal) -> io::Result<()> {
    let backup = work.backup();
    for (position, path) in journal.deletes.iter().enumerate() {
        let (target, saved) = (work.target(path), backup.join(format!("d{position}")));
        if !saved.exists() && target.exists() {
            files.rename(&target, &saved)?;
        }
    }
    for directory in journal.thinned() {
        remove_if_empty(files, &work.target(&directory))?;
    }
    let directories: BTreeSet<String> =
        journal.writes.iter().flat_map(|write| above(&write.path)).collect();
    for directory in directories {
        let target = work.target(&directory);
        if !target.is_dir() {
            files.create_directory(&target)?;
        }
    }
    for (position, write) in journal.writes.iter().enumerate() {
        let number = position.to_string();
        let (staged, target, saved) =
            (work.stage().join(&number), work.target(&write.path), backup.join(&number));
        if !staged.exists() {
            continue;
        }
        if write.replaces && !saved.exists() {
            files.rename(&target, &saved)?;
        }
        files.rename(&staged, &target)?;
    }
    Ok(())
}

/// Undoes whatever of the journal was done.
fn roll_back(files: &dyn Files, work: &Work, journal: &Journal) -> io::Result<()> {
    let backup = work.backup();
    for (position, write) in journal.writes.iter().enumerate().rev() {
        let number = position.to_string();
        let (staged, target, saved) =
            (work.stage().join(&number), work.target(&write.path), backup.join(&number));
        if saved.exists() {
            files.rename(&saved, &target)?;
        } else if !write.replaces && !staged.exists() && target.is_file() {
            // A directory there was put back before the process ended.
            files.remove_file(&target)?;
        }
    }
    for directory in journal.made.iter().rev() {
        remove_if_empty(files, &work.target(directory))?;
    }
    for (position, path) in journal.deletes.iter().enumerate().rev() {
        let (target, saved) = (work.target(path), backup.join(format!("d{position}")));
        if saved.exists() {
            if let Some(directory) = target.parent() {
                files.create_directory(directory)?;
            }
            files.rename(&saved, &target)?;
        }
    }
    Ok(())
}

fn remove_if_empty(files: &dyn Files, directory: &Path) -> io::Result<()> {
    let is_empty = std::fs::read_dir(directory).is_ok_and(|mut entries| entries.next().is_none());
    if is_empty { files.remove_directory(directory) } else { Ok(()) }
}

/// Removes the journal, then what it spoke of.
fn close(files: &dyn Files, work: &Work) -> io::Result<()> {
    Journal::close(files, work)?;
    // From here on it is only rubbish, which the next run clears where this one cannot.
    let _ = clear(files, work);
    Ok(())
}

fn clear(files: &dyn Files, work: &Work) -> io::Result<()> {
    for directory in [work.stage(), work.backup()] {
        if directory.exists() {
            files.remove_tree(&directory)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
