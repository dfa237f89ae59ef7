//! The same findings for people, programs, code scanners and pull requests.

use std::path::Path;

use expect_test::expect_file;
use tiebeam_generator::diag::render::{self, Color};
use tiebeam_generator::diag::{Diagnostic, Part, Severity, codes};
use tiebeam_generator::ir::Place;
use tiebeam_generator::spec::{Specs, load_texts};

/// Findings of every sort: with an edit, with another place, in two documents, a warning, without a document.
fn findings() -> (Specs, Vec<Diagnostic>) {
    let models = "kind: Models\ndomain: order\nowner: 'Übung' # 100%\ntypes:\n  Order: { descripton: \"ü, é\", fields: { id: uuid, id: no } }\n";
    let specs = load_texts(vec![
        ("specs/models/a,b: 50%.yaml".to_owned(), models.into()),
        ("specs/z.yaml".to_owned(), "kind: Modls\n".into()),
    ]);
    let mut findings = specs.findings.clone();
    let place = |document: &str, pointer: &str| Place {
        document: document.into(),
        pointer: pointer.to_owned(),
    };
    findings.push(
        Diagnostic::error(
            &codes::shape::MISSING_KIND,
            &place("specs/z.yaml", "/kind"),
            "two documents disagree",
        )
        .related(
            &place("specs/models/a,b: 50%.yaml", "/types/Order/fields/id"),
            Part::Value,
            "the other one",
        ),
    );
    findings.push(Diagnostic::error(
        &codes::load::UNREADABLE_FILE,
        &place("specs/gone.yaml", ""),
        "the file is\ngone",
    ));
    findings.push(Diagnostic::error(
        &codes::load::EMPTY_DOCUMENT,
        &place("", ""),
        "there is no document at all",
    ));
    // What is said twice is shown once.
    findings.extend(specs.findings.clone());
    (specs, findings)
}

/// Compares a rendering with the file of that name.
fn check(name: &str, shown: &str) {
    expect_file![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/render").join(name)]
        .assert_eq(shown);
}

#[test]
fn people_see_the_lines() {
    let (specs, findings) = findings();
    check("human.txt", &render::human(&findings, &specs.sources, Color::Never));
}

#[test]
fn colors_are_there_when_asked_for() {
    let (specs, findings) = findings();
    assert!(render::human(&findings, &specs.sources, Color::Always).contains("\u{1b}["));
    assert!(!render::human(&findings, &specs.sources, Color::Never).contains('\u{1b}'));
}

#[test]
fn programs_read_json() {
    let (specs, findings) = findings();
    check("findings.json", &render::json(&findings, &specs.sources));
}

#[test]
fn code_scanners_read_sarif() {
    let (specs, findings) = findings();
    check("findings.sarif", &render::sarif(&findings, &specs.sources));
}

#[test]
fn pull_requests_are_annotated() {
    let (specs, findings) = findings();
    check("github.txt", &render::github(&findings, &specs.sources));
}

#[test]
fn the_order_of_findings_does_not_matter() {
    let (specs, mut findings) = findings();
    let shown = render::json(&findings, &specs.sources);
    findings.reverse();
    assert_eq!(render::json(&findings, &specs.sources), shown);
}

#[test]
fn a_summary_counts_what_is_shown() {
    let (specs, findings) = findings();
    assert_eq!(
        render::summary(&findings, &specs.sources).as_deref(),
        Some("7 errors and 1 warning")
    );
    let warnings: Vec<_> =
        findings.into_iter().filter(|finding| finding.severity == Severity::Warning).collect();
    assert_eq!(render::summary(&warnings, &specs.sources).as_deref(), Some("1 warning"));
    assert_eq!(render::summary(&[], &specs.sources), None);
}

#[test]
fn nothing_found_is_still_valid() {
    let sources = Specs::default().sources;
    assert_eq!(render::json(&[], &sources), "[]\n");
    assert!(render::sarif(&[], &sources).contains("\"results\": []"));
    assert_eq!(render::human(&[], &sources, Color::Never) + &render::github(&[], &sources), "");
}

#[test]
fn very_long_lines_are_not_shown() {
    let text = format!("kind: Models\nmeta: {{ a: [{}] }}\n", "no, ".repeat(50_000));
    let specs = load_texts(vec![("specs/a.yaml".to_owned(), text.into())]);
    let shown = render::human(&specs.findings, &specs.sources, Color::Never);
    assert!(shown.len() < 50_000, "{} bytes are shown", shown.len());
    assert!(shown.contains("--> specs/a.yaml:2:13\n"), "{}", &shown[..1000]);
    assert!(shown.contains("= help: quote it: write `\"no\"`"), "{}", &shown[..1000]);
}

#[test]
fn places_far_apart_are_shown_each_on_its_own() {
    let text = format!("kind: Models\nowner: a\n{}owner: b\n", "# A long comment.\n".repeat(5_000));
    let specs = load_texts(vec![("specs/a.yaml".to_owned(), text.into())]);
    let twice = specs.findings.iter().filter(|finding| finding.code.name == "duplicate-key");
    let shown = render::human(&twice.cloned().collect::<Vec<_>>(), &specs.sources, Color::Never);
    check("far-apart.txt", &shown);
}
