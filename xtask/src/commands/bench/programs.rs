//! The programs of `examples/retail/bench`: built with optimization, pinned to a core each, stopped when they are
//! dropped.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};
use serde::de::DeserializeOwned;

use super::process;
use crate::steps;

/// Where the package stands.
const MANIFEST: &str = "examples/retail/Cargo.toml";

/// The core of servers and the core of what asks them.
const SERVERS: &str = "0";
const CALLERS: &str = "1";

/// The program with all its parts.
#[derive(Debug)]
pub struct Programs {
    program: PathBuf,
    pinning: Pinning,
}

/// Whether programs stay on a core.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pinning {
    /// Servers on one, callers on another.
    Pinned,
    /// The machine has one core, or no `taskset`.
    Free,
}

/// A server that runs until this is dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it answers.
    pub address: String,
}

/// Callers that hold connections until they are told to end.
#[derive(Debug)]
pub struct Holding {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl Programs {
    /// Builds them.
    ///
    /// # Errors
    ///
    /// When they do not compile.
    pub fn build(root: &Path) -> Result<Self> {
        let begun = Instant::now();
        eprintln!("building the servers and the load with optimization");
        let mut cargo = steps::cargo(root);
        cargo.args(["build", "--release", "--manifest-path", MANIFEST]);
        cargo.args(["--package", "retail-bench", "--features", "stores"]);
        cargo.args(["--message-format", "json-render-diagnostics"]).stdout(Stdio::piped());
        let mut child = cargo.spawn().context("cannot start cargo")?;
        let output = child.stdout.take().context("cargo has an output")?;
        let mut program = None;
        for line in BufReader::new(output).lines() {
            let message: serde_json::Value = serde_json::from_str(&line?).unwrap_or_default();
            if message["target"]["name"] == "retail-bench" {
                program = message["executable"].as_str().map(PathBuf::from).or(program);
            }
        }
        ensure!(child.wait()?.success(), "the benchmarks do not compile");
        let program = program.context("cargo did not say where it put `retail-bench`")?;
        eprintln!("built in {:.0?}", begun.elapsed());
        Ok(Self { program, pinning: Pinning::here() })
    }

    /// Whether they stay on a core.
    pub fn pinning(&self) -> Pinning {
        self.pinning
    }

    /// Starts a server and waits until it listens.
    ///
    /// # Errors
    ///
    /// When it does not.
    pub fn serve(&self, arguments: &[&str]) -> Result<Server> {
        let mut command = self.on(SERVERS);
        command.arg("serve").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().context("cannot start a server")?;
        let output = child.stdout.take().context("a server has an output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        if line.is_empty() {
            bail!("the server {arguments:?} ended with {}", child.wait()?);
        }
        Ok(Server { child, address: line.trim().to_owned() })
    }

    /// Runs something that asks a server, and reads what it tells.
    ///
    /// # Errors
    ///
    /// When it fails.
    pub fn ask<T: DeserializeOwned>(&self, arguments: &[&str]) -> Result<T> {
        let output = self.on(CALLERS).args(arguments).stderr(Stdio::inherit()).output();
        let output = output.context("cannot start the load")?;
        ensure!(output.status.success(), "{arguments:?} ended with {}", output.status);
        serde_json::from_slice(&output.stdout).context("the load told something else")
    }

    /// Starts callers that hold connections, and waits until they do.
    ///
    /// # Errors
    ///
    /// When they cannot.
    pub fn hold(&self, arguments: &[&str]) -> Result<Holding> {
        let mut command = self.on(CALLERS);
        command.arg("hold").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().context("cannot start the callers")?;
        let output = child.stdout.take().context("the callers have an output")?;
        let mut output = BufReader::new(output);
        let mut line = String::new();
        output.read_line(&mut line)?;
        ensure!(line.trim() == "held", "the callers {arguments:?} ended with {}", child.wait()?);
        Ok(Holding { child, output })
    }

    fn on(&self, core: &str) -> Command {
        match self.pinning {
            Pinning::Free => Command::new(&self.program),
            Pinning::Pinned => {
                let mut command = Command::new("taskset");
                command.args(["--cpu-list", core]).arg(&self.program);
                command
            }
        }
    }
}

impl Pinning {
    fn here() -> Self {
        let has_cores = std::thread::available_parallelism().is_ok_and(|cores| cores.get() > 1);
        let mut trial = Command::new("taskset");
        trial.args(["--cpu-list", CALLERS, "true"]).stdout(Stdio::null()).stderr(Stdio::null());
        let mut can_pin = || trial.status().is_ok_and(|status| status.success());
        if has_cores && can_pin() { Self::Pinned } else { Self::Free }
    }

    /// In words.
    pub fn told(self) -> &'static str {
        match self {
            Self::Pinned => "servers on one core, callers on another",
            Self::Free => "not pinned to cores: this machine has one, or no `taskset`",
        }
    }
}

impl Server {
    /// Its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Nanoseconds of the processor that it has used.
    pub fn cpu_nanos(&self) -> Option<u64> {
        process::processor_time(self.process()).and_then(|time| u64::try_from(time.as_nanos()).ok())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Holding {
    /// Lets the callers go, and reads what they tell.
    ///
    /// # Errors
    ///
    /// When they tell something else.
    pub fn end<T: DeserializeOwned>(mut self) -> Result<T> {
        drop(self.child.stdin.take());
        let mut text = String::new();
        self.output.read_to_string(&mut text)?;
        self.child.wait()?;
        serde_json::from_str(&text).context("the callers told something else")
    }
}
