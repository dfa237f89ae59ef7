//! Where a new platform finds Tiebeam: in a checkout, or in a repository that git reaches.

use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// Where Tiebeam is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// In this directory.
    Checkout(PathBuf),
    /// At this URL.
    Git(String),
}

impl Origin {
    /// Where somebody says it is, or the checkout that this program was built from.
    ///
    /// # Errors
    ///
    /// When there is no checkout.
    pub fn find(said: Option<&str>) -> Result<Self> {
        match said {
            Some(url) if url.contains("://") || url.starts_with("git@") => {
                Ok(Self::Git(url.to_owned()))
            }
            Some(path) => checkout(Path::new(path)),
            None => checkout(&built_from())
                .context("say with `--tiebeam` where a new platform finds it"),
        }
    }

    /// What a manifest says about one of its packages: `path = "../../tiebeam/runtime"`.
    pub fn dependency(&self, from: &Path, package: &str) -> String {
        match self {
            Self::Checkout(root) => {
                format!("path = {}", Value::from(slashes(&relative(from, &root.join(package)))))
            }
            Self::Git(url) => format!("git = {}", Value::from(url.as_str())),
        }
    }

    /// The steps with which CI gets what a path leads to; cargo needs none for what git reaches.
    pub fn fetching(&self, root: &Path) -> String {
        match self {
            Self::Checkout(checkout) => {
                let (url, path) =
                    (env!("CARGO_PKG_REPOSITORY"), slashes(&relative(root, checkout)));
                format!(
                    "      # The manifests find Tiebeam by this path.\n      \
                     - run: git clone --depth 1 {url} {path}\n"
                )
            }
            Self::Git(_) => String::new(),
        }
    }

    /// The versions that it was tested with, where they are at hand.
    pub fn lock(&self) -> Option<String> {
        let root = match self {
            Self::Checkout(root) => root.clone(),
            Self::Git(_) => built_from(),
        };
        fs::read_to_string(root.join("Cargo.lock")).ok()
    }
}

/// A path as manifests and scripts write it everywhere.
fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The checkout that this program was built from.
fn built_from() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

fn checkout(path: &Path) -> Result<Origin> {
    let is_checkout =
        ["xtask", "runtime"].iter().all(|package| path.join(package).join("Cargo.toml").is_file());
    ensure!(is_checkout, "{} is no checkout of Tiebeam", path.display());
    let root = path.canonicalize().with_context(|| format!("cannot resolve {}", path.display()))?;
    Ok(Origin::Checkout(root))
}

/// The way from one absolute directory to another, so that both can be moved together.
fn relative(from: &Path, to: &Path) -> PathBuf {
    let (from, to): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (from.components().collect(), to.components().collect());
    let shared = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    if shared == 0 {
        return to.iter().collect();
    }
    let up = from[shared..].iter().map(|_| Component::ParentDir);
    up.chain(to[shared..].iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &str, to: &str, expected: &str) {
        assert_eq!(relative(Path::new(from), Path::new(to)), Path::new(expected));
    }

    #[test]
    fn the_way_is_relative_and_as_short_as_it_can_be() {
        check("/a/shop/platform", "/a/tiebeam/runtime", "../../tiebeam/runtime");
        check("/a/shop/platform", "/a/shop/tiebeam/xtask", "../tiebeam/xtask");
        check("/shop/platform", "/b/c", "../../b/c");
    }

    #[test]
    fn a_url_becomes_a_dependency_of_git() {
        let tiebeam = Origin::find(Some("https://git.example/tiebeam")).expect("it is a URL");
        let dependency = tiebeam.dependency(Path::new("/a"), "runtime");
        assert_eq!(dependency, r#"git = "https://git.example/tiebeam""#);
    }

    #[test]
    fn a_directory_without_tiebeam_is_refused() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let refused = Origin::find(directory.path().to_str()).expect_err("nothing is there");
        assert!(refused.to_string().ends_with("is no checkout of Tiebeam"), "{refused}");
    }
}
