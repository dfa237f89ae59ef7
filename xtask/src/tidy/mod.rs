//! The law of the house, read against every file.
//!
//! Each rule is a table with a reason per row and one file that reads it. A finding names the place and the reason,
//! because a rule whose reason does not hold should be changed, not obeyed.

mod faces;
mod finding;
mod heads;
mod imports;
mod links;
mod module;
mod source;
mod tree;
mod words;

use std::path::Path;

use anyhow::Result;

pub use finding::Finding;

/// Everything in a repository that does not keep to the law, sorted by place.
///
/// # Errors
///
/// When a file cannot be read.
pub fn tidy(root: &Path) -> Result<Vec<Finding>> {
    let files = tree::files(root)?;
    let rules = [heads::check, faces::check, imports::check, words::check, links::check];
    let mut findings: Vec<Finding> = rules.iter().flat_map(|rule| rule(&files)).collect();
    findings.sort();
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_repository_keeps_to_its_law() {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the repository");
        let findings = tidy(root).expect("the repository can be read");
        let shown: Vec<String> = findings.iter().map(Finding::to_string).collect();
        assert!(shown.is_empty(), "\n{}", shown.join("\n"));
    }
}
