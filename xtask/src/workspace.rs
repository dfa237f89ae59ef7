//! Where we are: the repository, and how its paths are shown.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The repository: the nearest directory, upwards from here, that holds a workspace and its specs.
///
/// # Errors
///
/// When there is none.
pub fn root() -> Result<PathBuf> {
    let here = std::env::current_dir().context("the current directory is gone")?;
    let is_root = |directory: &&Path| {
        directory.join("specs").is_dir() && is_workspace(&directory.join("Cargo.toml"))
    };
    let found = here.ancestors().find(is_root).map(Path::to_path_buf);
    found.with_context(|| {
        format!("no workspace with a `specs` directory at or above {}", here.display())
    })
}

fn is_workspace(manifest: &Path) -> bool {
    std::fs::read_to_string(manifest)
        .is_ok_and(|text| text.lines().any(|line| line.trim() == "[workspace]"))
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
