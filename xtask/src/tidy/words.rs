//! Words that must not stand in the code, and paths that mean something on one machine only.

use super::finding::Finding;
use super::source;
use super::tree::File;

/// A word that must not stand in Rust, and why. Comments and strings are not looked at.
static WORDS: &[(&str, &str)] = &[
    (
        "#[allow",
        "an exception that no longer applies stays silent; `#[expect(…, reason = \"…\")]` speaks up",
    ),
    ("#![allow", "an exception for a whole file hides what it was not meant for"),
    ("todo!", "what is not done is not committed"),
    ("unimplemented!", "what is not done is not committed"),
    ("dbg!", "it was for the one who wrote it"),
    ("#[ignore", "a test that does not run proves nothing"),
    ("#[should_panic", "it passes for any panic; assert what you mean"),
];

/// Where absolute paths of people's machines begin.
static MACHINES: &[&str] = &["home", "Users", "root", "work", "workspace"];

/// Reads the rules against every file.
pub fn check(files: &[File]) -> Vec<Finding> {
    files.iter().flat_map(|file| forbidden(file).into_iter().chain(machine_paths(file))).collect()
}

fn forbidden(file: &File) -> Vec<Finding> {
    if file.ending() != "rs" {
        return Vec::new();
    }
    let code = source::code(&file.text);
    let lines = code.lines().enumerate();
    let found = lines.flat_map(|(position, line)| {
        let words = WORDS.iter().filter(move |(word, _)| line.contains(word));
        words.map(move |(word, reason)| {
            Finding::new(&file.path, position + 1, format!("has `{word}`"), *reason)
        })
    });
    found.collect()
}

fn machine_paths(file: &File) -> Vec<Finding> {
    let reason = "a path of one machine means nothing on another";
    let lines = file.text.lines().enumerate();
    let found = lines.filter_map(|(position, line)| {
        let path = machine_path(line)?;
        Some(Finding::new(&file.path, position + 1, format!("names the path `{path}`"), reason))
    });
    found.collect()
}

/// An absolute path of a machine: a slash behind nothing, a space or a quote, then a directory of the table.
fn machine_path(line: &str) -> Option<&str> {
    line.match_indices('/').find_map(|(start, _)| {
        let before = line[..start].chars().next_back();
        if before.is_some_and(|letter| !letter.is_whitespace() && !"\"'`(=".contains(letter)) {
            return None;
        }
        let rest = &line[start + 1..];
        let (directory, _) = rest.split_once('/')?;
        let end = rest
            .find(|letter: char| letter.is_whitespace() || "\"'`)".contains(letter))
            .unwrap_or(rest.len());
        MACHINES.contains(&directory).then(|| &line[start..=start + end])
    })
}

#[cfg(test)]
mod tests {
    use super::super::tree::tests;

    fn check(files: &[(&str, &str)], expected: &[&str]) {
        tests::check(super::check, files, expected);
    }

    #[test]
    fn words_are_looked_for_in_code_only() {
        check(&[("runtime/src/a.rs", "// todo!\nlet a = \"todo!\";\n")], &[]);
        check(
            &[("runtime/src/a.rs", "\ntodo!()\n#[allow(x)]\n")],
            &["runtime/src/a.rs:2: has `todo!`", "runtime/src/a.rs:3: has `#[allow`"],
        );
    }

    #[test]
    fn paths_of_a_machine_are_told_from_paths_of_an_api() {
        check(
            &[("README.md", "`GET /orders/{id}` and https://x.example/home/a and ./work/b\n")],
            &[],
        );
        let text = format!("see {}home/me/notes\n", '/');
        let expected = format!("README.md:1: names the path `{}home/me/notes`", '/');
        check(&[("README.md", &text)], &[&expected]);
    }
}
