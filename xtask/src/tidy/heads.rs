//! How files open, and how long they are.

use super::finding::Finding;
use super::tree::File;

/// Lines of a Rust file at most.
const LONGEST: usize = 600;

/// Opens the head of every file that our commands write.
const GENERATED: &str = "@generated";

/// Reads the rule against every file.
pub fn check(files: &[File]) -> Vec<Finding> {
    let rules = [documented, short, says_generated, has_schema];
    files.iter().flat_map(|file| rules.iter().filter_map(|rule| rule(file, files))).collect()
}

/// A hand-written Rust file opens with a sentence.
fn documented(file: &File, _: &[File]) -> Option<Finding> {
    if file.ending() != "rs" || file.is_generated() {
        return None;
    }
    let first = file.text.lines().next().unwrap_or_default();
    let sentence = first.strip_prefix("//! ").unwrap_or_default();
    let opens = sentence.starts_with(|letter: char| {
        letter.is_uppercase() || letter == '`' || letter == '"' || letter == '['
    });
    let reason = "whoever opens a file wants to know first what it is for";
    (!opens).then(|| Finding::new(&file.path, 1, "does not open with a `//!` sentence", reason))
}

/// A hand-written Rust file can be read in one sitting.
fn short(file: &File, _: &[File]) -> Option<Finding> {
    let lines = file.text.lines().count();
    let is_long = file.ending() == "rs" && !file.is_generated() && lines > LONGEST;
    let reason = "a longer file is about two things; split it";
    is_long.then(|| {
        Finding::new(&file.path, LONGEST, format!("has {lines} lines, {LONGEST} at most"), reason)
    })
}

/// A generated file says so in its head.
fn says_generated(file: &File, _: &[File]) -> Option<Finding> {
    let is_ours = file.path.split('/').any(|segment| segment == "generated");
    let has_comments = matches!(file.ending(), "rs" | "md" | "toml" | "yaml");
    let opens = file.text.lines().take(3).any(|line| line.contains(GENERATED));
    let reason = "whoever would edit it must learn in time that the edit will not last";
    (is_ours && has_comments && !opens).then(|| {
        Finding::new(
            &file.path,
            1,
            format!("is generated and does not say `{GENERATED}` in its head"),
            reason,
        )
    })
}

/// A spec names its schema, and the schema is there.
fn has_schema(file: &File, files: &[File]) -> Option<Finding> {
    let below = file.path.strip_prefix("specs/").filter(|_| file.ending() == "yaml")?;
    let first = file.text.lines().next().unwrap_or_default();
    let reason = "with this line editors complete and check a spec while it is written";
    let Some(schema) = first.strip_prefix("# yaml-language-server: $schema=") else {
        let message = "does not open with `# yaml-language-server: $schema=…`";
        return Some(Finding::new(&file.path, 1, message, reason));
    };
    let kind = file
        .text
        .lines()
        .find_map(|line| line.strip_prefix("kind:"))
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    let right = format!("{}.schema/{kind}.json", "../".repeat(below.matches('/').count()));
    if schema != right {
        return Some(Finding::new(
            &file.path,
            1,
            format!("names the schema `{schema}` instead of `{right}`"),
            reason,
        ));
    }
    let is_there = files.iter().any(|file| file.path == format!("specs/.schema/{kind}.json"));
    (!is_there).then(|| {
        Finding::new(
            &file.path,
            1,
            format!("names the schema `{schema}`, which is not there"),
            reason,
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::tree::tests;

    fn check(files: &[(&str, &str)], expected: &[&str]) {
        tests::check(super::check, files, expected);
    }

    #[test]
    fn a_file_opens_with_a_sentence() {
        check(&[("runtime/src/a.rs", "//! Waits.\n")], &[]);
        check(
            &[("runtime/src/a.rs", "use std::fs;\n")],
            &["runtime/src/a.rs:1: does not open with a `//!` sentence"],
        );
    }

    #[test]
    fn a_file_has_six_hundred_lines_at_most() {
        let lines = |number: usize| format!("//! Waits.\n{}", "\n".repeat(number - 1));
        check(&[("runtime/src/a.rs", &lines(600))], &[]);
        check(
            &[("runtime/src/a.rs", &lines(601))],
            &["runtime/src/a.rs:600: has 601 lines, 600 at most"],
        );
    }

    #[test]
    fn a_generated_file_says_so() {
        check(&[("examples/x/generated/a.rs", "// @generated from specs/a.yaml\n")], &[]);
        check(
            &[("examples/x/generated/a.rs", "fn main() {}\n")],
            &[
                "examples/x/generated/a.rs:1: is generated and does not say `@generated` in its head",
            ],
        );
    }

    #[test]
    fn a_spec_names_its_schema() {
        let schema = ("specs/.schema/api.json", "{}");
        let right = "# yaml-language-server: $schema=../../.schema/api.json\nkind: Api\n";
        check(&[schema, ("specs/apis/process/a.v1.yaml", right)], &[]);
        check(
            &[schema, ("specs/a.v1.yaml", right)],
            &[
                "specs/a.v1.yaml:1: names the schema `../../.schema/api.json` instead of `.schema/api.json`",
            ],
        );
        check(
            &[schema, ("specs/a.v1.yaml", "kind: Api\n")],
            &["specs/a.v1.yaml:1: does not open with `# yaml-language-server: $schema=…`"],
        );
        check(
            &[("specs/apis/process/a.v1.yaml", right)],
            &[
                "specs/apis/process/a.v1.yaml:1: names the schema `../../.schema/api.json`, which is not there",
            ],
        );
    }
}
