//! Where in the specs an element was written.

use std::hash::{Hash, Hasher};

/// A document and a JSON Pointer into it; turned into lines and columns only when there is something to say.
///
/// Two places always compare and hash as equal, so that moving an element is not a change of meaning.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// Path of the document, relative to the directory that holds the specs' parent, with `/` between segments.
    pub document: std::sync::Arc<str>,
    /// JSON Pointer (RFC 6901) of the element; empty for the whole document.
    pub pointer: String,
}

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Place {}

impl Hash for Place {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}
