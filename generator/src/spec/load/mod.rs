//! Reads documents, and finds every mistake of shape in them.
//!
//! The fast path reads a document straight into its types and knows no places.
//! Only when that fails, or sees something that other YAML readers would read otherwise, the slow path looks
//! at the document again: parser events become a tree with bytes, the tree is searched for what YAML lets
//! pass, and its value is held against the JSON Schema of its kind, which reports everything at once.
//!
//! | limit | value | beyond it |
//! | --- | --- | --- |
//! | size of a file | 4 MiB | not read |
//! | collections inside each other | 64 | not read further |
//! | elements after aliases are followed | one per byte, and 100,000 | not followed further |
//! | findings per document | 100 | counted |
//!
//! Anchors and aliases are read, within those limits. Merge keys and tags are not part of the language: a
//! document must mean the same to every reader of YAML.

mod disk;
mod document;
mod json;
mod kind;
mod scalar;
mod sentences;
mod shape;
mod strict;
mod syntax;
mod texts;
mod vocabulary;
mod yaml;

pub use disk::load;
pub use document::{Document, Kind, Specs};
pub use texts::load_texts;
