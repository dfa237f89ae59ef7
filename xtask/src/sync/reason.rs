//! Every way of being out of step, each with its message and its fix.

use super::manifest::Unreadable;

/// A file, or a place in the generated tree, that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Path relative to the root of the generated tree; empty for the root itself.
    pub path: String,
    /// Directory of the package it belongs to, where it belongs to one.
    pub package: Option<String>,
    /// Why.
    pub reason: Reason,
}

impl Finding {
    /// Whether it is about the tree as a whole: then nothing is known of any file in it.
    pub fn is_about_everything(&self) -> bool {
        self.path.is_empty()
    }
}

/// Why a file is out of step.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Generation was interrupted, and its journal waits.
    Interrupted,
    /// The manifest cannot be used.
    UnreadableManifest(String),
    /// There is no manifest.
    MissingManifest,
    /// The files are right, the manifest is not.
    StaleManifest,
    /// The specs say something else by now.
    StaleSpec {
        /// The specs that changed or, where that is not known, all that the package comes from.
        specs: Vec<String>,
    },
    /// The specs say what they said, the generator prints something else.
    NewerGenerator {
        /// Version that wrote the file.
        was: String,
        /// Version that runs now.
        now: String,
    },
    /// Somebody changed a generated file.
    EditedByHand {
        /// The specs where the change may belong.
        specs: Vec<String>,
    },
    /// A merge was left unfinished in a generated file.
    ConflictMarkers,
    /// It was generated, and it is gone.
    Missing,
    /// It differs, and without a manifest nobody can say why.
    Unexplained,
    /// No spec asks for it any more.
    Orphan,
    /// No spec asks for it any more, and somebody changed it.
    EditedOrphan,
    /// It was not generated.
    Foreign,
    /// It says that it was generated, and no manifest vouches for it.
    Leftover,
    /// It cannot be written because something stands in the way.
    Obstacle(Obstacle),
}

/// What stands in the way of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// A file that was not generated stands at its place.
    Foreign,
    /// A symbolic link stands at its place.
    Symlink,
    /// A directory stands at its place.
    Directory,
    /// A device, a socket or a pipe stands at its place.
    Special,
    /// A path above it is not a directory.
    NotADirectory(String),
    /// Another generated file differs from it in case only.
    SameButForCase(String),
}

/// What generating does about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cure {
    /// It mends it.
    Generate,
    /// It leaves it alone: only a person can decide.
    Person,
    /// It writes nothing at all before a person has decided.
    Blocked,
}

impl From<&Unreadable> for Reason {
    fn from(why: &Unreadable) -> Self {
        Self::UnreadableManifest(why.to_string())
    }
}

impl Reason {
    /// Stable, kebab-case.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Interrupted => "interrupted",
            Self::UnreadableManifest(_) => "unreadable-manifest",
            Self::MissingManifest => "missing-manifest",
            Self::StaleManifest => "stale-manifest",
            Self::StaleSpec { .. } => "stale-spec",
            Self::NewerGenerator { .. } => "newer-generator",
            Self::EditedByHand { .. } => "edited-by-hand",
            Self::ConflictMarkers => "conflict-markers",
            Self::Missing => "missing",
            Self::Unexplained => "unexplained",
            Self::Orphan => "orphan",
            Self::EditedOrphan => "edited-orphan",
            Self::Foreign => "foreign",
            Self::Leftover => "leftover",
            Self::Obstacle(_) => "obstacle",
        }
    }

    /// One sentence, lowercase, without a final period.
    pub fn message(&self) -> String {
        match self {
            Self::Interrupted => "a generation was interrupted and waits to be finished".to_owned(),
            Self::UnreadableManifest(why) => format!("the manifest cannot be read: {why}"),
            Self::MissingManifest => "there is no manifest: nothing was generated here, or it was deleted".to_owned(),
            Self::StaleManifest => "every file is right, but the manifest records something else".to_owned(),
            Self::StaleSpec { specs } => match specs.as_slice() {
                [] => "the specs say something else by now".to_owned(),
                [spec] => format!("{spec} says something else by now"),
                specs => format!("{} say something else by now", listed(specs)),
            },
            Self::NewerGenerator { was, now } if was == now => {
                format!("the specs say what they said, but this build of generator {now} prints something else")
            }
            Self::NewerGenerator { was, now } => {
                format!("generator {was} wrote this, and generator {now} prints something else")
            }
            Self::EditedByHand { .. } => "this is not what was generated: somebody edited it".to_owned(),
            Self::ConflictMarkers => "a merge was left unfinished in a generated file".to_owned(),
            Self::Missing => "this file is to be generated and is not there".to_owned(),
            Self::Unexplained => "this is not what the specs say, and without a manifest nobody can say why".to_owned(),
            Self::Orphan => "this was generated, and no spec asks for it any more".to_owned(),
            Self::EditedOrphan => {
                "this was generated and then edited, and no spec asks for it any more".to_owned()
            }
            Self::Foreign => "this was not generated".to_owned(),
            Self::Leftover => {
                "this says that it was generated, but no spec asks for it and no manifest vouches for it".to_owned()
            }
            Self::Obstacle(obstacle) => obstacle.message(),
        }
    }

    /// What to do, imperative mood.
    pub fn help(&self) -> String {
        match self {
            Self::Interrupted => "run `cargo xtask generate`, which finishes or undoes it first".to_owned(),
            Self::UnreadableManifest(_) => {
                "run `cargo xtask generate`, which renders everything, compares by content and writes the manifest anew"
                    .to_owned()
            }
            Self::MissingManifest | Self::StaleManifest | Self::StaleSpec { .. } | Self::Missing => {
                "run `cargo xtask generate`".to_owned()
            }
            Self::NewerGenerator { .. } => {
                "run `cargo xtask generate` and read the difference before you commit it".to_owned()
            }
            Self::EditedByHand { specs } => {
                let contract = if specs.is_empty() { "the specs".to_owned() } else { listed(specs) };
                format!(
                    "put the change where it lasts: behavior into your implementation of the crate's trait, the \
                     contract into {contract}; then run `cargo xtask generate`, which writes the file anew"
                )
            }
            Self::ConflictMarkers => "take either side and run `cargo xtask generate`".to_owned(),
            Self::Unexplained => {
                "run `cargo xtask generate`, which writes the file anew and keeps a copy of this one".to_owned()
            }
            Self::Orphan => "run `cargo xtask generate`, which removes it".to_owned(),
            Self::EditedOrphan | Self::Leftover => {
                "save what you need of it and delete it: generating removes only what it can recognize as its own"
                    .to_owned()
            }
            Self::Foreign => {
                "move it out of the generated tree, or delete it: generating never does".to_owned()
            }
            Self::Obstacle(obstacle) => obstacle.help().to_owned(),
        }
    }

    /// What generating does about it.
    pub fn cure(&self) -> Cure {
        match self {
            Self::Foreign | Self::EditedOrphan | Self::Leftover => Cure::Person,
            Self::Obstacle(_) => Cure::Blocked,
            _ => Cure::Generate,
        }
    }
}

impl Obstacle {
    fn message(&self) -> String {
        match self {
            Self::Foreign => {
                "a file that was not generated stands where one is to be written".to_owned()
            }
            Self::Symlink => "a symbolic link stands where a file is to be written".to_owned(),
            Self::Directory => "a directory stands where a file is to be written".to_owned(),
            Self::Special => {
                "something that is neither file nor directory stands where a file is to be written"
                    .to_owned()
            }
            Self::NotADirectory(path) => {
                format!("this cannot be written, because {path} is not a directory")
            }
            Self::SameButForCase(other) => {
                format!(
                    "this and {other} differ in case only, which some file systems cannot tell apart"
                )
            }
        }
    }

    fn help(&self) -> &'static str {
        match self {
            Self::SameButForCase(_) => "rename one of the two in the specs",
            _ => "move it away and run `cargo xtask generate` again; nothing is written before",
        }
    }
}

/// `a`, `a and b`, `a, b and c`, `a, b and 5 more`.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [one, two, three] => format!("{one}, {two} and {three}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} more", rest.len()),
    }
}
