//! The manifest: what was generated last, committed at the root of the generated tree.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::hash::Hash;
use super::package::{Planned, join};
use super::view;

/// File name of the manifest, at the root of the generated tree.
pub const MANIFEST: &str = ".tiebeam-manifest.json";

/// Written into every manifest; another number is another format.
const FORMAT: u32 = 1;

/// What was generated, by which generator, from what.
///
/// It holds neither times nor paths of the machine: the same specs give the same manifest everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// A sentence for whoever opens the file.
    pub about: String,
    /// Version of the format.
    pub format: u32,
    /// Version of the generator.
    pub generator: String,
    /// What was generated, by directory.
    pub packages: BTreeMap<String, Recorded>,
}

/// A package as it was generated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    /// Its name.
    pub name: String,
    /// The specs it came from.
    pub specs: Vec<String>,
    /// Digest of every fact it depended on.
    pub input: String,
    /// Its files, by path relative to its directory, and the hashes of what was written.
    pub files: BTreeMap<String, Hash>,
}

/// What is found where the manifest should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Nothing.
    Absent,
    /// Something that cannot be used.
    Unreadable(Unreadable),
    /// A manifest.
    Read(Manifest),
}

/// Why a manifest cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It holds the markers of an unfinished merge.
    ConflictMarkers,
    /// It ends too early.
    Truncated,
    /// It is not what we write.
    Malformed(String),
    /// It is of another format.
    Format(u32),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ConflictMarkers => {
                formatter.write_str("it holds the markers of an unfinished merge")
            }
            Self::Truncated => formatter.write_str("it ends too early"),
            Self::Malformed(why) => formatter.write_str(why),
            Self::Format(format) => {
                write!(formatter, "it is of format {format}, and this generator writes {FORMAT}")
            }
        }
    }
}

impl State {
    /// Judges the bytes of a manifest.
    pub fn read(bytes: Option<&[u8]>) -> Self {
        let Some(bytes) = bytes else { return Self::Absent };
        match serde_json::from_slice::<Manifest>(bytes) {
            Ok(manifest) if manifest.format == FORMAT => Self::Read(manifest),
            Ok(manifest) => Self::Unreadable(Unreadable::Format(manifest.format)),
            Err(_) if view::has_conflict_markers(bytes) => {
                Self::Unreadable(Unreadable::ConflictMarkers)
            }
            Err(error) if error.is_eof() => Self::Unreadable(Unreadable::Truncated),
            Err(error) => Self::Unreadable(Unreadable::Malformed(error.to_string())),
        }
    }

    /// The manifest, where there is one.
    pub fn manifest(&self) -> Option<&Manifest> {
        match self {
            Self::Read(manifest) => Some(manifest),
            Self::Absent | Self::Unreadable(_) => None,
        }
    }
}

impl Manifest {
    /// A manifest of nothing.
    pub fn new(generator: &str) -> Self {
        Self {
            about: "What `cargo xtask generate` wrote last. Do not edit; after a merge conflict, generate.".to_owned(),
            format: FORMAT,
            generator: generator.to_owned(),
            packages: BTreeMap::new(),
        }
    }

    /// Its text.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("a manifest has string keys only");
        bytes.push(b'\n');
        bytes
    }

    /// Every file recorded, by path relative to the root, with the directory of its package.
    pub fn files(&self) -> impl Iterator<Item = (String, &str, Hash)> {
        self.packages.iter().flat_map(|(directory, package)| {
            package
                .files
                .iter()
                .map(move |(file, hash)| (join(directory, file), directory.as_str(), *hash))
        })
    }
}

impl Recorded {
    /// What was recorded of a package, as if it were to be generated.
    pub fn planned(&self, directory: &str) -> Planned {
        Planned {
            directory: directory.to_owned(),
            name: self.name.clone(),
            specs: self.specs.clone(),
            input: self.input.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let State::Unreadable(why) = State::read(Some(text.as_bytes())) else {
            panic!("{text:?} was read");
        };
        assert_eq!(why.to_string(), expected);
    }

    #[test]
    fn a_manifest_survives_a_round_trip() {
        let mut manifest = Manifest::new("0.1.0");
        let files = BTreeMap::from([("src/lib.rs".to_owned(), Hash::of(b"x"))]);
        let recorded =
            Recorded { name: "a".into(), specs: vec!["s".into()], input: "i".into(), files };
        manifest.packages.insert("process/a".into(), recorded);
        assert_eq!(State::read(Some(&manifest.to_bytes())), State::Read(manifest));
    }

    #[test]
    fn every_way_of_being_unreadable_is_named() {
        check("", "it ends too early");
        check("{\"about\": \"", "it ends too early");
        check(
            "{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n}",
            "it holds the markers of an unfinished merge",
        );
        check("7", "invalid type: integer `7`, expected struct Manifest at line 1 column 1");
        let newer = String::from_utf8(Manifest::new("9").to_bytes()).expect("a manifest is text");
        check(
            &newer.replace("\"format\": 1", "\"format\": 2"),
            "it is of format 2, and this generator writes 1",
        );
    }

    #[test]
    fn nothing_is_absent() {
        assert_eq!(State::read(None), State::Absent);
    }
}
