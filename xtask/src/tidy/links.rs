//! Links between Markdown pages lead somewhere.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::tree::File;

/// Reads the rule against every page.
pub fn check(files: &[File]) -> Vec<Finding> {
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let pages =
        files.iter().filter(|file| file.ending() == "md" && !file.path.starts_with("templates/"));
    pages.flat_map(|page| dangling(page, files, &paths)).collect()
}

fn dangling(page: &File, files: &[File], paths: &BTreeSet<&str>) -> Vec<Finding> {
    let reason = "a link that leads nowhere costs every reader the time of one";
    let mut findings = Vec::new();
    for (line, target) in links(&page.text) {
        if target.contains("://") || target.starts_with("mailto:") || target.is_empty() {
            continue;
        }
        let (path, anchor) = target.split_once('#').unwrap_or((&target, ""));
        let path = if path.is_empty() { page.path.clone() } else { resolved(&page.path, path) };
        let directory = format!("{}/", path.trim_end_matches('/'));
        let is_there = paths.contains(path.as_str())
            || path.is_empty()
            || paths
                .range(directory.as_str()..)
                .next()
                .is_some_and(|other| other.starts_with(&directory));
        // Files that are no text are not listed; only what should be a page or a source is missed.
        let is_listed = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
        if !is_there && (is_listed || !path.contains('.')) && !is_known(&path) {
            findings.push(Finding::new(
                &page.path,
                line,
                format!("links to `{target}`, which is not there"),
                reason,
            ));
            continue;
        }
        let Some(other) = files.iter().find(|file| file.path == path && file.ending() == "md")
        else {
            continue;
        };
        if !anchor.is_empty() && !anchors(&other.text).contains(anchor) {
            findings.push(Finding::new(
                &page.path,
                line,
                format!("links to `{target}`, which has no such heading"),
                reason,
            ));
        }
    }
    findings
}

/// Files at the top that are linked to and have no ending that makes them a text.
fn is_known(path: &str) -> bool {
    matches!(path, "LICENSE-MIT" | "LICENSE-APACHE" | ".ci/run" | ".gitattributes" | ".gitignore")
}

/// Targets of links, with their lines; code is left aside.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut links = Vec::new();
    let mut in_code = false;
    for (position, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        let prose: String = line.split('`').step_by(2).collect::<Vec<_>>().join("`");
        for (start, _) in prose.match_indices("](") {
            let target = prose[start + 2..].split([')', ' ']).next().unwrap_or_default();
            links.push((position + 1, target.to_owned()));
        }
    }
    links
}

/// A path relative to the page that names it.
fn resolved(page: &str, path: &str) -> String {
    let mut segments: Vec<&str> = page.split('/').collect();
    segments.pop();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            segment => segments.push(segment),
        }
    }
    segments.join("/")
}

/// The anchors that headings get.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text
        .lines()
        .filter_map(|line| line.strip_prefix('#'))
        .map(|line| line.trim_start_matches('#').trim());
    let anchor = |heading: &str| {
        let letters = heading.to_lowercase();
        let kept =
            letters.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
        kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
    };
    headings.map(anchor).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tree::tests;

    fn check(files: &[(&str, &str)], expected: &[&str]) {
        tests::check(super::check, files, expected);
    }

    #[test]
    fn links_lead_to_files_directories_and_headings() {
        let page = "[a](docs/b.md) [b](docs/) [c](docs/b.md#one-two) [d](https://x.example/) `[e](nowhere.md)` [f](LICENSE-MIT)\n";
        check(&[("README.md", page), ("docs/b.md", "# One two\n")], &[]);
        check(
            &[("docs/b.md", "# One\n\n[a](c.md)\n[b](#two)\n[c](../README.md)\n")],
            &[
                "docs/b.md:3: links to `c.md`, which is not there",
                "docs/b.md:4: links to `#two`, which has no such heading",
                "docs/b.md:5: links to `../README.md`, which is not there",
            ],
        );
    }
}
