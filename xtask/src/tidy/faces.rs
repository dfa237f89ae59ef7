//! `mod.rs` is a face and `lib.rs` a front door: they show what is inside, and nobody inside looks at them.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::module;
use super::source;
use super::tree::File;

/// Reads the rules against every Rust file of ours.
pub fn check(files: &[File]) -> Vec<Finding> {
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let sources = files.iter().filter(|file| {
        file.ending() == "rs" && !file.is_generated() && file.path.contains("/src/")
    });
    sources
        .flat_map(|file| shows_only(file).into_iter().chain(looks_outward(file, &paths)))
        .collect()
}

/// A face has at most one function and no types; a front door has no types.
fn shows_only(file: &File) -> Vec<Finding> {
    let functions = match file.name() {
        "mod.rs" => 1,
        "lib.rs" => usize::MAX,
        _ => return Vec::new(),
    };
    let reason = "a face says what is inside; what it defines itself is found by nobody";
    let code = source::without_tests(&source::code(&file.text));
    let items = code.lines().enumerate();
    let mut seen = 0;
    let mut findings = Vec::new();
    for (position, line) in items.filter(|(_, line)| !line.starts_with([' ', '}'])) {
        let item =
            line.strip_prefix("pub(crate) ").or_else(|| line.strip_prefix("pub ")).unwrap_or(line);
        let word = item.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let message = match word {
            "struct" | "enum" | "trait" | "impl" | "union" => {
                format!("`{}` defines a type", file.name())
            }
            "fn" if seen == functions => "`mod.rs` has more than one function".to_owned(),
            "fn" => {
                seen += 1;
                continue;
            }
            _ => continue,
        };
        findings.push(Finding::new(&file.path, position + 1, message, reason));
    }
    findings
}

/// A module names what is in a room around it by the module that holds it, never through the room's face.
fn looks_outward(file: &File, paths: &BTreeSet<&str>) -> Vec<Finding> {
    let Some((house, inside)) = file.path.split_once("/src/") else { return Vec::new() };
    if matches!(file.name(), "mod.rs" | "lib.rs" | "main.rs" | "tests.rs") {
        return Vec::new();
    }
    let module = module::of(inside);
    let exists = |place: &[String], ending: &str| {
        paths.contains(format!("{house}/src/{}{ending}", place.join("/")).as_str())
    };
    let rooms = (1..module.len()).rev().map(|end| &module[..end]);
    let faces: Vec<&[String]> = rooms.filter(|room| exists(room, "/mod.rs")).collect();
    let code = source::without_tests(&source::code(&file.text));
    let named = source::paths(&code, &["crate", "super"]);
    // What a macro names is reached from wherever the macro is called.
    let own = named.into_iter().filter(|named| named.segments[0] != "$crate");
    let through = own.filter(|named| {
        let target = module::absolute(&module, &named.segments);
        let face = faces.iter().find(|face| target.starts_with(face));
        face.is_some_and(|face| {
            let place = &target[..target.len().min(face.len() + 1)];
            !exists(place, ".rs") && !exists(place, "/mod.rs")
        })
    });
    let reason = "a module that leans on its own face cannot be read, moved or tested without it";
    let finding = |named: source::Named| {
        Finding::new(
            &file.path,
            named.line,
            format!("imports `{}` through its face", named.segments.join("::")),
            reason,
        )
    };
    through.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tree::tests;

    fn check(files: &[(&str, &str)], expected: &[&str]) {
        tests::check(super::check, files, expected);
    }

    #[test]
    fn a_face_defines_nothing() {
        check(&[("runtime/src/a/mod.rs", "mod b;\npub use b::B;\npub fn run() {}\n")], &[]);
        check(
            &[("runtime/src/a/mod.rs", "pub struct A;\nfn one() {}\nfn two() {}\n")],
            &[
                "runtime/src/a/mod.rs:1: `mod.rs` defines a type",
                "runtime/src/a/mod.rs:3: `mod.rs` has more than one function",
            ],
        );
        check(
            &[("runtime/src/lib.rs", "pub enum A {}\n")],
            &["runtime/src/lib.rs:1: `lib.rs` defines a type"],
        );
    }

    #[test]
    fn nobody_looks_at_their_own_face() {
        let face = ("runtime/src/a/mod.rs", "mod b;\nmod c;\n");
        let sibling = ("runtime/src/a/b.rs", "");
        check(
            &[face, sibling, ("runtime/src/a/c.rs", "use super::b::B;\nuse super::super::d::D;\n")],
            &[],
        );
        check(
            &[face, sibling, ("runtime/src/a/c.rs", "use super::{B, b::C};\n")],
            &["runtime/src/a/c.rs:1: imports `super::B` through its face"],
        );
    }

    #[test]
    fn a_face_is_seen_from_anywhere_inside_and_by_any_path() {
        let face = ("runtime/src/a/mod.rs", "mod b;\nmod c;\n");
        let sibling = ("runtime/src/a/b.rs", "");
        let around = ("runtime/src/a/c.rs", "mod d;\n");
        let inside = |text| ("runtime/src/a/c/d.rs", text);
        let fine = "use super::C;\nuse crate::a::{b::B, c::C};\n$crate::a::B\n";
        check(&[face, sibling, around, inside(fine)], &[]);
        check(
            &[face, sibling, around, inside("use crate::a::B;\nuse super::super::B;\n")],
            &[
                "runtime/src/a/c/d.rs:1: imports `crate::a::B` through its face",
                "runtime/src/a/c/d.rs:2: imports `super::super::B` through its face",
            ],
        );
    }

    #[test]
    fn what_stands_behind_the_tests_is_read() {
        let face = ("runtime/src/a/mod.rs", "mod b;\n");
        check(
            &[face, ("runtime/src/a/b.rs", "#[cfg(test)]\nmod tests;\n\nuse super::B;\n")],
            &["runtime/src/a/b.rs:4: imports `super::B` through its face"],
        );
    }
}
