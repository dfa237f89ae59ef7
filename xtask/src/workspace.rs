//! Where we are: the repository, and how its paths are shown.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// The repository: the nearest directory, upwards from here, that holds a workspace and its specs.
///
/// # Errors
///
/// When there is none.
pub fn root() -> Result<PathBuf> {
    let here = std::env::current_dir().context("the current directory is gone")?;
    let is_root = |directory: &&Path| directory.join("specs").is_dir() && is_in(directory);
    let found = here.ancestors().find(is_root).map(Path::to_path_buf);
    found.with_context(|| {
        format!("no workspace with a `specs` directory at or above {}", here.display())
    })
}

/// Whether a workspace is in a directory itself.
pub fn is_in(directory: &Path) -> bool {
    std::fs::read_to_string(directory.join("Cargo.toml"))
        .is_ok_and(|text| text.lines().any(|line| line.trim() == "[workspace]"))
}

/// Whether a repository is Tiebeam's own, and not that of a platform which uses it.
pub fn is_tiebeam(root: &Path) -> bool {
    std::fs::read_to_string(root.join("xtask/Cargo.toml"))
        .is_ok_and(|text| text.lines().any(|line| line.trim() == "name = \"tiebeam-xtask\""))
}

/// Tiebeam's own repository, for a command that means nothing elsewhere.
///
/// # Errors
///
/// When we are elsewhere; `elsewhere` says what to do instead.
pub fn tiebeam(elsewhere: &str) -> Result<PathBuf> {
    let root = root()?;
    ensure!(is_tiebeam(&root), "{elsewhere}");
    Ok(root)
}

/// A path as a person here would type it.
pub fn shown(path: &Path) -> String {
    let shown = std::env::current_dir().ok().and_then(|here| {
        let relative = path.strip_prefix(&here).ok()?;
        Some(if relative.as_os_str().is_empty() {
            PathBuf::from(".")
        } else {
            relative.to_path_buf()
        })
    });
    shown.as_deref().unwrap_or(path).display().to_string().replace('\\', "/")
}
