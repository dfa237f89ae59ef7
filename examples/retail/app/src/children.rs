//! One process for each system: children of this one, on free ports.
//!
//! Each child is the program itself with `serve --only` and settings in its environment. It says where it listens, and
//! the ones that are started after it are told. A child ends when its input ends, which is when this process ends,
//! however that happens; whoever can still do so ends it by its id and waits.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, bail};
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use crate::hosts::Host;
use crate::settings::Settings;
use crate::slots::systems;

/// How long a child may take to say where it listens, and to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// Systems that run in processes of their own; they are killed when this is dropped.
#[derive(Debug, Default)]
pub struct Children {
    running: Vec<Running>,
    /// Where everything listens: names and URLs.
    places: Vec<(String, String)>,
}

/// A child and its ends of the pipes.
#[derive(Debug)]
struct Running {
    system: &'static str,
    child: Child,
    input: ChildStdin,
    /// Kept open: a child that writes to a closed pipe would fail.
    _output: Lines<BufReader<ChildStdout>>,
}

impl Children {
    /// Starts every system in a process of its own, from the bottom up.
    ///
    /// # Errors
    ///
    /// When a child cannot be started, or ends before it listens.
    pub async fn start(program: &Path, settings: &Settings) -> anyhow::Result<Self> {
        let mut children = Self::default();
        for system in systems() {
            children.start_one(program, system, settings).await?;
        }
        Ok(children)
    }

    /// Where everything listens: names and URLs, in the order in which it was started.
    #[must_use]
    pub fn places(&self) -> &[(String, String)] {
        &self.places
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
        while let Some(Running { system, mut child, input, _output }) = self.running.pop() {
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

    async fn start_one(
        &mut self,
        program: &Path,
        system: &'static str,
        settings: &Settings,
    ) -> anyhow::Result<()> {
        let mut command = Command::new(program);
        command.args(["serve", "--only", system, "--until-input-ends"]);
        // What this process was told is in its settings already.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("RETAIL_") {
                command.env_remove(name);
            }
        }
        command.envs(settings.variables()).env("RETAIL_SERVE_FIRST_PORT", "0");
        command.env_remove("RETAIL_SERVE_ONLY");
        for (name, url) in &self.places {
            let name = name.replace('-', "_").to_ascii_uppercase();
            // What is beside production has no address in the settings.
            if !name.ends_with("_ADMIN") && name != "RECORDER" {
                command.env(format!("RETAIL_URL_{name}"), url);
            }
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let child = command.spawn();
        let mut child = child.with_context(|| format!("cannot start {}", program.display()))?;
        let input = child.stdin.take().context("the input of a child is a pipe")?;
        let output = child.stdout.take().context("the output of a child is a pipe")?;
        let mut output = BufReader::new(output).lines();
        let places = tokio::time::timeout(PATIENCE, announcements(&mut output)).await;
        let places = places.with_context(|| format!("{system} does not say where it listens"))?;
        self.places.extend(places.with_context(|| format!("{system} could not be started"))?);
        self.running.push(Running { system, child, input, _output: output });
        Ok(())
    }
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
