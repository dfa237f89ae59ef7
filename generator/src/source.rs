//! The texts of the documents, and where in them an element stands.

use std::collections::BTreeMap;
use std::sync::Arc;

/// The texts of all documents by path.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    texts: BTreeMap<Arc<str>, Arc<str>>,
}

impl Sources {
    /// Adds the text of a document.
    pub fn add(&mut self, path: Arc<str>, text: Arc<str>) {
        self.texts.insert(path, text);
    }

    /// The text of a document.
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        self.texts.get(path)
    }
}
