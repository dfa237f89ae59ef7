//! The workspaces of a repository: the one of its commands, and the one of what they generate.
//!
//! The second is found from the specs, which say where crates are generated: it is the nearest workspace around that
//! directory. So the same commands test Tiebeam's example and the platform of whoever uses Tiebeam.

use std::path::{Path, PathBuf};

use crate::platform;
use crate::sync::Work;
use crate::workspace;

/// Where cargo is run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspaces {
    /// The repository, whose workspace holds the commands.
    pub root: PathBuf,
    /// The workspace of the generated crates, where it is another.
    pub generated: Option<PathBuf>,
}

impl Workspaces {
    /// Those of a repository. Specs that do not say where crates are generated leave the first.
    pub fn of(root: &Path) -> Self {
        let around = around_generated(root);
        if around.is_none() {
            eprintln!(
                "note: the specs lead to no generated crates, so only the commands are looked at"
            );
        }
        let generated = around.filter(|around| *around != resolved(root));
        Self { root: root.to_path_buf(), generated }
    }

    /// Both, the commands first.
    pub fn all(&self) -> impl Iterator<Item = &Path> {
        std::iter::once(self.root.as_path()).chain(self.generated.as_deref())
    }
}

/// Whether the manifest of one of some workspaces has a line.
pub fn wish<'a>(workspaces: impl IntoIterator<Item = &'a Path>, line: &str) -> bool {
    workspaces.into_iter().any(|workspace| {
        let manifest = std::fs::read_to_string(workspace.join("Cargo.toml")).unwrap_or_default();
        manifest.lines().any(|written| written.trim() == line)
    })
}

/// The nearest workspace around the directory that is generated into.
fn around_generated(root: &Path) -> Option<PathBuf> {
    let specs = resolved(&root.join("specs"));
    let into = platform::destination(&tiebeam_generator::spec::load(&specs).ok()?)?;
    let generated = Work::new(&specs.join(into)).ok()?.root;
    let around = generated.ancestors().skip(1);
    around.map(Path::to_path_buf).find(|directory| workspace::is_in(directory))
}

/// A directory by its real path, as that of what is generated is.
fn resolved(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn check(into: &str, expected: Option<&str>) {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let root = resolved(directory.path());
        let platform = format!(
            "kind: Platform\nname: a\nproblems: https://a.example/\ngenerate: {{ into: {into} }}\n"
        );
        for (path, text) in [
            ("specs/platform.yaml", platform.as_str()),
            ("Cargo.toml", "[workspace]\n"),
            ("shop/Cargo.toml", "[workspace]\n"),
            ("shop/inner/Cargo.toml", "[package]\n"),
        ] {
            let place = root.join(path);
            fs::create_dir_all(place.parent().expect("it stands in a directory"))
                .and_then(|()| fs::write(place, text))
                .expect("the disk has room");
        }
        let found = Workspaces::of(&root);
        assert_eq!(found.generated, expected.map(|expected| root.join(expected)), "{into}");
    }

    #[test]
    fn the_second_workspace_is_the_nearest_around_what_is_generated() {
        check("../shop/generated", Some("shop"));
        check("../shop/inner/generated", Some("shop"));
        check("../generated", None);
    }
}
