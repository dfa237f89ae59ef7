//! Every mistake is a folder: its specs and what is said about them.
//!
//! `tests/ui/<room>/<mistake>/` holds any number of specs and `expected.txt`, which `UPDATE_EXPECT=1` updates.
//! A folder without `platform.yaml` is joined by a smallest platform, so that a case need not repeat one;
//! it is linked only when its specs have the right shape.

use std::path::{Path, PathBuf};

use tiebeam_generator::diag::render::{self, Color};
use tiebeam_generator::diag::{Diagnostic, Severity};
use tiebeam_generator::resolve::resolve;
use tiebeam_generator::spec::{Document, Specs, load_texts};

/// The platform that joins a case that has none.
const PLATFORM: &str = "kind: Platform\nname: acme\nproblems: https://acme.example/problems/\ngenerate: { into: ../generated }\n";

/// What is said about some specs, by path: all findings of their shape, then all of their links.
pub fn findings(mut texts: Vec<(String, Vec<u8>)>) -> (Specs, Vec<Diagnostic>) {
    let alone = !load_texts(texts.clone())
        .documents
        .iter()
        .any(|(_, document)| matches!(document, Document::Platform(_)));
    if alone && !texts.iter().any(|(path, _)| path.ends_with("platform.yaml")) {
        texts.push(("specs/platform.yaml".to_owned(), PLATFORM.into()));
    }
    let specs = load_texts(texts);
    let mut findings = specs.findings.clone();
    if findings.iter().all(|finding| finding.severity == Severity::Warning) {
        findings.extend(resolve(&specs).1);
    }
    (specs, findings)
}

#[test]
fn every_mistake_is_reported_as_expected() {
    let rooms = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let rooms = children(&rooms).into_iter().filter(|room| room.is_dir());
    let cases: Vec<PathBuf> = rooms.flat_map(|room| children(&room)).collect();
    assert!(!cases.is_empty(), "there are no cases");
    for case in cases {
        check(&case);
    }
}

fn check(case: &Path) {
    let texts = children(case)
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "yaml"))
        .map(|file| {
            let name = file.file_name().expect("a file has a name").to_string_lossy().into_owned();
            (format!("specs/{name}"), std::fs::read(&file).expect("a case can be read"))
        })
        .collect();
    let (specs, findings) = findings(texts);
    let shown = render::human(&findings, &specs.sources, Color::Never);
    expect_test::expect_file![case.join("expected.txt")].assert_eq(&shown);
}

/// The entries of a directory, sorted.
fn children(directory: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(directory).expect("the directory exists");
    let mut children: Vec<_> =
        entries.map(|entry| entry.expect("the entry can be read").path()).collect();
    children.sort();
    children
}
