//! A NATS of our own for the time of the tests: found or installed, in a temporary directory, gone at the end.

mod server;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::packages::{self, Package};
use crate::workspaces;

pub use server::Server;

/// Where tests read the URL of the server.
pub const VARIABLE: &str = "TIEBEAM_TEST_NATS";

/// Where tests that start servers of their own read the program.
pub const PROGRAM_VARIABLE: &str = "TIEBEAM_TEST_NATS_SERVER";

/// The line of a workspace's manifest that asks for a NATS, below `[workspace.metadata.tiebeam]`.
const WISH: &str = "test-nats = true";

const PACKAGE: Package = Package {
    name: "nats-server",
    product: "NATS",
    otherwise: "install nats-server by hand, or name the program with \
        TIEBEAM_TEST_NATS_SERVER=/path/to/nats-server",
};

/// Starts a server where one of the workspaces asks for one; it stops when it is dropped. A server that somebody named
/// is left to serve, and the program is still looked for, because some tests start their own.
///
/// # Errors
///
/// When NATS is neither there nor can be installed, or does not start.
pub fn for_tests<'a>(workspaces: impl IntoIterator<Item = &'a Path>) -> Result<Option<Server>> {
    if !workspaces::wish(workspaces, WISH) {
        return Ok(None);
    }
    let named = std::env::var(VARIABLE).ok();
    Server::start(find_or_install()?, named).map(Some)
}

/// The program, installed first where it is missing.
fn find_or_install() -> Result<PathBuf> {
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
