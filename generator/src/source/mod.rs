//! The texts of the documents, and where in them an element stands.
//!
//! Documents are read into plain types that carry no places.
//! An element is addressed by its document and JSON Pointer; where it stands in the text is computed from
//! the events of that one file, and only when there is something to say about it.

mod lines;
mod sources;
mod tree;

pub use lines::{Lines, Position};
pub use sources::{Source, Sources, Span};
pub use tree::{Content, Entry, Id, MAX_DEPTH, Node, Stop, Tree};
