//! `mod.rs` is a face and `lib.rs` a front door: they show what is inside, and nobody inside looks at them.

use std::collections::BTreeSet;

use super::finding::Finding;
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
    let code = source::code(&file.text);
    let items = source::before_tests(&code).lines().enumerate();
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

/// A module in a room names its siblings by their modules, never through the room's face.
fn looks_outward(file: &File, paths: &BTreeSet<&str>) -> Vec<Finding> {
    let Some((room, name)) = file.path.rsplit_once('/') else { return Vec::new() };
    if matches!(name, "mod.rs" | "lib.rs" | "main.rs" | "tests.rs")
        || !paths.contains(format!("{room}/mod.rs").as_str())
    {
        return Vec::new();
    }
    let is_sibling = |name: &str| {
        paths.contains(format!("{room}/{name}.rs").as_str())
            || paths.contains(format!("{room}/{name}/mod.rs").as_str())
    };
    let code = source::code(&file.text);
    let named = source::paths(source::before_tests(&code), &["super"]);
    let through = named.into_iter().filter(|named| {
        let segment = named.segments.get(1).map_or("", String::as_str);
        segment != "super" && !is_sibling(segment)
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
}
