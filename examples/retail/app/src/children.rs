//! Systems in processes of their own: children of this one, on free ports.
//!
//! Each child is the program itself with `serve --only` and settings in its environment. It says where it listens, and
//! the ones that are started after it are told. A child ends when its input ends, which is when this process ends,
//! however that happens; whoever can still do so ends it by its id and waits.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, bail};
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use crate::hosts::Host;
use crate::settings::Settings;
use crate::slots::SLOTS;

/// How long a child may take to say where it listens, and to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// Systems that run in processes of their own; they are killed when this is dropped.
#[derive(Debug)]
pub struct Children {
    program: PathBuf,
    settings: Settings,
    running: Vec<Running>,
    killed: Vec<Killed>,
}

/// A child and its ends of the pipes.
#[derive(Debug)]
struct Running {
    system: &'static str,
    /// Where it listens: names and URLs.
    places: Vec<(String, String)>,
    child: Child,
    input: ChildStdin,
    /// Kept open: a child that writes to a closed pipe would fail.
    _output: Lines<BufReader<ChildStdout>>,
}

/// A system that was killed.
#[derive(Debug)]
struct Killed {
    system: &'static str,
    /// Where it stood among the running ones.
    position: usize,
    /// Where it listened: names and URLs.
    places: Vec<(String, String)>,
}

impl Children {
    /// Starts systems in processes of their own, one after the other.
    ///
    /// # Errors
    ///
    /// When a child cannot be started, or ends before it listens.
    pub async fn start(
        program: &Path,
        settings: &Settings,
        systems: &[&'static str],
    ) -> anyhow::Result<Self> {
        let mut children = Self {
            program: program.to_owned(),
            settings: settings.clone(),
            running: Vec::new(),
            killed: Vec::new(),
        };
        for system in systems {
            let running = children.run(system, 0).await?;
            children.running.push(running);
        }
        Ok(children)
    }

    /// Whether a system runs in a process of its own, or was killed there.
    pub fn has(&self, system: &str) -> bool {
        let mut running = self.running.iter().map(|running| running.system);
        let mut killed = self.killed.iter().map(|killed| killed.system);
        running.any(|it| it == system) || killed.any(|it| it == system)
    }

    /// Kills a system by the id of its process: it has no time for anything.
    ///
    /// # Errors
    ///
    /// When it does not run.
    pub async fn kill(&mut self, system: &str) -> anyhow::Result<()> {
        let position = self.running.iter().position(|running| running.system == system);
        let position = position.with_context(|| format!("{system} does not run"))?;
        let Running { system, places, mut child, .. } = self.running.remove(position);
        self.killed.push(Killed { system, position, places });
        child.kill().await.with_context(|| format!("{system} cannot be killed"))
    }

    /// Starts a system again that was killed, where it listened before.
    ///
    /// # Errors
    ///
    /// When it was not killed, or does not start.
    pub async fn revive(&mut self, system: &str) -> anyhow::Result<()> {
        let index = self.killed.iter().position(|killed| killed.system == system);
        let index = index.with_context(|| format!("{system} was not killed"))?;
        let Killed { system, position, places } = self.killed.remove(index);
        let first_port = first_port(&places).context("its ports have no room before them")?;
        let running = self.run(system, first_port).await?;
        self.running.insert(position.min(self.running.len()), running);
        Ok(())
    }

    /// Where everything listens: names and URLs, in the order in which it was started.
    pub fn places(&self) -> impl Iterator<Item = &(String, String)> {
        self.running.iter().flat_map(|running| &running.places)
    }

    /// The ids of the processes.
    pub fn ids(&self) -> impl Iterator<Item = u32> {
        self.running.iter().filter_map(|running| running.child.id())
    }

    /// Ends all of them, from the channels down, and waits until they have ended.
    ///
    /// # Errors
    ///
    /// When a child failed, or had to be killed.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        let mut failed = Vec::new();
        while let Some(Running { system, mut child, input, .. }) = self.running.pop() {
            drop(input);
            match tokio::time::timeout(PATIENCE, child.wait()).await {
                Ok(Ok(status)) if status.success() => {}
                Ok(status) => failed.push(format!("{system} ended with {status:?}")),
                Err(_) => {
                    failed.push(format!("{system} did not end and was killed"));
                    child.kill().await?;
                }
            }
        }
        if failed.is_empty() { Ok(()) } else { bail!(failed.join("; ")) }
    }

    /// Starts a system; its ports are counted from the first one, or any that are free where that is zero.
    async fn run(&self, system: &'static str, first_port: u16) -> anyhow::Result<Running> {
        let mut command = Command::new(&self.program);
        command.args(["serve", "--only", system, "--until-input-ends"]);
        // What this process was told is in its settings already.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("RETAIL_") {
                command.env_remove(name);
            }
        }
        command.envs(self.settings.variables());
        command.env("RETAIL_SERVE_FIRST_PORT", first_port.to_string());
        command.env_remove("RETAIL_SERVE_ONLY");
        for (name, url) in self.places() {
            // What is beside production has no address in the settings.
            if SLOTS.iter().any(|slot| slot.name == name) {
                let name = name.replace('-', "_").to_ascii_uppercase();
                command.env(format!("RETAIL_URL_{name}"), url);
            }
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let child = command.spawn();
        let mut child =
            child.with_context(|| format!("cannot start {}", self.program.display()))?;
        let input = child.stdin.take().context("the input of a child is a pipe")?;
        let output = child.stdout.take().context("the output of a child is a pipe")?;
        let mut output = BufReader::new(output).lines();
        let places = tokio::time::timeout(PATIENCE, announcements(&mut output)).await;
        let places = places.with_context(|| format!("{system} does not say where it listens"))?;
        let places = places.with_context(|| format!("{system} could not be started"))?;
        Ok(Running { system, places, child, input, _output: output })
    }
}

/// The port from which ports are counted, so that a system listens where it did.
fn first_port(places: &[(String, String)]) -> Option<u16> {
    let slot = |name: &str| SLOTS.iter().find(|slot| slot.name == name);
    let (slot, url) = places.iter().find_map(|(name, url)| Some((slot(name)?, url)))?;
    let (_, port) = url.rsplit_once(':')?;
    port.parse::<u16>().ok()?.checked_sub(slot.position()).filter(|first| *first > 0)
}

/// Reads where a child listens, until it is ready.
async fn announcements(
    output: &mut Lines<BufReader<ChildStdout>>,
) -> anyhow::Result<Vec<(String, String)>> {
    let mut places = Vec::new();
    while let Some(line) = output.next_line().await? {
        if line == crate::cli::READY {
            return Ok(places);
        }
        places.extend(Host::announced(&line));
    }
    bail!("it ended before it was ready")
}
