//! Texts by path, and the bytes of their elements.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use granit_parser::ScalarStyle;

use super::lines::{Lines, Position};
use super::tree::{Content, Id, Tree};

/// The texts of all documents by path.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    sources: BTreeMap<Arc<str>, Arc<Source>>,
}

/// The text of one document; its lines and its tree are computed when they are first asked for.
#[derive(Debug)]
pub struct Source {
    text: Arc<str>,
    lines: OnceLock<Lines>,
    tree: OnceLock<Tree>,
}

/// The bytes of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its key, in a mapping.
    pub key: Option<Range<usize>>,
    /// Its value.
    pub value: Range<usize>,
}

impl Sources {
    /// Adds the text of a document.
    pub fn add(&mut self, path: Arc<str>, text: Arc<str>) {
        self.sources
            .insert(path, Arc::new(Source { text, lines: OnceLock::new(), tree: OnceLock::new() }));
    }

    /// The text of a document.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        self.sources.get(path).map(|source| &source.text)
    }

    /// A document.
    pub fn get(&self, path: &str) -> Option<&Source> {
        self.sources.get(path).map(Arc::as_ref)
    }

    /// The paths of all documents, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &Arc<str>> {
        self.sources.keys()
    }
}

impl Source {
    /// The text.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The position of a byte.
    pub fn position(&self, byte: usize) -> Position {
        self.lines().position(&self.text, byte)
    }

    /// Where the lines begin.
    pub fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }

    /// The bytes of the element that a JSON Pointer names, or of the nearest one around it.
    pub fn span(&self, pointer: &str) -> Option<Span> {
        let tree = self.tree();
        let (key, value) = tree.find(pointer)?;
        Some(Span {
            key: key.map(|key| tree.node(key).span.clone()),
            value: tree.node(value).span.clone(),
        })
    }

    /// The bytes of a part of a scalar's value, or of the whole scalar where escapes or folding stand between.
    pub fn within(&self, pointer: &str, part: Range<usize>) -> Option<Range<usize>> {
        let tree = self.tree();
        let (_, id) = tree.find(pointer)?;
        let whole = tree.node(id).span.clone();
        Some(exact(&self.text, tree, id, part).unwrap_or(whole))
    }

    fn tree(&self) -> &Tree {
        self.tree.get_or_init(|| Tree::parse(&self.text))
    }
}

/// The bytes of a part of a scalar that stands in the file as it reads.
fn exact(text: &str, tree: &Tree, id: Id, part: Range<usize>) -> Option<Range<usize>> {
    let node = tree.node(id);
    let Content::Scalar { text: value, style } = &node.content else { return None };
    let inner = match style {
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
            node.span.start + 1..node.span.end - 1
        }
        _ => node.span.clone(),
    };
    value.get(part.clone())?;
    (text.get(inner.clone())? == value).then(|| inner.start + part.start..inner.start + part.end)
}

#[cfg(test)]
mod tests {
    use super::Sources;

    fn check(text: &str, part: std::ops::Range<usize>, expected: &str) {
        let mut sources = Sources::default();
        sources.add("a.yaml".into(), text.into());
        let source = sources.get("a.yaml").expect("it was just added");
        let found = source.within("/a", part).expect("the key exists");
        assert_eq!(&text[found], expected, "{text:?}");
    }

    #[test]
    fn a_part_of_a_scalar_is_found_in_the_file() {
        check("a: map<Ordr>", 4..8, "Ordr");
        check("a: \"Ordr[]\"", 0..4, "Ordr");
        check("a: 'Ordr[]'", 4..6, "[]");
    }

    #[test]
    fn an_inexact_part_is_the_whole_scalar() {
        check("a: \"\\x41rdr[]\"", 0..4, "\"\\x41rdr[]\"");
        check("a: 'it''s'", 0..2, "'it''s'");
        check("a: one\n  two", 4..7, "one\n  two");
        check("a: b", 3..9, "b");
    }
}
