//! NATS's program: where distributions put it, and how to get it where it is missing.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::packages::{self, Package};

/// Where tests that start servers of their own read the program.
pub const PROGRAM_VARIABLE: &str = "TIEBEAM_TEST_NATS_SERVER";

const PACKAGE: Package = Package {
    name: "nats-server",
    product: "NATS",
    otherwise: "install nats-server by hand, or name the program with \
        TIEBEAM_TEST_NATS_SERVER=/path/to/nats-server",
};

/// The program, installed first where it is missing.
///
/// # Errors
///
/// When it is missing and cannot be installed.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    packages::install(&PACKAGE)?;
    match find() {
        Some(found) => Ok(found),
        None => {
            bail!("the package `nats-server` was installed, but its program is nowhere to be found")
        }
    }
}

/// The one that is named, or on the path, or where distributions put it.
fn find() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(PROGRAM_VARIABLE) {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain([PathBuf::from("/usr/sbin")])
        .map(|directory| directory.join("nats-server"))
        .find(|program| program.is_file())
}
