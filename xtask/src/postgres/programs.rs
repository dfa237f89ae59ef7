//! PostgreSQL's programs: where distributions put them, and how to get them where they are missing.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::packages::{self, Package};

/// What a cluster is made, run, probed and stopped with.
const NEEDED: [&str; 4] = ["initdb", "pg_ctl", "pg_isready", "postgres"];

const PACKAGE: Package = Package {
    name: "postgresql",
    product: "PostgreSQL",
    otherwise: "install PostgreSQL by hand, \
        or name a server with TIEBEAM_TEST_POSTGRES=postgres://user@host:port/database",
};

/// The directory of PostgreSQL's programs, installed first where it is missing.
///
/// # Errors
///
/// When it is missing and cannot be installed.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    packages::install(&PACKAGE)?;
    match find() {
        Some(found) => Ok(found),
        None => {
            bail!("the package `postgresql` was installed, but its `initdb` is nowhere to be found")
        }
    }
}

/// On the path, or where distributions put it: the newest version.
fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let has_programs =
        |directory: &PathBuf| NEEDED.iter().all(|name| directory.join(name).is_file());
    std::env::split_paths(&path).find(has_programs).or_else(|| {
        let mut versions = versions(Path::new("/usr/lib/postgresql"));
        versions.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
        versions.into_iter().map(|(_, directory)| directory.join("bin")).find(has_programs)
    })
}

/// The directories that are named for a major version.
fn versions(parent: &Path) -> Vec<(u32, PathBuf)> {
    let entries = std::fs::read_dir(parent).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::versions;

    #[test]
    fn versions_are_numbers() {
        let parent = tempfile::tempdir().expect("a directory");
        for name in ["9", "15", "common"] {
            std::fs::create_dir(parent.path().join(name)).expect("a directory");
        }
        let mut found: Vec<u32> =
            versions(parent.path()).into_iter().map(|(version, _)| version).collect();
        found.sort_unstable();
        assert_eq!(found, [9, 15]);
        assert!(versions(&parent.path().join("absent")).is_empty());
    }
}
