//! One generation at a time.

use std::fs::{self, File, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::work::Work;

/// The right to change a generated tree; given back when dropped, and by the system when the process ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the right to change a tree.
    ///
    /// # Errors
    ///
    /// When another process has it, or the workroom cannot be made.
    pub fn exclusive(work: &Work) -> Result<Self> {
        prepare(&work.room)?;
        let place = work.room.join("lock");
        let mut file = open(&place)?;
        match file.try_lock() {
            Ok(()) => {
                let signed = file.set_len(0).and_then(|()| write!(file, "{}", std::process::id()));
                signed.with_context(|| format!("cannot write {}", place.display()))?;
                Ok(Self { _file: file })
            }
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ =
                    file.seek(SeekFrom::Start(0)).and_then(|_| file.read_to_string(&mut holder));
                let holder =
                    if holder.is_empty() { String::new() } else { format!(" (process {holder})") };
                bail!("another run is using {}{holder}: wait until it ends", work.root.display())
            }
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("cannot lock {}", place.display()))
            }
        }
    }

    /// Keeps others from changing a tree while it is looked at; nothing where nobody ever generated.
    ///
    /// Whoever signed the lock is gone by then, so the name is struck out: it would be blamed for this one's waiting.
    /// That is done here and not when a lock is given back, because a process that is killed gives back nothing.
    ///
    /// # Errors
    ///
    /// When another process is changing it.
    pub fn shared(work: &Work) -> Result<Option<Self>> {
        let place = work.room.join("lock");
        let Ok(file) = File::open(&place) else { return Ok(None) };
        match file.try_lock_shared() {
            Ok(()) => {
                // Where nothing may be written, an old name is the lesser evil.
                let _ = open(&place).and_then(|signature| Ok(signature.set_len(0)?));
                Ok(Some(Self { _file: file }))
            }
            Err(TryLockError::WouldBlock) => {
                bail!("another run is generating into {}: wait until it ends", work.root.display())
            }
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("cannot lock {}", work.room.display()))
            }
        }
    }
}

/// Makes the workroom, which git does not see.
pub(super) fn prepare(room: &Path) -> Result<()> {
    let ignore = room.join(".gitignore");
    if !ignore.exists() {
        fs::create_dir_all(room).with_context(|| format!("cannot create {}", room.display()))?;
        fs::write(&ignore, "# What `cargo xtask generate` prepares and remembers.\n*\n")
            .with_context(|| format!("cannot write {}", ignore.display()))?;
    }
    Ok(())
}

fn open(place: &Path) -> Result<File> {
    let options = File::options().read(true).write(true).create(true).truncate(false).open(place);
    options.with_context(|| format!("cannot open {}", place.display()))
}
