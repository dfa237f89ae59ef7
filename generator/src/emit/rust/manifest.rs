//! Prints the manifest of a generated crate.

use askama::Template;

use crate::emit::rust::docs;
use crate::emit::text::filters;

/// What a manifest says; versions of what comes from outside are the workspace's business.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "crate/Cargo.toml", escape = "none")]
pub struct Manifest {
    /// The spec that the crate comes from, as in the head of its files.
    pub spec: String,
    /// Name of the package.
    pub name: String,
    /// What it is, in Markdown; the first paragraph is taken.
    pub description: String,
    /// Semantic version, where it has one of its own.
    pub version: Option<String>,
    /// What it depends on, in any order.
    pub dependencies: Vec<Dependency>,
}

/// One line under `[dependencies]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dependency {
    /// Name of the package.
    pub name: String,
    /// Where it is, for a generated crate; the workspace says so otherwise.
    pub path: Option<String>,
}

impl Dependency {
    /// A crate whose version the workspace chooses.
    pub fn workspace(name: &str) -> Self {
        Self { name: name.to_owned(), path: None }
    }

    /// A generated crate.
    pub fn path(name: &str, path: &str) -> Self {
        Self { name: name.to_owned(), path: Some(path.to_owned()) }
    }
}

impl Manifest {
    /// The text of `Cargo.toml`.
    pub fn print(mut self) -> String {
        self.description = docs::summary(&self.description);
        self.dependencies.sort();
        self.dependencies.dedup();
        self.render().expect("a manifest is made of strings, which can always be formatted") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::{Dependency, Manifest};

    #[test]
    fn dependencies_are_sorted_and_hostile_descriptions_are_quoted() {
        let manifest = Manifest {
            spec: String::from("specs/apis/process/order.v1.yaml"),
            name: String::from("order-process-v1"),
            description: String::from("Says \"hello\\\" {{ to }}\n\tthe wörld.\n\nAnd more."),
            version: Some(String::from("1.2.0")),
            dependencies: vec![
                Dependency::workspace("tiebeam"),
                Dependency::workspace("serde"),
                Dependency::path("crm-system-v1", "../../system/crm-system-v1"),
                Dependency::workspace("serde"),
            ],
        };
        expect_test::expect![[r#"
            # @generated from specs/apis/process/order.v1.yaml by `cargo xtask generate`. Do not edit.

            [package]
            name = "order-process-v1"
            description = "Says \"hello\" {{ to }} the wörld."
            version = "1.2.0"
            edition.workspace = true
            publish = false

            [dependencies]
            crm-system-v1 = { path = "../../system/crm-system-v1" }
            serde.workspace = true
            tiebeam.workspace = true

            [lints]
            workspace = true
        "#]].assert_eq(&manifest.print());
    }

    #[test]
    fn a_crate_without_dependencies_has_an_empty_table() {
        let manifest = Manifest {
            spec: String::from("specs/models"),
            name: String::from("retail-models"),
            description: String::from("Models."),
            version: None,
            dependencies: Vec::new(),
        };
        expect_test::expect![[r#"
            # @generated from specs/models by `cargo xtask generate`. Do not edit.

            [package]
            name = "retail-models"
            description = "Models."
            edition.workspace = true
            publish = false

            [dependencies]

            [lints]
            workspace = true
        "#]]
        .assert_eq(&manifest.print());
    }
}
