//! A NATS of a test's own, which it may kill and start again in the same directory.

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server that runs until it is dropped.
pub(crate) struct Server {
    process: Child,
    port: u16,
    home: TempDir,
}

impl Server {
    /// Starts a server; `more` is added to its configuration.
    pub(crate) fn start(more: &str) -> Self {
        let home = tempfile::tempdir().expect("a directory");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it has an address").port();
        drop(listener);
        let configuration = format!(
            "listen: \"127.0.0.1:{port}\"\njetstream {{ store_dir: \"{}\" }}\n{more}\n",
            home.path().join("data").display()
        );
        std::fs::write(home.path().join("nats.conf"), configuration).expect("the disk has room");
        let process = run(home.path(), port);
        Self { process, port, home }
    }

    /// Where it answers.
    pub(crate) fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// SIGKILL: nothing in the server gets a chance to clean up.
    pub(crate) fn kill(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    /// Starts it again where it was.
    pub(crate) fn restart(&mut self) {
        self.process = run(self.home.path(), self.port);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

fn run(home: &Path, port: u16) -> Child {
    let log = std::fs::File::create(home.join("log")).expect("the disk has room");
    let mut process = Command::new(program())
        .arg("--config")
        .arg(home.join("nats.conf"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .expect("nats-server starts");
    let started = Instant::now();
    while !answers(port) {
        let ended = process.try_wait().expect("it can be watched");
        let log = || std::fs::read_to_string(home.join("log")).unwrap_or_default();
        assert!(ended.is_none() && started.elapsed() < PATIENCE, "NATS: {}", log());
        std::thread::yield_now();
    }
    process
}

/// Whether a server greets who connects.
fn answers(port: u16) -> bool {
    let Ok(stream) = TcpStream::connect(SocketAddr::from(([127, 0, 0, 1], port))) else {
        return false;
    };
    let mut greeting = String::new();
    let read = BufReader::new(stream.take(5)).read_line(&mut greeting);
    read.is_ok() && greeting == "INFO "
}

/// The program: named by `cargo xtask test`, or where distributions put it.
fn program() -> PathBuf {
    if let Some(named) = std::env::var_os("TIEBEAM_TEST_NATS_SERVER") {
        return named.into();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let directories = std::env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
    let found =
        directories.map(|directory| directory.join("nats-server")).find(|file| file.is_file());
    found.expect("nats-server is not there: run `cargo xtask test`, which installs it")
}
