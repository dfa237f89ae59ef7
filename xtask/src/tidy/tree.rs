//! The text files of a repository, as the rules see them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Directories that hold nothing of ours, by name.
static OUTSIDE: &[&str] = &[".git", "target", "node_modules"];

/// Texts, by their endings.
static TEXTS: &[&str] = &["rs", "toml", "md", "yaml", "json", "txt", "html"];

/// A text file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Path relative to the repository, with `/` between segments.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl File {
    /// Whether it is inside a directory, or one of them.
    pub fn is_in(&self, directories: &[&str]) -> bool {
        directories.iter().any(|directory| self.path.starts_with(&format!("{directory}/")))
    }

    /// What it ends in.
    pub fn ending(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or_default()
    }

    /// Its name without directories.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Whether our own commands wrote it.
    pub fn is_generated(&self) -> bool {
        let in_generated_tree = self.path.split('/').any(|segment| segment == "generated");
        let is_expected_output =
            self.path.contains("/tests/golden/") || self.path.contains("/expected/");
        in_generated_tree || is_expected_output
    }
}

/// Every text file, sorted by path.
///
/// # Errors
///
/// When something cannot be read.
pub fn files(root: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    walk(root, "", &mut files)?;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

fn walk(directory: &Path, prefix: &str, files: &mut Vec<File>) -> Result<()> {
    for entry in
        fs::read_dir(directory).with_context(|| format!("cannot list {}", directory.display()))?
    {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        let kind = entry.file_type()?;
        if kind.is_dir() {
            if !OUTSIDE.contains(&name.as_str()) && !name.ends_with(".tiebeam") {
                walk(&entry.path(), &path, files)?;
            }
        } else if kind.is_file() && TEXTS.contains(&name.rsplit('.').next().unwrap_or_default()) {
            // Some inputs of tests are not UTF-8 on purpose.
            let bytes = fs::read(entry.path()).with_context(|| format!("cannot read {path}"))?;
            files.push(File { path, text: String::from_utf8_lossy(&bytes).into_owned() });
        }
    }
    Ok(())
}

#[cfg(test)]
pub mod tests {
    use super::super::finding::Finding;
    use super::*;

    /// Reads a rule against files, and compares `path:line: message`.
    pub fn check(
        rule: impl Fn(&[File]) -> Vec<Finding>,
        files: &[(&str, &str)],
        expected: &[&str],
    ) {
        let files: Vec<File> = files
            .iter()
            .map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() })
            .collect();
        let found: Vec<String> = rule(&files)
            .into_iter()
            .map(|finding| format!("{}:{}: {}", finding.path, finding.line, finding.message))
            .collect();
        assert_eq!(found, expected);
    }
}
