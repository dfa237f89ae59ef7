//! The few things that applying changes does to a disk, so that tests can make each of them fail.

use std::fs;
use std::io;
use std::path::Path;

/// Changes to a disk.
pub trait Files: Sync {
    /// Creates a directory and those above it.
    ///
    /// # Errors
    ///
    /// Whatever the disk says.
    fn create_directory(&self, path: &Path) -> io::Result<()>;

    /// Writes a new file, and waits for the disk where asked.
    ///
    /// # Errors
    ///
    /// Whatever the disk says; part of the file may have been written.
    fn write(&self, path: &Path, content: &[u8], durability: Durability) -> io::Result<()>;

    /// Moves a file or a directory.
    ///
    /// # Errors
    ///
    /// Whatever the disk says; nothing was moved.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    ///
    /// Whatever the disk says.
    fn remove_file(&self, path: &Path) -> io::Result<()>;

    /// Removes an empty directory.
    ///
    /// # Errors
    ///
    /// Whatever the disk says, that it is not empty among it.
    fn remove_directory(&self, path: &Path) -> io::Result<()>;

    /// Removes a directory and everything inside.
    ///
    /// # Errors
    ///
    /// Whatever the disk says; part of it may have been removed.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;

    /// Waits until what was renamed in a directory is on the disk.
    ///
    /// # Errors
    ///
    /// Whatever the disk says.
    fn sync_directory(&self, path: &Path) -> io::Result<()>;
}

/// Whether a write waits for the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// It waits: the disk has the bytes.
    Durable,
    /// It does not: the bytes survive the end of the process, and maybe not a loss of power.
    Eventual,
}

/// The disk.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Files for Disk {
    fn create_directory(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn write(&self, path: &Path, content: &[u8], durability: Durability) -> io::Result<()> {
        let mut file = fs::File::create(path)?;
        io::Write::write_all(&mut file, content)?;
        match durability {
            Durability::Durable => file.sync_all(),
            Durability::Eventual => Ok(()),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    #[cfg(unix)]
    fn sync_directory(&self, path: &Path) -> io::Result<()> {
        fs::File::open(path)?.sync_all()
    }

    /// Directories cannot be opened there, and renames are journaled by the file system.
    #[cfg(not(unix))]
    fn sync_directory(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
}
