//! `new implementation`: the crate in which the logic of an API is filled in, written once.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use tiebeam_generator::diag::render;
use tiebeam_generator::{emit, ir, resolve, spec, suggest};

use super::files::{self, Outcome};
use crate::report::{self, Verdict};
use crate::sync::Work;
use crate::{platform, steps, workspace};

/// Write the crate in which an API's logic is filled in; it answers with the spec's examples until then.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Name the API or the service, with `@` and its major version where it has several.
    #[arg(value_name = "NAME[@MAJOR]")]
    name: String,
    /// Read specs from this directory instead of `specs`.
    #[arg(long, value_name = "DIR")]
    specs: Option<PathBuf>,
}

/// Where crates are written by hand: beside the directory that is generated into.
const SERVICES: &str = "services";

/// Runs the command; a crate that is there already is a finding, and stays as it is.
///
/// # Errors
///
/// When no API has the name, or something cannot be read or written.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let specs = match &arguments.specs {
        Some(specs) => specs.clone(),
        None => workspace::root()?.join("specs"),
    };
    let specs = specs.canonicalize().with_context(|| format!("no specs in {}", specs.display()))?;
    let loaded = spec::load(&specs).with_context(|| format!("cannot list {}", specs.display()))?;
    let (resolved, mut findings) = resolve::resolve(&loaded);
    findings.splice(0..0, loaded.findings.iter().cloned());
    let (Some(resolved), Some(into)) = (resolved, platform::destination(&loaded)) else {
        println!("{}", render::human(&findings, &loaded.sources, report::color()));
        let summary = render::summary(&findings, &loaded.sources).unwrap_or_default();
        eprintln!("{summary}, nothing was written");
        return Ok(Verdict::Findings);
    };
    let id = find(&resolved, &arguments.name)?;
    let generated = Work::new(&specs.join(into))?.root;
    write(&resolved, &id, &generated)
}

fn write(platform: &ir::Platform, id: &ir::ApiId, generated: &Path) -> Result<Verdict> {
    let name = generated.file_name().context("a directory has a name")?.to_string_lossy();
    let implementation = emit::implementation(platform, id, &format!("../{name}"));
    let directory = generated.with_file_name(SERVICES).join(&implementation.directory);
    let shown = workspace::shown(&directory);
    if directory.exists() {
        println!("{shown} is there already; nothing was written");
        return Ok(Verdict::Findings);
    }
    for (path, text) in &implementation.files.files {
        let outcome = files::write(&directory.join(path), text)?;
        debug_assert_eq!(outcome, Outcome::Written, "the directory was not there");
    }
    let roots = ["src/lib.rs", "tests/it/main.rs"].map(|path| directory.join(path));
    let is_formatted = steps::format(roots.iter().filter(|root| root.exists()));
    if !is_formatted.is_ok_and(|status| status.success()) {
        eprintln!("note: rustfmt did not run; `cargo fmt` does what it would have done");
    }
    println!("wrote {shown}, the crate {}", implementation.package);
    println!("serve it with {}", implementation.wiring);
    Ok(Verdict::Clean)
}

/// The API or the service that is meant.
fn find(platform: &ir::Platform, wanted: &str) -> Result<ir::ApiId> {
    let ids: Vec<&ir::ApiId> = platform.contracts().map(|api| &api.id).collect();
    let found: Vec<&ir::ApiId> =
        ids.iter().copied().filter(|id| id.name == wanted || id.to_string() == wanted).collect();
    match found[..] {
        [id] => Ok(id.clone()),
        [] => {
            let with_version = wanted.contains('@');
            let name =
                |id: &&ir::ApiId| if with_version { id.to_string() } else { id.name.clone() };
            let names: Vec<String> = ids.iter().map(name).collect();
            let meant = suggest::nearest(wanted, names.iter().map(String::as_str));
            let help = meant.map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"));
            bail!("no API or service is called `{wanted}`{help}")
        }
        ref several => {
            let several: Vec<String> = several.iter().map(|id| format!("`{id}`")).collect();
            bail!("`{wanted}` has several versions; say which: {}", several.join(", "))
        }
    }
}
