//! A NATS of our own for the time of the tests or of the demonstration: found or installed, in a temporary directory, gone at the end.

mod program;
mod server;

use std::path::Path;

use anyhow::Result;

use crate::servers::Ends;
use crate::workspaces;

pub use program::{PROGRAM_VARIABLE, find_or_install};
pub use server::Server;

/// Where tests read the URL of the server.
pub const VARIABLE: &str = "TIEBEAM_TEST_NATS";

/// The line of a workspace's manifest that asks for a NATS, below `[workspace.metadata.tiebeam]`.
const WISH: &str = "test-nats = true";

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
    let program = find_or_install()?;
    let named = std::env::var(VARIABLE).ok();
    let server = match named {
        Some(url) => Ok(Server::named(program, url)),
        None => Server::start(program, Ends::WithTheTerminal),
    };
    server.map(Some)
}
