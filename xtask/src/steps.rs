//! Other programs, started from the root of the repository.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

/// How often to see whether a program has ended, or should.
const PAUSE: Duration = Duration::from_millis(20);

/// The cargo that runs us, or the one on the path.
///
/// Each workspace's own `.cargo/config.toml` names the target directory that all share; cargo reads it from the
/// directory it is started in, not from that of the manifest, so it is handed on here.
pub fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root);
    if std::env::var_os("CARGO_TARGET_DIR").is_none() {
        cargo.env("CARGO_TARGET_DIR", root.join("target"));
    }
    // What cargo told this process about its package must not reach another build.
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_")
            || name.starts_with("CARGO_MANIFEST_")
            || name == "CARGO_BIN_NAME"
        {
            cargo.env_remove(&*name);
        }
    }
    cargo
}

/// Brings Rust files, and the modules that they name, into the form that the repository's `rustfmt.toml` asks for.
///
/// # Errors
///
/// When rustfmt cannot be started.
pub fn format<'a>(files: impl IntoIterator<Item = &'a PathBuf>) -> Result<ExitStatus> {
    start(Command::new("rustfmt").args(["--edition", "2024"]).args(files))
}

/// Runs another command of ours, as a process of its own: commands do not call each other.
///
/// # Errors
///
/// When it cannot be started.
pub fn xtask(root: &Path, arguments: &[&str]) -> Result<ExitStatus> {
    start(own(root).args(arguments))
}

/// This program.
///
/// # Panics
///
/// When its file is gone.
pub fn own(root: &Path) -> Command {
    let mut program =
        Command::new(std::env::current_exe().expect("the running executable has a path"));
    program.current_dir(root);
    program
}

/// Runs a program to its end; its output is ours.
///
/// # Errors
///
/// When it cannot be started.
pub fn start(program: &mut Command) -> Result<ExitStatus> {
    program
        .status()
        .with_context(|| format!("cannot start {}", program.get_program().to_string_lossy()))
}

/// Signals that would end us end a program of ours instead, so that there is time to clear up behind it.
pub struct Signals {
    interrupt: Arc<AtomicBool>,
    terminate: Arc<AtomicBool>,
}

impl Signals {
    /// Takes them, for as long as this process runs.
    ///
    /// # Errors
    ///
    /// When the system does not let us.
    pub fn take() -> Result<Self> {
        let (interrupt, terminate) = (Arc::default(), Arc::default());
        // A terminal that is closed ends what runs in it.
        for (signal, flag) in [(SIGINT, &interrupt), (SIGTERM, &terminate), (SIGHUP, &terminate)] {
            flag::register(signal, Arc::clone(flag)).context("cannot take a signal")?;
        }
        Ok(Self { interrupt, terminate })
    }

    /// Runs a program to its end; its output is ours, and so are the signals that it gets.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub fn wait_for(&self, program: &mut Command) -> Result<ExitStatus> {
        let name = program.get_program().to_string_lossy().into_owned();
        let mut child = program.spawn().with_context(|| format!("cannot start {name}"))?;
        loop {
            if let Some(ended) = child.try_wait().with_context(|| format!("cannot watch {name}"))? {
                return Ok(ended);
            }
            self.pass_on(&child);
            thread::sleep(PAUSE);
        }
    }

    /// What came meanwhile goes to the program. A terminal sends it an interrupt as well; a second one is the same.
    fn pass_on(&self, child: &Child) {
        for (flag, name) in [(&self.interrupt, "-INT"), (&self.terminate, "-TERM")] {
            if flag.swap(false, Ordering::Relaxed) {
                // Whoever has ended meanwhile needs no signal.
                let _ = Command::new("kill").args([name, &child.id().to_string()]).status();
            }
        }
    }
}
