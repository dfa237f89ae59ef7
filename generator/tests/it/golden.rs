//! Golden trees: what is generated from a few small platforms, as a whole and byte for byte.
//!
//! After a change of an emitter: `UPDATE_EXPECT=1 cargo test -p tiebeam-generator --test it golden`, then read the
//! difference as a reader of those crates would.

use std::collections::BTreeMap;
use std::collections::hash_map::RandomState;
use std::fmt::Write as _;
use std::fs;
use std::hash::BuildHasher;
use std::path::{Path, PathBuf};

use tiebeam_generator::emit::{self, FileTree};
use tiebeam_generator::ir::Platform;
use tiebeam_generator::resolve::resolve;
use tiebeam_generator::spec::{self, Specs};

/// The cases, a directory each.
pub static CASES: &[&str] = &["smallest", "one-of-each", "obstacle-course", "three-tiers"];

#[test]
fn smallest() {
    check("smallest");
}

#[test]
fn one_of_each() {
    check("one-of-each");
}

#[test]
fn obstacle_course() {
    check("obstacle-course");
}

#[test]
fn three_tiers() {
    check("three-tiers");
}

#[test]
fn every_directory_is_a_case() {
    let entries = fs::read_dir(root()).expect("the golden trees are there");
    let mut found: Vec<String> = entries
        .map(|entry| entry.expect("can be listed").file_name().to_string_lossy().into_owned())
        .collect();
    found.sort();
    let mut cases = CASES.to_vec();
    cases.sort_unstable();
    assert_eq!(found, cases);
}

#[test]
fn the_order_of_the_documents_does_not_matter() {
    let seed = std::env::var("TIEBEAM_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(|| RandomState::new().hash_one("documents"));
    for case in CASES {
        let directory = root().join(case);
        let texts: Vec<(String, Vec<u8>)> = read_tree(&directory.join("specs"))
            .into_iter()
            .map(|(path, text)| (format!("specs/{path}"), text))
            .collect();
        let shuffled = emit::emit(&link(case, &spec::load_texts(shuffle(texts, seed))));
        let difference = first_difference(&emit::emit(&platform(case)).files, &shuffled);
        assert_eq!(difference, None, "{case} shuffled; try again with TIEBEAM_SEED={seed}");
    }
}

/// The platform of a case.
pub fn platform(case: &str) -> Platform {
    let specs = spec::load(&root().join(case).join("specs")).expect("the specs can be read");
    link(case, &specs)
}

/// The directory of the cases.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn check(case: &str) {
    let tree = emit::emit(&platform(case));
    let out = root().join(case).join("out");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        write_tree(&out, &tree);
        return;
    }
    if let Some(difference) = first_difference(&read_tree(&out), &tree) {
        panic!(
            "{difference}\n\nIf that is what it should be: UPDATE_EXPECT=1 cargo test -p tiebeam-generator --test it golden::{}",
            case.replace('-', "_")
        );
    }
}

fn link(case: &str, specs: &Specs) -> Platform {
    let (platform, findings) = resolve(specs);
    platform.unwrap_or_else(|| {
        let mut text = format!("the specs of {case} do not link:\n");
        for finding in specs.findings.iter().chain(&findings) {
            writeln!(text, "{finding:#?}").expect("a string can be written");
        }
        panic!("{text}");
    })
}

/// The first file that is missing, superfluous or different, and the first line that differs.
fn first_difference(expected: &BTreeMap<String, Vec<u8>>, actual: &FileTree) -> Option<String> {
    for (path, text) in &actual.files {
        match expected.get(path) {
            None => return Some(format!("{path} is generated, and not among the expected files")),
            Some(expected) if expected != text => {
                return Some(format!("{path} differs{}", first_line(expected, text)));
            }
            Some(_) => {}
        }
    }
    let missing = expected.keys().find(|path| !actual.files.contains_key(*path))?;
    Some(format!("{missing} is expected, and not generated any more"))
}

fn first_line(expected: &[u8], actual: &[u8]) -> String {
    let (expected, actual) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(actual));
    let mut lines = (expected.lines(), actual.lines());
    for number in 1.. {
        match (lines.0.next(), lines.1.next()) {
            (None, None) => break,
            (expected, actual) if expected == actual => {}
            (expected, actual) => {
                let line = |line: Option<&str>| line.unwrap_or("<end of file>").to_owned();
                return format!(
                    " in line {number}\n  expected: {}\n generated: {}",
                    line(expected),
                    line(actual)
                );
            }
        }
    }
    String::from(" in its line breaks")
}

/// Every file below a directory, by path relative to it.
pub fn read_tree(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut waiting = vec![directory.to_owned()];
    while let Some(next) = waiting.pop() {
        // A tree that is not there yet is an empty one.
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry.expect("can be listed").path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let relative = path.strip_prefix(directory).expect("stands below the directory");
                let relative = relative.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
                files.insert(relative, fs::read(&path).expect("can be read"));
            }
        }
    }
    files
}

/// Replaces a directory by a tree.
pub fn write_tree(directory: &Path, tree: &FileTree) {
    if directory.exists() {
        fs::remove_dir_all(directory).expect("the old tree can be removed");
    }
    for (path, text) in &tree.files {
        let path = directory.join(path);
        fs::create_dir_all(path.parent().expect("a file stands in a directory"))
            .expect("directories can be made");
        fs::write(path, text).expect("files can be written");
    }
}

/// Fisher and Yates, on the numbers that follow from a seed (`SplitMix64`).
fn shuffle<T>(mut items: Vec<T>, seed: u64) -> Vec<T> {
    let mut state = seed;
    for last in (1..items.len()).rev() {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let index = (number ^ (number >> 31)) % (last as u64 + 1);
        items.swap(last, usize::try_from(index).expect("an index is small"));
    }
    items
}
