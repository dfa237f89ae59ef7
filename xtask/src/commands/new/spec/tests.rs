//! Scaffolds pass, say what is known already, and never overwrite.

use tiebeam_generator::{resolve, spec};

use super::*;

/// What is asked for, and the name that it is given.
type Wish = (Kind, &'static str);

/// A process API, as most are.
const API: Kind = Kind::Api(Tier::Process);

fn written((kind, name): Wish, specs: &Path) -> Result<PathBuf> {
    write(kind, &Arguments { name: name.to_owned(), domain: None, specs: None }, specs)
}

fn specs() -> (tempfile::TempDir, PathBuf) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let specs = directory.path().join("specs");
    (directory, specs)
}

/// Scaffolds documents beside each other, and loads and links them.
fn check(documents: &[Wish]) {
    let (_directory, specs) = specs();
    let platform = "kind: Platform\nname: acme\nproblems: https://acme.example/problems/\ngenerate: { into: ../generated }\n";
    files::write(&specs.join("platform.yaml"), platform.as_bytes()).expect("the disk has room");
    for document in documents {
        written(*document, &specs).expect("nothing is there");
    }
    let loaded = spec::load(&specs).expect("the specs can be listed");
    let (platform, mut findings) = resolve::resolve(&loaded);
    findings.extend(loaded.findings.iter().cloned());
    let report = tiebeam_generator::diag::render::human(
        &findings,
        &loaded.sources,
        tiebeam_generator::diag::render::Color::Never,
    );
    assert!(platform.is_some() && findings.is_empty(), "{report}");
}

#[test]
fn every_kind_passes_as_it_is() {
    check(&[
        (Kind::Models, "returns"),
        (Kind::Events, "returns"),
        (Kind::Service, "returns-service"),
        (Kind::Api(Tier::System), "returns-system"),
        (API, "returns-process"),
        (Kind::Api(Tier::Experience), "returns-experience"),
    ]);
}

#[test]
fn names_that_are_no_plural_pass_too() {
    check(&[
        (API, "gift-card-process"),
        (Kind::Api(Tier::System), "address-system"),
        (Kind::Models, "address"),
        (API, "status"),
    ]);
}

#[test]
fn nothing_is_overwritten() {
    let (_directory, specs) = specs();
    let place = written((Kind::Models, "returns"), &specs).expect("nothing is there");
    fs::write(&place, "mine").expect("the disk has room");
    let refused = written((Kind::Models, "returns"), &specs).expect_err("something is there");
    assert!(refused.to_string().ends_with("is there already; nothing was written"), "{refused}");
    assert_eq!(fs::read_to_string(place).expect("it is still there"), "mine");
}

#[test]
fn a_name_in_another_case_is_refused_with_the_right_one() {
    let (_directory, specs) = specs();
    let refused = written((API, "OrderProcess"), &specs).expect_err("it is no kebab-case");
    assert_eq!(
        refused.to_string(),
        "`OrderProcess` is not in kebab-case; did you mean `order-process`?"
    );
}

#[test]
fn the_schema_line_leads_to_the_schemas_and_the_owner_is_the_domain_s() {
    let (_directory, specs) = specs();
    let models = written((Kind::Models, "returns"), &specs).expect("nothing is there");
    let text = fs::read_to_string(&models).expect("it was written");
    fs::write(&models, text.replace("owner: returns-team", "owner: logistics-team"))
        .expect("the disk has room");
    let api = written((API, "returns-process"), &specs).expect("nothing is there");
    assert_eq!(api, specs.join("apis/process/returns-process.v1.yaml"));
    let text = fs::read_to_string(api).expect("it was written");
    let first = text.lines().next().unwrap_or_default();
    assert_eq!(first, "# yaml-language-server: $schema=../../.schema/api.json");
    assert!(text.contains("\nowner: logistics-team\n"), "{text}");
}

#[test]
fn the_name_suggests_the_tier_and_the_architect_decides() {
    for (name, asked, expected) in [
        ("returns-experience", None, Tier::Experience),
        ("returns-system", None, Tier::System),
        ("returns", None, Tier::Process),
        ("returns-system", Some(Tier::Process), Tier::Process),
    ] {
        let spec = Arguments { name: name.to_owned(), domain: None, specs: None };
        assert_eq!(tier(&ApiArguments { spec, tier: asked }), expected, "{name}");
    }
}
