//! The judgement: what is to be, what was recorded and what is there, against each other.
//!
//! A pure function. It decides by three hashes for each path: as rendered now, as the manifest recorded it, as the
//! disk holds it. Whoever calls it renders first; [`needs_rendering`] says which packages may be left out because
//! their digest is the recorded one and every recorded file is on disk as it was written.

use std::collections::{BTreeMap, BTreeSet};

use super::disk::{Entry, Listing};
use super::hash::Hash;
use super::manifest::{MANIFEST, Manifest, Recorded, State};
use super::package::{Planned, Rendered, RenderedFile, join};
use super::reason::{Finding, Obstacle, Reason};
use super::view;

/// Everything the judgement rests on.
pub struct Inputs<'a> {
    /// Every package of the platform.
    pub packages: &'a [Planned],
    /// Directories of the packages to look at; `None` for all, and for what belongs to no package.
    pub only: Option<&'a BTreeSet<String>>,
    /// Files of the packages that were rendered, by directory; the others are as recorded.
    pub rendered: BTreeMap<String, Rendered>,
    /// What was recorded.
    pub manifest: &'a State,
    /// What is there.
    pub disk: &'a Listing,
    /// Bytes of a file on disk; asked only for files that differ.
    pub read: &'a dyn Fn(&str) -> Vec<u8>,
    /// Version of the generator.
    pub generator: &'a str,
    /// Specs that changed since the last generation, where that is known.
    pub changed_specs: Option<&'a BTreeSet<String>>,
}

/// What is out of step, and what would mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// What is out of step, sorted by path.
    pub findings: Vec<Finding>,
    /// Files to write, sorted by path; the manifest is last where it changes.
    pub writes: Vec<Write>,
    /// Files to delete, sorted by path.
    pub deletes: Vec<Delete>,
    /// How many files are to be there, the manifest not counted.
    pub files: usize,
    /// The manifest as it is to be.
    pub manifest: Vec<u8>,
}

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// Path relative to the root.
    pub path: String,
    /// Its bytes.
    pub content: Vec<u8>,
    /// Their hash.
    pub hash: Hash,
    /// Hash of the file that was there when the tree was listed.
    pub listed: Option<Hash>,
    /// What becomes of that file.
    pub previous: Previous,
}

/// A file to delete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delete {
    /// Path relative to the root.
    pub path: String,
    /// Its hash when the tree was listed.
    pub listed: Hash,
}

/// What becomes of the file that a new one replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Previous {
    /// There is none, or it can be generated again.
    Forgotten,
    /// Somebody's work may be in it: a copy is kept.
    Kept,
}

/// Positions of the packages that must be rendered.
///
/// Without trust in the manifest, which only the executable that wrote or verified it can have, that is all of them.
pub fn needs_rendering(
    packages: &[Planned],
    trusted: Option<&Manifest>,
    disk: &Listing,
) -> Vec<usize> {
    let Some(manifest) = trusted else { return (0..packages.len()).collect() };
    let is_fresh = |package: &Planned| {
        manifest.packages.get(&package.directory).is_some_and(|recorded| {
            recorded.planned(&package.directory) == *package
                && is_on_disk(&package.directory, recorded, disk)
        })
    };
    let stale = packages.iter().enumerate().filter(|(_, package)| !is_fresh(package));
    stale.map(|(position, _)| position).collect()
}

/// The packages of a manifest, when every file of theirs is on disk as it was written.
pub fn recorded_packages(manifest: &Manifest, disk: &Listing) -> Option<Vec<Planned>> {
    let packages = manifest.packages.iter().map(|(directory, recorded)| {
        is_on_disk(directory, recorded, disk).then(|| recorded.planned(directory))
    });
    packages.collect()
}

fn is_on_disk(directory: &str, recorded: &Recorded, disk: &Listing) -> bool {
    recorded
        .files
        .iter()
        .all(|(file, hash)| disk.entries.get(&join(directory, file)) == Some(&Entry::File(*hash)))
}

/// Compares.
///
/// # Panics
///
/// When a package was neither rendered nor recorded, which [`needs_rendering`] rules out.
pub fn compare(inputs: Inputs<'_>) -> Comparison {
    let Inputs {
        packages,
        only,
        mut rendered,
        manifest: state,
        disk,
        read,
        generator,
        changed_specs,
    } = inputs;
    let mut judge = Judge {
        state,
        disk,
        read,
        generator,
        changed_specs,
        findings: Vec::new(),
        writes: Vec::new(),
    };
    let selected = |directory: &str| only.is_none_or(|only| only.contains(directory));

    let manifest = next_manifest(packages, only, &rendered, state, generator);
    let known: BTreeMap<String, (&str, Hash)> =
        state.manifest().map_or_else(BTreeMap::new, |manifest| {
            manifest.files().map(|(path, directory, hash)| (path, (directory, hash))).collect()
        });
    let expected: BTreeMap<String, Hash> =
        manifest.files().map(|(path, _, hash)| (path, hash)).collect();

    let deletes = judge.leftovers(packages, only, &known, &expected);
    let occupied = Occupied { disk, deletes: &deletes };
    judge.collisions(&expected);
    for package in packages.iter().filter(|package| selected(&package.directory)) {
        let files = rendered.remove(&package.directory).unwrap_or_default().files;
        for (file, content) in files {
            let path = package.path(&file);
            let known = known.get(&path).map(|(_, hash)| *hash);
            judge.file(package, path, content, known, &occupied);
        }
    }
    let looked_at = manifest.packages.iter().filter(|(directory, _)| selected(directory));
    let files = looked_at.map(|(_, package)| package.files.len()).sum();
    judge.manifest(&manifest, expected.len()).finish(deletes, files)
}

/// The manifest as it is to be: new rows for what was looked at, the recorded ones for the rest.
fn next_manifest(
    packages: &[Planned],
    only: Option<&BTreeSet<String>>,
    rendered: &BTreeMap<String, Rendered>,
    state: &State,
    generator: &str,
) -> Manifest {
    let recorded = state.manifest().map(|manifest| &manifest.packages);
    let mut next = Manifest::new(generator);
    if let (Some(only), Some(recorded)) = (only, recorded) {
        let others = recorded.iter().filter(|(directory, _)| !only.contains(*directory));
        next.packages
            .extend(others.map(|(directory, package)| (directory.clone(), package.clone())));
    }
    for package in
        packages.iter().filter(|package| only.is_none_or(|only| only.contains(&package.directory)))
    {
        let files = match rendered.get(&package.directory) {
            Some(rendered) => {
                rendered.files.iter().map(|(path, file)| (path.clone(), file.hash)).collect()
            }
            None => recorded
                .and_then(|recorded| recorded.get(&package.directory))
                .map(|recorded| recorded.files.clone())
                .expect("a package that is not rendered was recorded"),
        };
        let row = Recorded {
            name: package.name.clone(),
            specs: package.specs.clone(),
            input: package.input.clone(),
            files,
        };
        next.packages.insert(package.directory.clone(), row);
    }
    next
}

/// What stands on the disk once the orphans are gone.
struct Occupied<'a> {
    disk: &'a Listing,
    deletes: &'a BTreeMap<String, Hash>,
}

impl Occupied<'_> {
    fn at(&self, path: &str) -> Option<&Entry> {
        self.disk.entries.get(path).filter(|_| !self.deletes.contains_key(path))
    }

    /// Whether anything stands below a path.
    fn below(&self, path: &str) -> bool {
        let start = format!("{path}/");
        let inside = self
            .disk
            .entries
            .range(start.clone()..)
            .take_while(|(path, _)| path.starts_with(&start));
        inside.into_iter().any(|(path, _)| !self.deletes.contains_key(path))
    }

    /// The nearest thing above a path that is no directory.
    fn above(&self, path: &str) -> Option<String> {
        let ends =
            path.char_indices().filter(|(_, letter)| *letter == '/').map(|(end, _)| &path[..end]);
        let blocks = |entry: &Entry| !matches!(entry, Entry::EmptyDirectory);
        ends.into_iter().find(|above| self.at(above).is_some_and(blocks)).map(str::to_owned)
    }
}

struct Judge<'a> {
    state: &'a State,
    disk: &'a Listing,
    read: &'a dyn Fn(&str) -> Vec<u8>,
    generator: &'a str,
    changed_specs: Option<&'a BTreeSet<String>>,
    findings: Vec<Finding>,
    writes: Vec<Write>,
}

impl Judge<'_> {
    fn finds(&mut self, path: &str, package: Option<&str>, reason: Reason) {
        self.findings.push(Finding {
            path: path.to_owned(),
            package: package.map(str::to_owned),
            reason,
        });
    }

    /// Judges what is on disk and not to be generated; returns what generating deletes.
    fn leftovers(
        &mut self,
        packages: &[Planned],
        only: Option<&BTreeSet<String>>,
        known: &BTreeMap<String, (&str, Hash)>,
        expected: &BTreeMap<String, Hash>,
    ) -> BTreeMap<String, Hash> {
        let directories: BTreeSet<&str> =
            packages.iter().map(|package| package.directory.as_str()).collect();
        let mut deletes = BTreeMap::new();
        let disk = self.disk;
        for (path, entry) in &disk.entries {
            if path == MANIFEST || *entry == Entry::EmptyDirectory || expected.contains_key(path) {
                continue;
            }
            let recorded = known.get(path);
            let home = recorded
                .map_or_else(|| home(path, &directories), |(directory, _)| Some(*directory));
            if only.is_some_and(|only| !home.is_some_and(|home| only.contains(home))) {
                continue;
            }
            let reason = match (recorded, entry) {
                (Some((_, hash)), Entry::File(found)) if found == hash => {
                    deletes.insert(path.clone(), *found);
                    Reason::Orphan
                }
                (Some(_), Entry::File(_)) => Reason::EditedOrphan,
                (None, Entry::File(_))
                    if self.state.manifest().is_none() && self.says_generated(path) =>
                {
                    Reason::Leftover
                }
                _ => Reason::Foreign,
            };
            self.finds(path, home, reason);
        }
        deletes
    }

    /// Two files that a file system without case would take for one.
    fn collisions(&mut self, expected: &BTreeMap<String, Hash>) {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for path in expected.keys() {
            if let Some(other) = seen.insert(path.to_lowercase(), path) {
                let reason = Reason::Obstacle(Obstacle::SameButForCase(other.to_owned()));
                self.finds(path, None, reason);
            }
        }
    }

    /// Judges one file that is to be there.
    fn file(
        &mut self,
        package: &Planned,
        path: String,
        file: RenderedFile,
        known: Option<Hash>,
        occupied: &Occupied<'_>,
    ) {
        let found = match occupied.at(&path) {
            Some(Entry::File(hash)) if *hash == file.hash => return,
            Some(Entry::File(hash)) => Some(*hash),
            _ => None,
        };
        let (reason, previous) = match (self.obstacle(&path, known, occupied), found, known) {
            (Some(obstacle), ..) => (Reason::Obstacle(obstacle), Previous::Forgotten),
            (None, None, Some(_)) => (Reason::Missing, Previous::Forgotten),
            (None, None, None) if self.state.manifest().is_none() => {
                (Reason::Missing, Previous::Forgotten)
            }
            (None, None, None) => (self.cause(package, &file.content), Previous::Forgotten),
            (None, Some(found), Some(known)) if found == known => {
                (self.cause(package, &file.content), Previous::Forgotten)
            }
            (None, Some(_), _) if view::has_conflict_markers(&(self.read)(&path)) => {
                (Reason::ConflictMarkers, Previous::Kept)
            }
            (None, Some(_), Some(_)) => {
                (Reason::EditedByHand { specs: origin(package, &file.content) }, Previous::Kept)
            }
            (None, Some(_), None) => (Reason::Unexplained, Previous::Kept),
        };
        self.finds(&path, Some(&package.directory), reason);
        let (content, hash) = (file.content, file.hash);
        self.writes.push(Write { path, content, hash, listed: found, previous });
    }

    /// What keeps a file from being written.
    fn obstacle(
        &self,
        path: &str,
        known: Option<Hash>,
        occupied: &Occupied<'_>,
    ) -> Option<Obstacle> {
        if let Some(above) = occupied.above(path) {
            return Some(Obstacle::NotADirectory(above));
        }
        match occupied.at(path) {
            Some(Entry::Symlink) => Some(Obstacle::Symlink),
            Some(Entry::Special) => Some(Obstacle::Special),
            Some(Entry::EmptyDirectory | Entry::Opaque) => Some(Obstacle::Directory),
            Some(Entry::File(_)) => self.is_in_the_way(path, known).then_some(Obstacle::Foreign),
            None => occupied.below(path).then_some(Obstacle::Directory),
        }
    }

    /// Whether a file that differs is not ours to replace: never recorded, and it does not say that it was generated.
    fn is_in_the_way(&self, path: &str, known: Option<Hash>) -> bool {
        known.is_none() && !matches!(self.state, State::Unreadable(_)) && !self.says_generated(path)
    }

    fn says_generated(&self, path: &str) -> bool {
        let text = (self.read)(path);
        let head = &text[..text.len().min(200)];
        head.windows(10).any(|window| window == b"@generated")
    }

    /// Why a file that nobody touched is out of step.
    fn cause(&self, package: &Planned, content: &[u8]) -> Reason {
        let recorded =
            self.state.manifest().and_then(|manifest| manifest.packages.get(&package.directory));
        let was = self.state.manifest().map_or("", |manifest| manifest.generator.as_str());
        let newer = Reason::NewerGenerator { was: was.to_owned(), now: self.generator.to_owned() };
        match (recorded, self.changed_specs) {
            (Some(recorded), _) if recorded.input == package.input => newer,
            (Some(_), Some(changed)) if changed.is_empty() => newer,
            (Some(_), None) if was != self.generator => newer,
            (_, changed) => Reason::StaleSpec {
                specs: blamed(&package.specs, &origin(package, content), changed),
            },
        }
    }

    /// Judges the manifest itself and puts it last among the writes.
    fn manifest(mut self, manifest: &Manifest, files: usize) -> Judged {
        let bytes = manifest.to_bytes();
        let reason = match self.state {
            State::Unreadable(why) => Some(Reason::from(why)),
            State::Absent => (files > 0).then_some(Reason::MissingManifest),
            State::Read(previous) if previous == manifest => None,
            State::Read(previous) => {
                let explained =
                    self.findings.iter().any(|finding| finding.reason != Reason::Foreign);
                (!explained).then(|| manifest_cause(previous, manifest))
            }
        };
        if let Some(reason) = reason {
            self.finds(MANIFEST, None, reason);
        }
        let changed = !matches!(self.state, State::Read(previous) if previous == manifest);
        let writes_manifest = changed && (files > 0 || *self.state != State::Absent);
        let listed = match self.disk.entries.get(MANIFEST) {
            Some(Entry::File(hash)) => Some(*hash),
            _ => None,
        };
        let write = writes_manifest.then(|| Write {
            path: MANIFEST.to_owned(),
            content: bytes.clone(),
            hash: Hash::of(&bytes),
            listed,
            previous: Previous::Forgotten,
        });
        Judged { findings: self.findings, writes: self.writes, manifest: bytes, write }
    }
}

/// The judgement before it is put in order.
struct Judged {
    findings: Vec<Finding>,
    writes: Vec<Write>,
    manifest: Vec<u8>,
    /// Writes the manifest, where it changes.
    write: Option<Write>,
}

impl Judged {
    fn finish(mut self, deletes: BTreeMap<String, Hash>, files: usize) -> Comparison {
        self.findings.sort_by(|one, other| {
            one.path.cmp(&other.path).then_with(|| one.reason.cmp(&other.reason))
        });
        self.writes.sort_by(|one, other| one.path.cmp(&other.path));
        self.writes.extend(self.write);
        let delete = |(path, listed)| Delete { path, listed };
        let deletes = deletes.into_iter().map(delete).collect();
        Comparison {
            findings: self.findings,
            writes: self.writes,
            deletes,
            files,
            manifest: self.manifest,
        }
    }
}

/// Why the manifest alone is out of step.
fn manifest_cause(previous: &Manifest, next: &Manifest) -> Reason {
    if previous.generator == next.generator {
        Reason::StaleManifest
    } else {
        Reason::NewerGenerator { was: previous.generator.clone(), now: next.generator.clone() }
    }
}

/// The specs to name: those that changed, first among the package's own; the file's own where that is not known.
fn blamed(own: &[String], origin: &[String], changed: Option<&BTreeSet<String>>) -> Vec<String> {
    let Some(changed) = changed.filter(|changed| !changed.is_empty()) else {
        return origin.to_vec();
    };
    let among: Vec<String> = own.iter().filter(|spec| changed.contains(*spec)).cloned().collect();
    if among.is_empty() { changed.iter().cloned().collect() } else { among }
}

/// The spec that a file's head names, or all of its package's.
fn origin(package: &Planned, content: &[u8]) -> Vec<String> {
    let head = content.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let named = head.split_once("@generated from ").and_then(|(_, rest)| rest.split_once(" by "));
    match named {
        Some((spec, _)) if package.specs.iter().any(|own| own == spec) => vec![spec.to_owned()],
        _ => package.specs.clone(),
    }
}

/// The package that a path is inside of: the one with the longest directory.
fn home<'a>(path: &str, directories: &BTreeSet<&'a str>) -> Option<&'a str> {
    let mut above = path;
    while let Some((parent, _)) = above.rsplit_once('/') {
        if let Some(directory) = directories.get(parent) {
            return Some(directory);
        }
        above = parent;
    }
    directories.get("").copied()
}

#[cfg(test)]
mod tests;
