//! Other programs, started from the root of the repository.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use anyhow::{Context, Result};

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
