//! The floor: what nobody can avoid – reading and parsing the specs, writing the bytes.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use rayon::prelude::*;

/// Reads and parses every spec below a directory with the generator's YAML library, then writes the same bytes as a
/// finished generation into as many files, on as many threads as the generator uses.
///
/// # Errors
///
/// When a file cannot be read or written.
pub fn measure(specs: &Path, generated: &Path, into: &Path) -> anyhow::Result<Duration> {
    let sources = files_below(specs)?;
    let output: Vec<(PathBuf, Vec<u8>)> = files_below(generated)?
        .into_iter()
        .map(|path| Ok((into.join(path.strip_prefix(generated)?), fs::read(&path)?)))
        .collect::<anyhow::Result<_>>()?;
    let start = Instant::now();
    sources.par_iter().try_for_each(|path| {
        let text = fs::read_to_string(path)?;
        let parsed: serde_yaml::Value =
            serde_yaml::from_str(&text).context("a spec that generated does parse")?;
        std::hint::black_box(parsed);
        anyhow::Ok(())
    })?;
    output.par_iter().try_for_each(|(path, bytes)| {
        let parent = path.parent().context("a file has a parent")?;
        fs::create_dir_all(parent)?;
        fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
    })?;
    Ok(start.elapsed())
}

/// Every file below a directory, sorted.
///
/// # Errors
///
/// When a directory cannot be listed.
pub fn files_below(directory: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut waiting = vec![directory.to_owned()];
    while let Some(directory) = waiting.pop() {
        for entry in fs::read_dir(&directory)
            .with_context(|| format!("cannot list {}", directory.display()))?
        {
            let path = entry?.path();
            if path.is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}
