//! `new platform`: a repository that generates, compiles and passes its tests as it is.
//!
//! What is written is a small enterprise of its own, `templates/new/platform`: a repository called `acme-shop` that
//! has Tiebeam's checkout beside it. Only these two things differ from one platform to another, the name and the way
//! to Tiebeam, and they are replaced as words; so the template can be read, linked and formatted like any repository.

mod origin;
mod template;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use tiebeam_generator::{casing, spec};

use super::files::{self, Outcome};
use super::name;
use crate::platform::{self, Access, Examined, Request};
use crate::report::Verdict;
use crate::sync::{self, Disk};
use crate::workspace;
use origin::Origin;

/// Write a repository for a platform of your own: specs, commands, logic and an app that serves it.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Write into this directory, which must be empty or not there.
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// Call the platform so, in kebab-case; like the directory unless given.
    #[arg(long)]
    name: Option<String>,
    /// Depend on Tiebeam at this path or this URL of git instead of the checkout that runs this command.
    #[arg(long, value_name = "PATH|URL")]
    tiebeam: Option<String>,
}

/// Names that other packages of the repository have, or that its app goes by.
static TAKEN: &[&str] = &["app", "models", "xtask"];

/// How CI of the template gets Tiebeam.
const FETCHING: &str = "      # The manifests find Tiebeam by this path.
      - run: git clone --depth 1 https://github.com/tiebeam/tiebeam ../tiebeam
";

/// Workspaces of the repository; each has a lock of its own.
static WORKSPACES: &[&str] = &["", "platform"];

/// Runs the command.
///
/// # Errors
///
/// When the directory is not empty, the name is impossible, or something cannot be written.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let root = std::path::absolute(&arguments.path)
        .with_context(|| format!("cannot resolve {}", arguments.path.display()))?;
    let name = match &arguments.name {
        Some(name) => name.clone(),
        None => root.file_name().unwrap_or_default().to_string_lossy().into_owned(),
    };
    name::check(&name)?;
    ensure!(!TAKEN.contains(&name.as_str()), "`{name}` is the name of one of its packages");
    ensure_empty(&root)?;
    fs::create_dir_all(&root).with_context(|| format!("cannot create {}", root.display()))?;
    let root = root.canonicalize().with_context(|| format!("{} is gone", root.display()))?;
    let origin = Origin::find(arguments.tiebeam.as_deref())?;

    let mut written = 0;
    for (path, text) in template::files() {
        put(&root.join(path), &dressed(text, &name, &root, &origin))?;
        written += 1;
    }
    for (path, text) in spec::schemas() {
        put(&root.join("specs/.schema").join(path), &text)?;
    }
    if let Some(lock) = origin.lock() {
        // What Tiebeam was tested with; cargo drops what is not needed here.
        for workspace in WORKSPACES {
            put(&root.join(workspace).join("Cargo.lock"), &lock)?;
        }
    }
    let generated = generate(&root)?;
    println!("wrote {}: {written} files, and generated {generated}", workspace::shown(&root));
    println!("\n  cd {}\n  cargo xtask test\n", workspace::shown(&root));
    println!("README.md says what is there and how to go on.");
    Ok(Verdict::Clean)
}

/// Lets a directory pass in which nothing stands.
fn ensure_empty(root: &Path) -> Result<()> {
    match fs::read_dir(root) {
        Ok(mut entries) => {
            let shown = workspace::shown(root);
            ensure!(entries.next().is_none(), "{shown} is not empty; nothing was written");
            Ok(())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| format!("cannot list {}", root.display())),
    }
}

fn put(place: &Path, text: &str) -> Result<()> {
    match files::write(place, text.as_bytes())? {
        Outcome::Written => Ok(()),
        Outcome::Occupied => bail!("{} appeared meanwhile", place.display()),
    }
}

/// A text of the template, for a platform of another name that finds Tiebeam elsewhere.
fn dressed(text: &str, name: &str, root: &Path, origin: &Origin) -> String {
    let title: Vec<String> = name.split('-').map(casing::pascal).collect();
    let mut text = text.replace("acme-shop", name).replace("Acme Shop", &title.join(" "));
    text = text.replace(FETCHING, &origin.fetching(root));
    for package in ["xtask", "runtime"] {
        // Both manifests that name Tiebeam stand one directory below the root.
        let dependency = origin.dependency(&root.join("platform"), package);
        text = text.replace(&format!("path = \"../../tiebeam/{package}\""), &dependency);
    }
    text
}

/// Generates what the specs say; answers how much that is.
fn generate(root: &Path) -> Result<String> {
    let request =
        Request { specs: root.join("specs"), into: None, only: Vec::new(), access: Access::Change };
    match platform::examine(&request)? {
        Examined::Compared(examination) => {
            let comparison = &examination.comparison;
            sync::apply(&Disk, &examination.work, &comparison.writes, &comparison.deletes)?;
            examination.remember();
            Ok(format!("{} packages, {} files", examination.packages, comparison.files))
        }
        Examined::Invalid { findings, .. } => {
            let first = findings.first().map(|finding| format!("{finding:?}"));
            bail!("the specs of the template are wrong: {}", first.unwrap_or_default())
        }
    }
}

#[cfg(test)]
mod tests;
