//! One cluster: made, started, waited for, stopped, removed.
//!
//! The server is a child of ours and not a daemon. It refuses to run as root; then it runs as `postgres`, or else as
//! `nobody`.

use std::fs;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use tempfile::TempDir;

use crate::packages::is_root;
use crate::servers::{Ends, free_port};

/// How long a server may take to answer; a slow disk takes some seconds.
const PATIENCE: Duration = Duration::from_mins(1);

/// How often to see whether it answers.
const PAUSE: Duration = Duration::from_millis(50);

/// A cluster that runs until it is dropped.
pub struct Cluster {
    url: String,
    server: Child,
    stop: Command,
    home: TempDir,
}

/// Somebody who may run the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct User {
    id: u32,
    group: u32,
}

impl Cluster {
    /// Makes and starts a cluster with the programs of a directory.
    ///
    /// # Errors
    ///
    /// When one of them fails.
    pub fn start(programs: &Path, ends: Ends) -> Result<Self> {
        let started = Instant::now();
        let user = if is_root() { Some(unprivileged()?) } else { None };
        let home = tempfile::Builder::new()
            .prefix("tiebeam-postgres-")
            .tempdir()
            .context("cannot make a temporary directory")?;
        if let Some(user) = user {
            chown(home.path(), Some(user.id), Some(user.group))
                .context("cannot give the temporary directory away")?;
        }
        let data = home.path().join("data");
        let program = |name: &str| program(programs, name, user);
        let made = program("initdb")
            .args([
                "--no-sync",
                "--auth=trust",
                "--username=postgres",
                "--encoding=UTF8",
                "--pgdata",
            ])
            .arg(&data)
            .output()
            .context("cannot start initdb")?;
        if !made.status.success() {
            bail!("initdb failed: {}", String::from_utf8_lossy(&made.stderr).trim());
        }
        let port = free_port()?;
        let log = fs::File::create(home.path().join("log")).context("cannot write a log")?;
        let mut server = program("postgres");
        ends.arrange(&mut server);
        let server = server
            .arg("-D")
            .arg(&data)
            .args(["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="])
            // What is tested dies; the machine does not.
            .args(["-c", "fsync=off", "-c", &format!("port={port}")])
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .context("cannot start postgres")?;
        let mut stop = program("pg_ctl");
        stop.args(["stop", "--silent", "--mode=immediate", "--pgdata"]).arg(&data);
        let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        let mut probe = program("pg_isready");
        probe.args(["--quiet", "--host=127.0.0.1", &format!("--port={port}")]);
        let mut cluster = Self { url, server, stop, home };
        cluster.wait(probe)?;
        eprintln!("PostgreSQL answers at {} after {:.1?}", cluster.url, started.elapsed());
        Ok(cluster)
    }

    /// Where it answers.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn wait(&mut self, mut probe: Command) -> Result<()> {
        let started = Instant::now();
        loop {
            if probe.status().context("cannot start pg_isready")?.success() {
                return Ok(());
            }
            let ended = self.server.try_wait().context("cannot watch postgres")?;
            if ended.is_some() || started.elapsed() > PATIENCE {
                let log = fs::read_to_string(self.home.path().join("log")).unwrap_or_default();
                bail!("PostgreSQL does not start:\n{}", log.trim());
            }
            thread::sleep(PAUSE);
        }
    }
}

impl Drop for Cluster {
    /// Nothing in it is worth a checkpoint; its directory is removed after this.
    fn drop(&mut self) {
        let is_stopping = self.stop.status().is_ok_and(|status| status.success());
        if !is_stopping {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

/// A program of PostgreSQL's, run by somebody who may.
fn program(programs: &Path, name: &str, user: Option<User>) -> Command {
    let mut program = Command::new(programs.join(name));
    // The directory that we are in may be closed to that user.
    program.current_dir("/").env("LC_ALL", "C").stdin(Stdio::null());
    if let Some(user) = user {
        program.uid(user.id).gid(user.group);
    }
    program
}

/// A user without rights, from the list of users.
fn unprivileged() -> Result<User> {
    let users = fs::read_to_string("/etc/passwd").context("cannot read the list of users")?;
    let found = ["postgres", "nobody"].iter().find_map(|name| user(&users, name));
    found.context(
        "PostgreSQL refuses to run as root, and there is neither a user `postgres` nor `nobody`",
    )
}

fn user(users: &str, name: &str) -> Option<User> {
    users.lines().find_map(|line| {
        let mut parts = line.split(':');
        let is_named = parts.next() == Some(name);
        let mut numbers = parts.skip(1).map(str::parse);
        let (id, group) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
        (is_named && id != 0).then_some(User { id, group })
    })
}

#[cfg(test)]
mod tests {
    use super::{User, user};

    #[test]
    fn a_user_without_rights_is_found_by_name() {
        let users = "root:x:0:0::/root:/bin/sh\nbroken\npostgres:x:104:107::/:/bin/bash\nadmin:x:0:0::/:/\n";
        assert_eq!(user(users, "postgres"), Some(User { id: 104, group: 107 }));
        assert_eq!(user(users, "nobody"), None);
        assert_eq!(user(users, "admin"), None, "another name for root");
    }
}
