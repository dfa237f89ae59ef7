//! One server: configured, started, waited for, killed, removed.

use std::fs;
use std::io::Read as _;
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use tempfile::TempDir;

use crate::servers::{Ends, free_port};

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// How often to see whether it answers.
const PAUSE: Duration = Duration::from_millis(20);

/// What a server greets with.
const GREETING: &[u8; 5] = b"INFO ";

/// A server that runs until it is dropped, or one that somebody named.
pub struct Server {
    url: String,
    program: PathBuf,
    running: Option<(Child, TempDir)>,
}

impl Server {
    /// A server that somebody named, and the program that it probably runs.
    pub fn named(program: PathBuf, url: String) -> Self {
        Self { url, program, running: None }
    }

    /// Starts a server.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub fn start(program: PathBuf, ends: Ends) -> Result<Self> {
        let started = Instant::now();
        let home = tempfile::Builder::new()
            .prefix("tiebeam-nats-")
            .tempdir()
            .context("cannot make a temporary directory")?;
        let port = free_port()?;
        let configuration = format!(
            "listen: \"127.0.0.1:{port}\"\njetstream {{ store_dir: \"{}\" }}\n",
            home.path().join("data").display()
        );
        let file = home.path().join("nats.conf");
        fs::write(&file, configuration).context("cannot write a configuration")?;
        let log = fs::File::create(home.path().join("log")).context("cannot write a log")?;
        let mut process = Command::new(&program);
        ends.arrange(&mut process);
        let mut process = process
            .arg("--config")
            .arg(&file)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .context("cannot start nats-server")?;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let answered = wait(&mut process, address, home.path());
        // From here on dropping it kills the process.
        let url = format!("nats://{address}");
        let server = Self { url, program, running: Some((process, home)) };
        answered?;
        eprintln!("NATS answers at {} after {:.1?}", server.url, started.elapsed());
        Ok(server)
    }

    /// Where it answers.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The program that it runs, for tests that start servers of their own.
    pub fn program(&self) -> &Path {
        &self.program
    }
}

impl Drop for Server {
    /// Nothing in it is worth a farewell; its directory is removed after this.
    fn drop(&mut self) {
        if let Some((process, _)) = &mut self.running {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

fn wait(process: &mut Child, address: SocketAddr, home: &Path) -> Result<()> {
    let started = Instant::now();
    while !answers(address) {
        let ended = process.try_wait().context("cannot watch nats-server")?;
        if ended.is_some() || started.elapsed() > PATIENCE {
            let log = fs::read_to_string(home.join("log")).unwrap_or_default();
            bail!("NATS does not start:\n{}", log.trim());
        }
        thread::sleep(PAUSE);
    }
    Ok(())
}

/// Whether a server greets who connects.
fn answers(address: SocketAddr) -> bool {
    let mut greeting = [0; GREETING.len()];
    let greeted =
        TcpStream::connect(address).and_then(|mut stream| stream.read_exact(&mut greeting));
    greeted.is_ok() && greeting == *GREETING
}
