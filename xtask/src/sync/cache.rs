//! What this machine knows to be true, so that the next run need not find it out again.
//!
//! A claim says: this executable, from these specs, prints what this manifest records. It is made only after a full
//! run, and it is a claim about three hashes, so nothing that changes can slip through it. The tree itself is never
//! part of it: every run hashes every file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::hash::Hash;
use super::lock;
use super::work::Work;

/// Claims kept: one for each executable in use, such as `xtask` and a test that checks the same tree.
const KEPT: usize = 4;

/// The claims of a generated tree, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cache {
    claims: Vec<Claim>,
}

/// What an executable knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Hash of the executable.
    pub executable: Hash,
    /// Hashes of the specs, by path; empty where they had warnings, which must be shown again.
    pub specs: BTreeMap<String, Hash>,
    /// Hash of the manifest.
    pub manifest: Hash,
}

impl Cache {
    /// Reads the claims; whatever cannot be read claims nothing.
    pub fn read(work: &Work) -> Self {
        let text = fs::read(work.room.join("cache.json")).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// What an executable claims.
    pub fn claim(&self, executable: Hash) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.executable == executable)
    }

    /// The specs that changed since the manifest was written, where some claim is about that manifest.
    pub fn changed_specs(
        &self,
        manifest: Hash,
        specs: &BTreeMap<String, Hash>,
    ) -> Option<BTreeSet<String>> {
        let claim = self
            .claims
            .iter()
            .find(|claim| claim.manifest == manifest && !claim.specs.is_empty())?;
        let changed = specs.iter().filter(|(path, hash)| claim.specs.get(*path) != Some(hash));
        let gone = claim.specs.keys().filter(|path| !specs.contains_key(*path));
        Some(changed.map(|(path, _)| path).chain(gone).cloned().collect())
    }

    /// Remembers a claim. Failing to is no failure: the next run only takes longer.
    pub fn remember(mut self, work: &Work, claim: Claim) {
        if self.claims.first() == Some(&claim) {
            return;
        }
        self.claims.retain(|other| other.executable != claim.executable);
        self.claims.insert(0, claim);
        self.claims.truncate(KEPT);
        let text = serde_json::to_vec(&self).expect("claims have string keys only");
        let temporary = work.room.join(format!("cache.{}", std::process::id()));
        let _ = lock::prepare(&work.room)
            .and_then(|()| Ok(fs::write(&temporary, text)?))
            .and_then(|()| Ok(fs::rename(&temporary, work.room.join("cache.json"))?));
    }
}

/// The identity of the program that runs: the hash of its file, taken in pieces on all threads.
///
/// Nothing where the file is gone, because it was built anew meanwhile: then the program can claim nothing.
pub fn executable() -> Option<Hash> {
    const PIECE: usize = 1 << 20;
    let program = fs::read(std::env::current_exe().ok()?).ok()?;
    let pieces: Vec<Hash> = program.par_chunks(PIECE).map(Hash::of).collect();
    Some(Hash::of_all(pieces.into_iter().map(|hash| ("", hash))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(executable: &str, specs: &[(&str, &str)]) -> Claim {
        let specs = specs
            .iter()
            .map(|(path, text)| ((*path).to_owned(), Hash::of(text.as_bytes())))
            .collect();
        Claim {
            executable: Hash::of(executable.as_bytes()),
            specs,
            manifest: Hash::of(b"manifest"),
        }
    }

    fn work(directory: &tempfile::TempDir) -> Work {
        Work::new(&directory.path().join("generated")).expect("the directory has a name")
    }

    #[test]
    fn a_claim_is_found_again_by_its_executable() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let work = work(&directory);
        Cache::default().remember(&work, claim("one", &[("a", "1")]));
        Cache::read(&work).remember(&work, claim("two", &[("a", "1")]));
        let cache = Cache::read(&work);
        assert_eq!(cache.claim(Hash::of(b"one")), Some(&claim("one", &[("a", "1")])));
        assert_eq!(cache.claim(Hash::of(b"three")), None);
    }

    #[test]
    fn changed_added_and_removed_specs_are_named() {
        let cache = Cache { claims: vec![claim("one", &[("a", "1"), ("b", "1"), ("c", "1")])] };
        let now = claim("one", &[("a", "1"), ("b", "2"), ("d", "1")]).specs;
        let changed = cache
            .changed_specs(Hash::of(b"manifest"), &now)
            .expect("the claim is about the manifest");
        assert_eq!(changed.into_iter().collect::<Vec<_>>(), ["b", "c", "d"]);
        assert_eq!(cache.changed_specs(Hash::of(b"other"), &now), None);
    }

    #[test]
    fn a_garbled_cache_claims_nothing() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let work = work(&directory);
        Cache::default().remember(&work, claim("one", &[]));
        fs::write(work.room.join("cache.json"), "{").expect("the workroom is there");
        assert_eq!(Cache::read(&work), Cache::default());
    }
}
