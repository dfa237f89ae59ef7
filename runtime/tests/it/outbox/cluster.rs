//! A PostgreSQL of a test's own, which it may kill and start again.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// A server that runs until it is dropped.
pub(super) struct Cluster {
    programs: PathBuf,
    /// Who runs it, where it may not be who we are.
    user: Option<(u32, u32)>,
    home: TempDir,
    port: u16,
    server: Child,
}

impl Cluster {
    pub(super) fn start() -> Self {
        let (programs, home) = (programs(), tempfile::tempdir().expect("a directory"));
        let is_root = home.path().metadata().expect("it is there").uid() == 0;
        let user = is_root.then(unprivileged);
        if let Some((user, group)) = user {
            chown(home.path(), Some(user), Some(group)).expect("we may give it away");
        }
        let data = home.path().join("data");
        let made = program(&programs, "initdb", user)
            .args(["--no-sync", "--auth=trust", "--username=postgres", "--pgdata"])
            .arg(&data)
            .output()
            .expect("initdb starts");
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it has an address").port();
        drop(listener);
        let server = run(&programs, user, home.path(), port);
        Self { programs, user, home, port, server }
    }

    pub(super) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// Stops it at once: connections break, and what was not committed is gone.
    pub(super) fn kill(&mut self) {
        let stopped = program(&self.programs, "pg_ctl", self.user)
            .args(["stop", "--silent", "--mode=immediate", "--pgdata"])
            .arg(self.home.path().join("data"))
            .status();
        if !stopped.is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }

    /// Starts it again where it was: it recovers what was committed.
    pub(super) fn restart(&mut self) {
        self.server = run(&self.programs, self.user, self.home.path(), self.port);
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.kill();
    }
}

fn run(programs: &Path, user: Option<(u32, u32)>, home: &Path, port: u16) -> Child {
    let log = std::fs::File::create(home.join("log")).expect("the disk has room");
    let mut server = program(programs, "postgres", user)
        .arg("-D")
        .arg(home.join("data"))
        .args(["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="])
        // The server dies; the machine does not.
        .args(["-c", "fsync=off", "-c", &format!("port={port}")])
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .expect("postgres starts");
    let started = Instant::now();
    let mut probe = program(programs, "pg_isready", user);
    probe.args(["--quiet", "--host=127.0.0.1", &format!("--port={port}")]);
    let address = SocketAddr::from(([127, 0, 0, 1], port));
    while TcpStream::connect(address).is_err()
        || !probe.status().expect("pg_isready starts").success()
    {
        let ended = server.try_wait().expect("it can be watched");
        let log = || std::fs::read_to_string(home.join("log")).unwrap_or_default();
        assert!(ended.is_none() && started.elapsed() < PATIENCE, "PostgreSQL: {}", log());
        std::thread::yield_now();
    }
    server
}

fn program(programs: &Path, name: &str, user: Option<(u32, u32)>) -> Command {
    let mut program = Command::new(programs.join(name));
    // The directory that we are in may be closed to that user.
    program.current_dir("/").env("LC_ALL", "C").stdin(Stdio::null());
    if let Some((user, group)) = user {
        program.uid(user).gid(group);
    }
    program
}

/// A user and a group without rights: PostgreSQL refuses to run as root.
fn unprivileged() -> (u32, u32) {
    let users = std::fs::read_to_string("/etc/passwd").expect("a list of users");
    let user = users.lines().find(|line| line.starts_with("nobody:")).expect("nobody is there");
    let mut numbers = user.split(':').skip(2).map(|number| number.parse().expect("a number"));
    (numbers.next().expect("a user"), numbers.next().expect("a group"))
}

/// On the path, or where distributions put them: the newest version.
fn programs() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut versions: Vec<_> = versions.map(|version| version.path().join("bin")).collect();
    versions.sort();
    let directories = std::env::split_paths(&path).chain(versions.into_iter().rev());
    let has_all = |directory: &PathBuf| {
        let needed = ["initdb", "pg_ctl", "pg_isready", "postgres"];
        needed.iter().all(|name| directory.join(name).is_file())
    };
    let found = directories.into_iter().find(has_all);
    found.expect("PostgreSQL is not there: run `cargo xtask test`, which installs it")
}
