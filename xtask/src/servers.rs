//! What the servers that we start have in common.

use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::process::Command;

use anyhow::{Context as _, Result};

/// What ends a server besides us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// Whatever a terminal sends to all that was started in it: for who does not care in which order things end.
    WithTheTerminal,
    /// Nothing: who uses it ends first.
    WhenTold,
}

impl Ends {
    /// Arranges it for a server that is about to be started.
    pub fn arrange(self, server: &mut Command) {
        if self == Self::WhenTold {
            server.process_group(0);
        }
    }
}

/// A port on which nobody listens.
///
/// # Errors
///
/// When there is none.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("there is no free port")?;
    Ok(listener.local_addr().context("a listener has an address")?.port())
}
