//! From a directory of specs to a comparison with the tree generated from it.
//!
//! There is a short way and a long one. The long way reads, links, plans, renders what may have changed and compares.
//! The short way is taken when this executable has verified the recorded manifest for exactly these specs: then what
//! is to be is what was recorded, and only the tree's hashes are looked at. Both ways hash every generated file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use rayon::prelude::*;
use tiebeam_generator::diag::{Diagnostic, Severity};
use tiebeam_generator::source::Sources;
use tiebeam_generator::{emit, ir, resolve, spec, suggest};

use crate::progress::Progress;
use crate::sync::{
    self, Cache, Claim, Comparison, Disk, Finding, Hash, Listing, Lock, MANIFEST, Planned, Reason,
    Recovered, Rendered, State, Work,
};

/// Specs larger than this are not hashed ahead of being read, where their size is a finding.
const LARGE: u64 = 16 << 20;

/// What to look at.
#[derive(Debug, Clone)]
pub struct Request {
    /// Directory of the specs.
    pub specs: PathBuf,
    /// Directory generated into; what the platform says unless given.
    pub into: Option<PathBuf>,
    /// Names of packages; all unless given.
    pub only: Vec<String>,
    /// What is going to be done with the tree.
    pub access: Access,
}

/// What is going to be done with a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It is looked at; an interrupted generation is a finding.
    Look,
    /// It is changed; an interrupted generation is finished or undone first.
    Change,
}

/// What the specs led to.
pub enum Examined {
    /// They have errors: nothing can be said about the tree.
    Invalid {
        /// Everything that was found in them.
        findings: Vec<Diagnostic>,
        /// Their texts.
        sources: Sources,
    },
    /// They are sound.
    Compared(Box<Examination>),
}

/// A generated tree against its specs; while it lives, nobody else changes the tree.
pub struct Examination {
    /// Where it stands.
    pub work: Work,
    /// How many packages were looked at.
    pub packages: usize,
    /// What is out of step, and what would mend it.
    pub comparison: Comparison,
    /// Warnings about the specs.
    pub warnings: Vec<Diagnostic>,
    /// Texts of the specs that have warnings.
    pub sources: Sources,
    /// What became of an interrupted generation.
    pub recovered: Recovered,
    /// What may be remembered once the tree is as it should be.
    claim: Option<Claim>,
    /// Keeps others away as long as this is in use.
    lock: Option<Lock>,
}

impl Examination {
    /// Remembers that this executable, from these specs, prints what now stands in the tree.
    pub fn remember(&self) {
        if let Some(claim) = &self.claim {
            Cache::read(&self.work).remember(&self.work, claim.clone());
        }
    }
}

/// Looks at specs and at what was generated from them.
///
/// # Errors
///
/// When something cannot be read, another process is changing the tree, or `only` names no package.
pub fn examine(request: &Request) -> Result<Examined> {
    let specs = request
        .specs
        .canonicalize()
        .with_context(|| format!("no specs in {}", request.specs.display()))?;
    let (executable, texts) = rayon::join(sync::executable, || read_texts(&specs));
    let texts = texts?;

    let mut loaded = None;
    let into = match (&request.into, texts.as_ref().and_then(|texts| platform_into(texts))) {
        (Some(into), _) => into.clone(),
        (None, Some(into)) => specs.join(into),
        (None, None) => match destination(loaded.insert(load(&specs)?)) {
            Some(into) => specs.join(into),
            None => return Ok(invalid(loaded.expect("it was just loaded"))),
        },
    };
    let work = Work::new(&into)?;
    ensure!(
        !specs.starts_with(&work.root) && !work.root.starts_with(&specs),
        "the specs ({}) and what is generated from them ({}) must not stand inside each other",
        specs.display(),
        work.root.display()
    );

    let lock = match request.access {
        Access::Look => Lock::shared(&work)?,
        Access::Change => Some(Lock::exclusive(&work)?),
    };
    let recovered = match request.access {
        Access::Look => Recovered::Nothing,
        Access::Change => sync::recover(&Disk, &work)?,
    };
    let disk = sync::list(&work.root)?;
    let recorded = std::fs::read(work.target(MANIFEST)).ok();
    let state = State::read(recorded.as_deref());
    let scene = Scene {
        request,
        executable,
        cache: Cache::read(&work),
        manifest: recorded.as_deref().map(Hash::of),
        state,
        disk,
        work,
        recovered,
    };
    if scene.work.journal().exists() {
        return Ok(scene.interrupted(lock));
    }
    let short = match &texts {
        Some(texts) => scene.short_way(&hashes(texts))?,
        None => None,
    };
    drop(texts);
    let examined = match (short, loaded) {
        (Some(examination), _) => Examined::Compared(Box::new(examination)),
        (None, Some(loaded)) => scene.long_way(loaded)?,
        (None, None) => scene.long_way(load(&specs)?)?,
    };
    Ok(match examined {
        Examined::Compared(mut examination) => {
            examination.lock = lock;
            Examined::Compared(examination)
        }
        invalid @ Examined::Invalid { .. } => invalid,
    })
}

/// Everything that was read before the specs are understood.
struct Scene<'a> {
    request: &'a Request,
    executable: Option<Hash>,
    cache: Cache,
    manifest: Option<Hash>,
    state: State,
    disk: Listing,
    work: Work,
    recovered: Recovered,
}

impl Scene<'_> {
    /// What this executable knows about the manifest that is there.
    fn claim(&self) -> Option<&Claim> {
        self.cache.claim(self.executable?).filter(|claim| Some(claim.manifest) == self.manifest)
    }

    /// The comparison without reading the specs, where it is known what they would lead to.
    fn short_way(&self, specs: &BTreeMap<String, Hash>) -> Result<Option<Examination>> {
        let known = self.claim().filter(|claim| !specs.is_empty() && claim.specs == *specs);
        let (Some(claim), Some(manifest)) = (known, self.state.manifest()) else { return Ok(None) };
        let Some(packages) = sync::recorded_packages(manifest, &self.disk) else { return Ok(None) };
        let claim = claim.clone();
        self.compare(&packages, BTreeMap::new(), Some(&BTreeSet::new()), |comparison| {
            comparison.writes.is_empty().then_some(claim)
        })
        .map(Some)
    }

    /// The comparison from the beginning.
    fn long_way(&self, specs: spec::Specs) -> Result<Examined> {
        let (platform, mut findings) = resolve::resolve(&specs);
        findings.splice(0..0, specs.findings.iter().cloned());
        let Some(platform) = platform else {
            let spec::Specs { sources, .. } = specs;
            return Ok(Examined::Invalid { findings, sources });
        };
        let plan = emit::plan(&platform);
        let packages: Vec<Planned> = plan.iter().map(planned).collect();
        let trusted = self.claim().and(self.state.manifest());
        let selected = self.selected(&packages)?;
        let mut stale = sync::needs_rendering(&packages, trusted, &self.disk);
        stale.retain(|position| {
            selected.as_ref().is_none_or(|only| only.contains(&packages[*position].directory))
        });
        let rendered = render(&plan, &stale, &platform);

        let texts = specs
            .sources
            .paths()
            .filter_map(|path| Some((path.to_string(), specs.sources.text(path)?)));
        let hashes: BTreeMap<String, Hash> =
            texts.map(|(path, text)| (path, Hash::of(text.as_bytes()))).collect();
        let changed =
            self.manifest.and_then(|manifest| self.cache.changed_specs(manifest, &hashes));
        let is_whole = selected.is_none();
        let vouches = is_whole || trusted.is_some();
        let silent = findings.is_empty() && is_whole;
        let executable = self.executable.filter(|_| vouches);
        let mut examination =
            self.compare(&packages, rendered, changed.as_ref(), |comparison| {
                let manifest = Hash::of(&comparison.manifest);
                executable.map(|executable| Claim {
                    executable,
                    specs: if silent { hashes } else { BTreeMap::new() },
                    manifest,
                })
            })?;
        examination.warnings = findings;
        examination.sources = specs.sources;
        Ok(Examined::Compared(Box::new(examination)))
    }

    fn compare(
        &self,
        packages: &[Planned],
        rendered: BTreeMap<String, Rendered>,
        changed_specs: Option<&BTreeSet<String>>,
        claim: impl FnOnce(&Comparison) -> Option<Claim>,
    ) -> Result<Examination> {
        let only = self.selected(packages)?;
        let comparison = sync::compare(sync::Inputs {
            packages,
            only: only.as_ref(),
            rendered,
            manifest: &self.state,
            disk: &self.disk,
            read: &|path| std::fs::read(self.work.target(path)).unwrap_or_default(),
            generator: env!("CARGO_PKG_VERSION"),
            changed_specs,
        });
        let packages = only.map_or(packages.len(), |only| only.len());
        let claim = claim(&comparison);
        Ok(self.examination(packages, comparison, claim))
    }

    /// Directories of the packages that were asked for; `None` for all.
    fn selected(&self, packages: &[Planned]) -> Result<Option<BTreeSet<String>>> {
        let mut directories = BTreeSet::new();
        for name in &self.request.only {
            let found: Vec<_> = packages.iter().filter(|package| package.name == *name).collect();
            if found.is_empty() {
                let meant =
                    suggest::nearest(name, packages.iter().map(|package| package.name.as_str()));
                let help =
                    meant.map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"));
                bail!("no package is called `{name}`{help}");
            }
            directories.extend(found.into_iter().map(|package| package.directory.clone()));
        }
        if !directories.is_empty() && matches!(self.state, State::Unreadable(_)) {
            bail!("the manifest cannot be read, so nothing can be left out: run without `--only`");
        }
        Ok((!self.request.only.is_empty()).then_some(directories))
    }

    /// The only thing to say before an interrupted generation is finished.
    fn interrupted(&self, lock: Option<Lock>) -> Examined {
        let finding = Finding { path: String::new(), package: None, reason: Reason::Interrupted };
        let comparison = Comparison {
            findings: vec![finding],
            writes: Vec::new(),
            deletes: Vec::new(),
            files: self.disk.entries.len(),
            manifest: Vec::new(),
        };
        let mut examination = self.examination(0, comparison, None);
        examination.lock = lock;
        Examined::Compared(Box::new(examination))
    }

    fn examination(
        &self,
        packages: usize,
        comparison: Comparison,
        claim: Option<Claim>,
    ) -> Examination {
        Examination {
            work: self.work.clone(),
            packages,
            comparison,
            warnings: Vec::new(),
            sources: Sources::default(),
            recovered: self.recovered,
            claim,
            lock: None,
        }
    }
}

fn load(specs: &Path) -> Result<spec::Specs> {
    spec::load(specs).with_context(|| format!("cannot list {}", specs.display()))
}

fn invalid(specs: spec::Specs) -> Examined {
    let (_, mut findings) = resolve::resolve(&specs);
    findings.splice(0..0, specs.findings);
    // Specs that name no directory are wrong, and resolving them says so.
    debug_assert!(findings.iter().any(|finding| finding.severity == Severity::Error));
    Examined::Invalid { findings, sources: specs.sources }
}

fn planned(package: &emit::Package) -> Planned {
    Planned {
        directory: package.directory.clone(),
        name: package.name.clone(),
        specs: package.specs.clone(),
        input: package.digest.to_string(),
    }
}

/// Prints packages on all threads.
fn render(
    plan: &[emit::Package],
    positions: &[usize],
    platform: &ir::Platform,
) -> BTreeMap<String, Rendered> {
    let progress = Progress::new("printing", positions.len());
    let printed = positions.par_iter().map(|position| {
        let package = &plan[*position];
        let rendered = Rendered::from(package.render(platform));
        progress.advance();
        (package.directory.clone(), rendered)
    });
    printed.collect()
}

/// Texts of specs, by path.
type Texts = Vec<(String, Vec<u8>)>;

/// The texts of the specs, or nothing where one is too large or cannot be read: then that is a finding.
fn read_texts(specs: &Path) -> Result<Option<Texts>> {
    let name = specs.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut paths = Vec::new();
    list_specs(specs, &name, &mut paths)
        .with_context(|| format!("cannot list {}", specs.display()))?;
    paths.sort();
    let read = |(path, place): (String, PathBuf)| {
        let is_small = std::fs::metadata(&place).is_ok_and(|metadata| metadata.len() <= LARGE);
        is_small.then(|| std::fs::read(&place).ok()).flatten().map(|text| (path, text))
    };
    Ok(paths.into_par_iter().map(read).collect())
}

fn list_specs(
    directory: &Path,
    prefix: &str,
    paths: &mut Vec<(String, PathBuf)>,
) -> std::io::Result<()> {
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}/{name}");
        if name.starts_with('.') {
            continue;
        }
        if entry.path().is_dir() {
            list_specs(&entry.path(), &path, paths)?;
        } else if Path::new(&name).extension().is_some_and(|extension| extension == "yaml") {
            paths.push((path, entry.path()));
        }
    }
    Ok(())
}

fn hashes(texts: &[(String, Vec<u8>)]) -> BTreeMap<String, Hash> {
    texts.par_iter().map(|(path, text)| (path.clone(), Hash::of(text))).collect()
}

/// Where the platform's document wants its code, found without reading the others.
fn platform_into(texts: &[(String, Vec<u8>)]) -> Option<String> {
    let is_platform = |text: &[u8]| {
        text.split(|byte| *byte == b'\n').any(|line| line.starts_with(b"kind: Platform"))
    };
    let (path, text) = texts.iter().find(|(_, text)| is_platform(text))?;
    destination(&spec::load_texts(vec![(path.clone(), text.clone())]))
}

/// Where the platform's document wants its code, relative to the specs; nothing where no such document can be read.
pub fn destination(specs: &spec::Specs) -> Option<String> {
    specs.documents.iter().find_map(|(_, document)| match document {
        spec::Document::Platform(platform) => Some(platform.generate.into.clone()),
        _ => None,
    })
}
