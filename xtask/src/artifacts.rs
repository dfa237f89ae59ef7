//! Generated files outside the generated tree: schemas for editors, reference pages.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result};

use crate::report::Verdict;
use crate::sync::first_difference;

/// Files that one command writes.
#[derive(Debug, Default)]
pub struct Artifacts {
    /// Paths relative to the repository, with `/` between segments, and their texts.
    pub files: BTreeMap<String, String>,
    /// Directories in which nothing else may stand.
    pub owned: Vec<&'static str>,
}

/// Whether files are written or compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Written where they differ.
    Write,
    /// Compared.
    Check,
}

/// Writes or compares files; what is said about them goes to standard output.
///
/// # Errors
///
/// When a file cannot be read or written.
pub fn bring(root: &Path, artifacts: &Artifacts, mode: Mode, command: &str) -> Result<Verdict> {
    let mut verdict = Verdict::Clean;
    for (path, text) in &artifacts.files {
        let place = root.join(path);
        let found = fs::read(&place).unwrap_or_default();
        if found == text.as_bytes() {
            continue;
        }
        match mode {
            Mode::Write => {
                replace(&place, text)?;
                println!("wrote {path}");
            }
            Mode::Check => {
                verdict = Verdict::Findings;
                print!("{}", stale(path, &found, text, command));
            }
        }
    }
    for path in leftovers(root, artifacts)? {
        match mode {
            Mode::Write => {
                fs::remove_file(root.join(&path))
                    .with_context(|| format!("cannot remove {path}"))?;
                println!("removed {path}");
            }
            Mode::Check => {
                verdict = Verdict::Findings;
                println!(
                    "error: {path} is not written by `{command}` any more\n  = help: run `{command}`, which removes it"
                );
            }
        }
    }
    Ok(verdict)
}

fn stale(path: &str, found: &[u8], text: &str, command: &str) -> String {
    let Some(difference) = first_difference(found, text.as_bytes()) else { return String::new() };
    let lines = difference.lines.join("\n   | ");
    let line = difference.line;
    format!(
        "error: {path} is out of step\n  --> {path}:{line}\n   | {lines}\n   = help: run `{command}`\n"
    )
}

/// Files in owned directories that are no longer written, hidden ones left aside.
fn leftovers(root: &Path, artifacts: &Artifacts) -> Result<Vec<String>> {
    let mut leftovers = Vec::new();
    for directory in &artifacts.owned {
        let Ok(entries) = fs::read_dir(root.join(directory)) else { continue };
        for entry in entries {
            let name = entry.with_context(|| format!("cannot list {directory}"))?.file_name();
            let path = format!("{directory}/{}", name.to_string_lossy());
            if !name.to_string_lossy().starts_with('.') && !artifacts.files.contains_key(&path) {
                leftovers.push(path);
            }
        }
    }
    leftovers.sort();
    Ok(leftovers)
}

/// Puts a text in the place of a file, whole or not at all.
fn replace(place: &Path, text: &str) -> Result<()> {
    let directory = place.parent().context("a file stands in a directory")?;
    let replaced = fs::create_dir_all(directory)
        .and_then(|()| tempfile::NamedTempFile::new_in(directory))
        .and_then(|mut file| file.write_all(text.as_bytes()).map(|()| file))
        .and_then(|file| {
            open_to_all(file.path())?;
            file.persist(place).map_err(|error| error.error)
        });
    replaced.map(drop).with_context(|| format!("cannot write {}", place.display()))
}

/// Temporary files are for their owner only; a page of a repository is for everybody.
#[cfg(unix)]
fn open_to_all(place: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(place, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_all(_: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn artifacts(files: &[(&str, &str)]) -> Artifacts {
        let files =
            files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        Artifacts { files, owned: vec!["docs/codes"] }
    }

    #[test]
    fn what_was_written_is_in_step_and_what_is_left_over_goes() {
        let root = tempfile::tempdir().expect("a temporary directory");
        let check = |artifacts: &Artifacts, mode| {
            bring(root.path(), artifacts, mode, "cargo xtask docs").expect("the disk has room")
        };
        let before = artifacts(&[("docs/codes/a.md", "a\n"), ("docs/codes/b.md", "b\n")]);
        assert_eq!(check(&before, Mode::Check), Verdict::Findings);
        assert_eq!(check(&before, Mode::Write), Verdict::Clean);
        assert_eq!(check(&before, Mode::Check), Verdict::Clean);
        let after = artifacts(&[("docs/codes/a.md", "a\n")]);
        assert_eq!(check(&after, Mode::Check), Verdict::Findings);
        assert_eq!(check(&after, Mode::Write), Verdict::Clean);
        assert_eq!(check(&after, Mode::Check), Verdict::Clean);
        assert!(!root.path().join("docs/codes/b.md").exists());
    }

    #[test]
    fn the_first_difference_is_shown() {
        let text = stale("docs/specs.md", b"one\ntwo\n", "one\nthree\n", "cargo xtask docs");
        expect_test::expect![[r"
            error: docs/specs.md is out of step
              --> docs/specs.md:2
               |  one
               | -two
               | +three
               = help: run `cargo xtask docs`
        "]]
        .assert_eq(&text);
    }
}
