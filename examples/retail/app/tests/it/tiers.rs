//! Tiers hold in the dependency graph: Cargo cannot build what a spec did not allow.

use std::fs;
use std::path::{Path, PathBuf};

/// What the crates of each directory may depend on, besides the canonical models.
const ALLOWED: [(&str, &[&str]); 4] = [
    ("experience", &["process"]),
    ("process", &["services", "system"]),
    // Of other APIs only what its handlers call.
    ("services", &["events", "process", "system"]),
    ("system", &[]),
];

#[test]
fn generated_crates_depend_on_the_tier_below_and_on_nothing_else() {
    for (tier, allowed) in ALLOWED {
        let crates = children(&generated().join(tier));
        assert!(!crates.is_empty(), "{tier} has crates");
        for directory in crates {
            for dependency in dependencies(&directory) {
                let below = dependency.as_str() == "models" || allowed.contains(&&*dependency);
                assert!(below, "{} depends on a crate of `{dependency}`", directory.display());
            }
        }
    }
}

/// The directories of the tiers that a crate's manifest points into: `../../system/erp-system-v1`.
fn dependencies(directory: &Path) -> Vec<String> {
    let manifest =
        fs::read_to_string(directory.join("Cargo.toml")).expect("a crate has a manifest");
    let paths = manifest.lines().filter_map(|line| line.split_once("path = \"../../"));
    paths.filter_map(|(_, path)| path.split(['/', '"']).next()).map(str::to_owned).collect()
}

fn generated() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated")
}

fn children(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).expect("the directory exists");
    entries.map(|entry| entry.expect("the entry can be read").path()).collect()
}
