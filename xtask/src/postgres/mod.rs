//! A PostgreSQL of our own for the time of the tests or of the demonstration: found or installed, in a temporary directory, gone at the end.

mod cluster;
mod programs;

use std::path::Path;

use anyhow::Result;

use crate::servers::Ends;
use crate::workspaces;

pub use cluster::Cluster;
pub use programs::find_or_install;

/// Where tests read the URL of the server.
pub const VARIABLE: &str = "TIEBEAM_TEST_POSTGRES";

/// The line of a workspace's manifest that asks for a PostgreSQL, below `[workspace.metadata.tiebeam]`.
const WISH: &str = "test-postgres = true";

/// Starts a cluster where one of the workspaces asks for one and nobody named another; it stops when it is dropped.
///
/// # Errors
///
/// When PostgreSQL is neither there nor can be installed, or does not start.
pub fn for_tests<'a>(workspaces: impl IntoIterator<Item = &'a Path>) -> Result<Option<Cluster>> {
    if !workspaces::wish(workspaces, WISH) || std::env::var_os(VARIABLE).is_some() {
        return Ok(None);
    }
    Cluster::start(&find_or_install()?, Ends::WithTheTerminal).map(Some)
}
