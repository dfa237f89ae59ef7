//! Files that are written once: where something stands already, nothing is written.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::{Context, Result};

/// Whether a file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is there now.
    Written,
    /// Something stood there before, and still does.
    Occupied,
}

/// Writes a file that is not there, and the directories above it.
///
/// # Errors
///
/// When the disk does not let us.
pub fn write(place: &Path, text: &[u8]) -> Result<Outcome> {
    let directory = place.parent().context("a file stands in a directory")?;
    fs::create_dir_all(directory)
        .with_context(|| format!("cannot create {}", directory.display()))?;
    match File::create_new(place) {
        Ok(mut file) => {
            file.write_all(text).with_context(|| format!("cannot write {}", place.display()))?;
            Ok(Outcome::Written)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(Outcome::Occupied),
        Err(error) => Err(error).with_context(|| format!("cannot write {}", place.display())),
    }
}
