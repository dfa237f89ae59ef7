//! Scaffolds pass, say what is known already, and never overwrite.

use tiebeam_generator::{resolve, spec};

use super::*;

fn arguments(kind: Kind, name: &str) -> Arguments {
    Arguments { kind, name: name.to_owned(), domain: None, tier: None, specs: None }
}

fn specs() -> (tempfile::TempDir, PathBuf) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let specs = directory.path().join("specs");
    (directory, specs)
}

/// Scaffolds documents beside each other, and loads and links them.
fn check(documents: &[Arguments]) {
    let (_directory, specs) = specs();
    write(&arguments(Kind::PlatformDoc, "acme"), &specs).expect("nothing is there");
    for document in documents {
        write(document, &specs).expect("nothing is there");
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
        arguments(Kind::Models, "returns"),
        arguments(Kind::Events, "returns"),
        arguments(Kind::Service, "returns-service"),
        arguments(Kind::Api, "returns-system"),
        arguments(Kind::Api, "returns-process"),
        arguments(Kind::Api, "returns-experience"),
    ]);
}

#[test]
fn names_that_are_no_plural_pass_too() {
    check(&[
        arguments(Kind::Api, "gift-card-process"),
        arguments(Kind::Api, "address-system"),
        arguments(Kind::Models, "address"),
        arguments(Kind::Api, "status"),
    ]);
}

#[test]
fn nothing_is_overwritten() {
    let (_directory, specs) = specs();
    let place = write(&arguments(Kind::Models, "returns"), &specs).expect("nothing is there");
    fs::write(&place, "mine").expect("the disk has room");
    let refused =
        write(&arguments(Kind::Models, "returns"), &specs).expect_err("something is there");
    assert!(refused.to_string().ends_with("is there already; nothing was written"), "{refused}");
    assert_eq!(fs::read_to_string(place).expect("it is still there"), "mine");
}

#[test]
fn a_name_in_another_case_is_refused_with_the_right_one() {
    let (_directory, specs) = specs();
    let refused =
        write(&arguments(Kind::Api, "OrderProcess"), &specs).expect_err("it is no kebab-case");
    assert_eq!(
        refused.to_string(),
        "`OrderProcess` is not in kebab-case; did you mean `order-process`?"
    );
}

#[test]
fn the_schema_line_leads_to_the_schemas_and_the_owner_is_the_domain_s() {
    let (_directory, specs) = specs();
    let models = write(&arguments(Kind::Models, "returns"), &specs).expect("nothing is there");
    let text = fs::read_to_string(&models).expect("it was written");
    fs::write(&models, text.replace("owner: returns-team", "owner: logistics-team"))
        .expect("the disk has room");
    let api = write(&arguments(Kind::Api, "returns-process"), &specs).expect("nothing is there");
    assert_eq!(api, specs.join("apis/process/returns-process.v1.yaml"));
    let text = fs::read_to_string(api).expect("it was written");
    let first = text.lines().next().unwrap_or_default();
    assert_eq!(first, "# yaml-language-server: $schema=../../.schema/api.json");
    assert!(text.contains("\nowner: logistics-team\n"), "{text}");
}
