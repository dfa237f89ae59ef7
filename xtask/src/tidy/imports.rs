//! Who may import whom: every arrow between two rooms, with the reason it exists.
//!
//! An arrow that is not in the table is a decision that was not taken; a row that nothing uses is one that no longer
//! holds. Rooms are directories or files below a crate's `src`; a path belongs to the longest room that it opens with.

mod houses;

use std::collections::BTreeSet;

use self::houses::{FORBIDDEN, HOUSES, House};
use super::finding::Finding;
use super::module;
use super::source;
use super::tree::File;

/// Reads the tables against every Rust file of ours.
pub fn check(files: &[File]) -> Vec<Finding> {
    let is_source =
        |file: &&File| file.ending() == "rs" && file.name() != "tests.rs" && !file.is_generated();
    let sources: Vec<&File> = files.iter().filter(is_source).collect();
    let mut findings: Vec<Finding> =
        HOUSES.iter().flat_map(|house| arrows(house, &sources)).collect();
    findings.extend(sources.iter().flat_map(|file| forbidden(file)));
    findings
}

fn arrows(house: &House, sources: &[&File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut used = BTreeSet::new();
    for file in sources.iter().filter(|file| file.is_in(&[house.source])) {
        let module = module::of(&file.path[house.source.len() + 1..]);
        let Some(from) = room(house, &module) else {
            if module.len() == 1 && !matches!(file.name(), "lib.rs" | "main.rs") {
                let reason = "a room without a row has no rules";
                findings.push(Finding::new(
                    &file.path,
                    1,
                    "is in no room of the import table",
                    reason,
                ));
            }
            continue;
        };
        let code = own_code(file);
        for named in source::paths(&code, &["crate", "super"]) {
            let target = module::absolute(&module, &named.segments);
            let Some(to) = room(house, &target).filter(|to| *to != from) else { continue };
            used.insert((from, to));
            if !house.arrows.iter().any(|(start, end, _)| (*start, *end) == (from, to)) {
                let message = format!("`{from}` must not import `{to}`");
                findings.push(Finding::new(&file.path, named.line, message, known(house, from)));
            }
        }
    }
    let unused = house
        .arrows
        .iter()
        .filter(|(from, to, _)| !used.contains(&(*from, *to)) && !sources.is_empty());
    let reason = "a row that nothing uses permits what nobody decided";
    findings.extend(unused.map(|(from, to, _)| {
        Finding::new(
            "xtask/src/tidy/imports/houses.rs",
            1,
            format!("no file of `{from}` imports `{to}` any more"),
            reason,
        )
    }));
    findings
}

/// What a room may import, as a reason.
fn known(house: &House, from: &str) -> String {
    let allowed: Vec<String> = house
        .arrows
        .iter()
        .filter(|(start, ..)| *start == from)
        .map(|(_, to, why)| format!("`{to}` ({why})"))
        .collect();
    match allowed.as_slice() {
        [] => format!(
            "the table lets `{from}` import no other room; a new arrow is a decision, with its reason in a row"
        ),
        allowed => format!(
            "the table lets `{from}` import only {}; a new arrow is a decision",
            allowed.join(", ")
        ),
    }
}

/// What a file itself says: neither its tests nor what it prints.
fn own_code(file: &File) -> String {
    source::without_printed(&source::without_tests(&source::code(&file.text)))
}

/// The longest room that a module path opens with.
fn room(house: &House, module: &[String]) -> Option<&'static str> {
    let opens = |room: &&&str| {
        room.split("::")
            .zip(module.iter().map(Some).chain(std::iter::repeat(None)))
            .all(|(one, other)| other.is_some_and(|other| other == one))
    };
    house.rooms.iter().filter(opens).max_by_key(|room| room.len()).copied()
}

fn forbidden(file: &File) -> Vec<Finding> {
    let code = own_code(file);
    let rows = FORBIDDEN.iter().filter(|(directory, ..)| file.is_in(&[directory]));
    let found = rows.flat_map(|(_, name, reason)| {
        let path: Vec<&str> = name.split("::").collect();
        let named = source::paths(&code, &path[..1]).into_iter();
        let hits = named.filter(|named| {
            named.segments.len() >= path.len()
                && named.segments.iter().zip(&path).all(|(one, other)| one == other)
        });
        hits.map(|named| Finding::new(&file.path, named.line, format!("names `{name}`"), *reason))
            .collect::<Vec<_>>()
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::super::tree::tests;
    use super::*;

    static ROOMS: House = House {
        source: "runtime/src",
        rooms: &["clock", "http", "http::client"],
        arrows: &[
            ("http", "clock", "answers are dated"),
            ("http::client", "http", "it is one half of it"),
        ],
    };

    fn check(files: &[(&str, &str)], expected: &[&str]) {
        let rule = |files: &[File]| arrows(&ROOMS, &files.iter().collect::<Vec<_>>());
        tests::check(rule, files, expected);
    }

    const CLOCK: (&str, &str) = ("runtime/src/clock.rs", "");
    const HTTP: (&str, &str) = ("runtime/src/http/mod.rs", "use crate::clock::Clock;");
    const CLIENT: (&str, &str) = ("runtime/src/http/client.rs", "use super::Server;");

    #[test]
    fn arrows_in_the_table_are_fine() {
        check(&[CLOCK, HTTP, CLIENT], &[]);
    }

    #[test]
    fn an_arrow_that_nobody_decided_is_found() {
        let clock = ("runtime/src/clock.rs", "\nuse crate::{http::client::Client, clock};");
        check(
            &[clock, HTTP, CLIENT],
            &["runtime/src/clock.rs:2: `clock` must not import `http::client`"],
        );
    }

    #[test]
    fn a_row_that_nothing_uses_is_found() {
        check(
            &[CLOCK, ("runtime/src/http/mod.rs", ""), CLIENT],
            &["xtask/src/tidy/imports/houses.rs:1: no file of `http` imports `clock` any more"],
        );
    }

    #[test]
    fn a_room_without_rules_is_found() {
        check(
            &[CLOCK, HTTP, CLIENT, ("runtime/src/new.rs", "")],
            &["runtime/src/new.rs:1: is in no room of the import table"],
        );
    }

    #[test]
    fn what_a_crate_must_not_name_is_found() {
        let rule = |files: &[File]| files.iter().flat_map(forbidden).collect();
        tests::check(
            rule,
            &[("generator/src/emit/a.rs", "use std::{fmt, fs};\nuse std::fmt::Write;")],
            &["generator/src/emit/a.rs:1: names `std::fs`"],
        );
        tests::check(
            rule,
            &[
                (
                    "generator/src/a.rs",
                    "use std::collections::{BTreeMap, HashMap};\nuse tiebeam::A;",
                ),
                ("xtask/src/a.rs", "use std::collections::HashMap;\nuse tiebeam::{A, B};"),
            ],
            &[
                "generator/src/a.rs:1: names `std::collections::HashMap`",
                "generator/src/a.rs:2: names `tiebeam`",
                "xtask/src/a.rs:2: names `tiebeam`",
                "xtask/src/a.rs:2: names `tiebeam`",
            ],
        );
    }

    #[test]
    fn the_tables_are_sorted_without_repetition_and_name_rooms() {
        for house in HOUSES {
            assert!(house.rooms.is_sorted(), "rooms of {}", house.source);
            let arrows: Vec<_> = house.arrows.iter().map(|(from, to, _)| (from, to)).collect();
            assert!(arrows.is_sorted_by(|one, other| one < other), "arrows of {}", house.source);
            for (from, to, why) in house.arrows {
                assert!(house.rooms.contains(from) && house.rooms.contains(to), "{from} → {to}");
                assert!(!why.is_empty() && !why.ends_with('.'), "{from} → {to}: {why}");
            }
        }
        assert!(FORBIDDEN.is_sorted_by(|one, other| (one.0, one.1) < (other.0, other.1)));
    }

    /// The names by which code can call the crates of this workspace and those that they lean on.
    fn libraries() -> BTreeSet<String> {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the repository");
        let read = |path: &str| fs::read_to_string(root.join(path)).expect("it is there");
        let key = |line: &str| line.split_once(" = ").map(|(key, _)| key.to_owned());
        let name = |text: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix("name = "));
            line.expect("whatever is built has a name").trim_matches('"').to_owned()
        };
        let own = HOUSES.iter().map(|house| {
            let directory = house.source.strip_suffix("/src").expect("sources stand in `src`");
            let manifest = read(&format!("{directory}/Cargo.toml"));
            name(manifest.split_once("[lib]\n").map_or(manifest.as_str(), |(_, library)| library))
        });
        let lock = read("Cargo.lock");
        let packages = lock.split("[[package]]\n").skip(1);
        let foreign = packages.filter(|package| package.contains("\nsource = ")).map(name);
        let manifest = read("Cargo.toml");
        let (_, wanted) = manifest.split_once("[workspace.dependencies]\n").expect("it has them");
        let wanted = wanted.split("\n[").next().unwrap_or_default();
        let renamed = wanted.lines().filter(|line| line.contains("{ package = ")).filter_map(key);
        let names = own.chain(foreign).chain(renamed).map(|name| name.replace('-', "_"));
        names.chain([String::from("std")]).collect()
    }

    #[test]
    fn what_must_not_be_named_is_what_code_could_name() {
        let libraries = libraries();
        for (directory, path, _) in FORBIDDEN {
            let name = path.split("::").next().unwrap_or_default();
            assert!(libraries.contains(name), "{directory}: no library is called `{name}`");
        }
        assert!(libraries.contains("serde_yaml") && !libraries.contains("tiebeam_runtime"));
    }
}
