//! Keeps a generated tree in step with its specs: says why it is not, and writes it whole or not at all.
//!
//! The middle is pure: [`compare()`] takes what is to be generated, what was recorded when it last was, and what
//! the disk holds, and answers with findings and changes. Around it stand two small rooms that touch the disk:
//! `disk` lists and hashes a tree, `apply` brings changes onto it through a journal.
//!
//! Three hashes decide why a file is out of step: what is on disk, what the manifest recorded, and what would be
//! rendered now. Times of modification decide nothing, so a check cannot be fooled by a copy or a checkout.
//!
//! What is committed and what is not: the manifest stands in the tree and says nothing about the machine that
//! wrote it, so that the same specs give the same bytes everywhere. That *this* executable rendered what the
//! manifest says is remembered beside the tree, in a file git does not see. A fresh clone, and so CI, has no such
//! memory and renders everything: an edited file cannot hide behind an edited manifest.

mod apply;
mod cache;
mod compare;
mod disk;
mod files;
mod hash;
mod journal;
mod kept;
mod lock;
mod manifest;
mod package;
mod reason;
mod view;
mod work;

pub use apply::{Recovered, apply, recover};
pub use cache::{Cache, Claim, executable};
pub use compare::{Comparison, Inputs, compare, needs_rendering, recorded_packages};
pub use disk::{Listing, list};
pub use files::Disk;
pub use hash::Hash;
pub use lock::Lock;
pub use manifest::{MANIFEST, State};
pub use package::{Planned, Rendered};
pub use reason::{Cure, Finding, Reason};
pub use view::{Difference, first_difference};
pub use work::Work;
