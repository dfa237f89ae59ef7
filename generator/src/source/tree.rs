//! A document as a tree in which every node knows its bytes.
//!
//! Built from parser events without recursion, so that no input can exhaust the stack.
//! Aliases are not expanded: an alias is a node that points at another one.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, StructureStyle};

/// How many collections may stand inside each other.
pub const MAX_DEPTH: usize = 64;

/// The index of a node in its tree.
pub type Id = usize;

/// The nodes of one document, and where reading stopped, if it did.
#[derive(Debug, Default)]
pub struct Tree {
    nodes: Vec<Node>,
    root: Option<Id>,
    /// Why the rest of the text could not be read.
    pub stop: Option<Stop>,
    /// Where a second document begins.
    pub second_document: Option<usize>,
    /// `%` directives, tags and other decoration that carries no value: the bytes of every tag.
    pub tags: Vec<Range<usize>>,
    /// Aliases that name no anchor.
    pub dangling: Vec<Range<usize>>,
    /// Aliases that stand inside what they name.
    pub cycles: Vec<Range<usize>>,
}

/// One node.
#[derive(Debug)]
pub struct Node {
    /// Its bytes; for a collection in block style from its first entry to the end of its last, for a text in
    /// block style its lines without the indicator.
    pub span: Range<usize>,
    /// What it is.
    pub content: Content,
}

/// What a node is.
#[derive(Debug)]
pub enum Content {
    /// A scalar: its text, and whether it stands in the file without quotes.
    Scalar {
        /// The text after unfolding and unescaping.
        text: String,
        /// How it is written.
        style: ScalarStyle,
    },
    /// A sequence.
    List(Vec<Id>),
    /// A mapping, duplicate keys included.
    Map(Vec<Entry>),
    /// Another name for a node; none when it names nothing.
    Alias(Option<Id>),
}

/// A key and its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Id,
    /// The value.
    pub value: Id,
}

/// Why the rest of a text could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// It is not YAML.
    Syntax {
        /// The byte where the parser gave up.
        at: usize,
        /// What it says.
        kind: ErrorKind,
    },
    /// Collections stand too deep inside each other.
    TooDeep {
        /// The byte where the first one too many begins.
        at: usize,
    },
}

/// A collection that is still open.
struct Open {
    id: Id,
    anchor: usize,
    block: bool,
    key: Option<Id>,
}

impl Tree {
    /// Reads the first document of a text, as far as it goes.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let options = granit_parser::options! {
            emit_comments: false,
            emit_unresolved_aliases: true,
            flow_nesting_limit: MAX_DEPTH + 1,
            block_nesting_limit: MAX_DEPTH + 1,
        };
        let mut builder = Builder::default();
        for event in Parser::new_from_str_with_options(text, options) {
            match event {
                Ok((event, span)) => {
                    if !builder.take(text, event, span) {
                        break;
                    }
                }
                Err(error) => {
                    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
                    builder.tree.stop = Some(match error.kind() {
                        ErrorKind::RecursionLimitExceeded => Stop::TooDeep { at },
                        kind => Stop::Syntax { at, kind: kind.clone() },
                    });
                    break;
                }
            }
        }
        builder.finish()
    }

    /// The outermost node; none for an empty document.
    #[must_use]
    pub fn root(&self) -> Option<Id> {
        self.root
    }

    /// A node.
    #[must_use]
    pub fn node(&self, id: Id) -> &Node {
        &self.nodes[id]
    }

    /// The node that a node stands for: itself, or what it is an alias of.
    #[must_use]
    pub fn target(&self, id: Id) -> Option<&Node> {
        match self.nodes[id].content {
            Content::Alias(target) => target.map(|target| &self.nodes[target]),
            _ => Some(&self.nodes[id]),
        }
    }

    /// The text of a scalar.
    #[must_use]
    pub fn text(&self, id: Id) -> Option<&str> {
        match &self.target(id)?.content {
            Content::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The key (in a mapping) and the node that a JSON Pointer names, or those of the nearest element around it.
    #[must_use]
    pub fn find(&self, pointer: &str) -> Option<(Option<Id>, Id)> {
        let mut here = (None, self.root?);
        for segment in pointer.split('/').skip(1) {
            match self.child(here.1, &unescape(segment)) {
                Some(next) => here = next,
                None => break,
            }
        }
        Some(here)
    }

    /// The key and the value of a direct child.
    #[must_use]
    pub fn child(&self, id: Id, segment: &str) -> Option<(Option<Id>, Id)> {
        match &self.target(id)?.content {
            Content::Map(entries) => entries
                .iter()
                .find(|entry| self.text(entry.key) == Some(segment))
                .map(|entry| (Some(entry.key), entry.value)),
            Content::List(items) => {
                items.get(segment.parse::<usize>().ok()?).map(|item| (None, *item))
            }
            Content::Scalar { .. } | Content::Alias(_) => None,
        }
    }
}

/// A segment of a JSON Pointer as the key it stands for.
fn unescape(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        segment.replace("~1", "/").replace("~0", "~").into()
    } else {
        segment.into()
    }
}

#[derive(Default)]
struct Builder {
    tree: Tree,
    open: Vec<Open>,
    /// The node of every anchor, by the parser's number.
    anchors: Vec<Option<Id>>,
    documents: usize,
}

impl Builder {
    /// Takes one event; false when there is no use in reading on.
    fn take(&mut self, text: &str, event: Event<'_>, span: granit_parser::Span) -> bool {
        if let Some(tag) = span.tag_span().and_then(|tag| tag.byte_range()) {
            self.tree.tags.push(tag);
        }
        let span = span.byte_range().unwrap_or(0..0);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.tree.second_document = Some(span.start);
                    return false;
                }
            }
            Event::Scalar(value, style, anchor, _) => {
                let span = trimmed(text, span, style);
                // The parser writes `~` where nothing is written.
                let nothing = span.is_empty() && style == ScalarStyle::Plain;
                let text = if nothing { String::new() } else { value.into_owned() };
                self.add(Node { span, content: Content::Scalar { text, style } }, anchor);
            }
            Event::SequenceStart(style, anchor, _) => {
                return self.begin(span, style, anchor, Content::List(Vec::new()));
            }
            Event::MappingStart(style, anchor, _) => {
                return self.begin(span, style, anchor, Content::Map(Vec::new()));
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span.end),
            Event::Alias(anchor) => {
                let target = self.anchors.get(anchor).copied().flatten();
                let cycle = self.open.iter().any(|open| open.anchor == anchor);
                if cycle {
                    self.tree.cycles.push(span.clone());
                }
                let target = target.filter(|_| !cycle);
                self.add(Node { span, content: Content::Alias(target) }, 0);
            }
            Event::UnresolvedAlias(_) => {
                self.tree.dangling.push(span.clone());
                self.add(Node { span, content: Content::Alias(None) }, 0);
            }
            _ => {}
        }
        true
    }

    fn begin(
        &mut self,
        span: Range<usize>,
        style: StructureStyle,
        anchor: usize,
        content: Content,
    ) -> bool {
        if self.open.len() == MAX_DEPTH {
            self.tree.stop = Some(Stop::TooDeep { at: span.start });
            return false;
        }
        let id = self.add(Node { span, content }, anchor);
        self.open.push(Open { id, anchor, block: style == StructureStyle::Block, key: None });
        true
    }

    fn end(&mut self, closed_at: usize) {
        let Some(open) = self.open.pop() else { return };
        let last = match &self.tree.nodes[open.id].content {
            Content::List(items) => items.last().copied(),
            Content::Map(entries) => entries.last().map(|entry| entry.value.max(entry.key)),
            Content::Scalar { .. } | Content::Alias(_) => None,
        };
        let end = match last {
            Some(last) if open.block => self.tree.nodes[last].span.end,
            _ if open.block => self.tree.nodes[open.id].span.start,
            _ => closed_at,
        };
        let span = &mut self.tree.nodes[open.id].span;
        span.end = end.max(span.start);
    }

    /// Adds a node to the collection that is open.
    fn add(&mut self, node: Node, anchor: usize) -> Id {
        let id = self.tree.nodes.len();
        self.tree.nodes.push(node);
        if anchor > 0 {
            self.anchors.resize(self.anchors.len().max(anchor + 1), None);
            self.anchors[anchor] = Some(id);
        }
        let Some(open) = self.open.last_mut() else {
            self.tree.root = self.tree.root.or(Some(id));
            return id;
        };
        match &mut self.tree.nodes[open.id].content {
            Content::List(items) => items.push(id),
            Content::Map(entries) => match open.key.take() {
                Some(key) => entries.push(Entry { key, value: id }),
                None => open.key = Some(id),
            },
            Content::Scalar { .. } | Content::Alias(_) => {}
        }
        id
    }

    /// Closes what is still open where reading stopped.
    fn finish(mut self) -> Tree {
        while let Some(open) = self.open.last() {
            let end = self.tree.nodes.last().map_or(0, |node| node.span.end);
            if let (Some(key), Content::Map(entries)) =
                (open.key, &mut self.tree.nodes[open.id].content)
            {
                entries.push(Entry { key, value: key });
            }
            self.end(end);
        }
        self.tree
    }
}

/// The bytes of a scalar without the line breaks after it.
fn trimmed(text: &str, span: Range<usize>, style: ScalarStyle) -> Range<usize> {
    if matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted) {
        return span;
    }
    let written = text.get(span.clone()).unwrap_or_default();
    span.start..span.start + written.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::{MAX_DEPTH, Stop, Tree};

    /// What stands at a pointer, as (key, value).
    fn check(text: &str, pointer: &str, key: &str, value: &str) {
        let tree = Tree::parse(text);
        let (found_key, found) = tree.find(pointer).expect("the text has a root");
        let found_key = found_key.map_or("", |key| &text[tree.node(key).span.clone()]);
        assert_eq!(
            (found_key, &text[tree.node(found).span.clone()]),
            (key, value),
            "{pointer} in {text:?}"
        );
    }

    #[test]
    fn every_style_has_its_bytes() {
        check("a: b", "/a", "a", "b");
        check("a: {b: [1, 22]} # c", "/a", "a", "{b: [1, 22]}");
        check("a: {b: [1, 22]} # c", "/a/b/1", "", "22");
        check("a:\n  b: c d\n  e: 'f'\n\ng: h\n", "/a", "a", "b: c d\n  e: 'f'");
        check("a:\n  - x\n  - y\nb: 1", "/a", "a", "- x\n  - y");
        check("a: |\n  one\n  two\n\nb: 1", "/a", "a", "one\n  two");
        check("a: >-\n  one\n\n  two\nb: 1", "/a", "a", "one\n\n  two");
        check("a: \"x\\ty\"\r\nb: 1\r\n", "/a", "a", "\"x\\ty\"");
        check("'a': 1", "/a", "'a'", "1");
        check("é/~: ü", "/é~1~0", "é/~", "ü");
        check("a: one\n  two\nb: 1", "/a", "a", "one\n  two");
        check("\u{feff}a: b", "/a", "a", "b");
    }

    #[test]
    fn a_pointer_that_leads_nowhere_ends_at_the_nearest_element() {
        check("a: {b: 1}", "/a/c/d", "a", "{b: 1}");
    }

    #[test]
    fn an_alias_has_its_own_bytes_and_leads_to_what_it_names() {
        check("a: &x {b: 1}\nc: *x\n", "/c", "c", "*x");
        check("a: &x {b: 1}\nc: *x\n", "/c/b", "b", "1");
    }

    #[test]
    fn an_alias_inside_what_it_names_is_found() {
        let tree = Tree::parse("a: &x [*x]");
        assert_eq!(tree.cycles.first(), Some(&(7..9)));
        assert_eq!(Tree::parse("a: *x").dangling.first(), Some(&(3..5)));
    }

    #[test]
    fn nesting_is_bounded() {
        let fine = "[".repeat(MAX_DEPTH) + &"]".repeat(MAX_DEPTH);
        assert_eq!(Tree::parse(&fine).stop, None);
        for deep in
            ["[".repeat(100_000), "- ".repeat(100_000), "{a: ".repeat(100_000), "? ".repeat(1000)]
        {
            assert!(
                matches!(Tree::parse(&deep).stop, Some(Stop::TooDeep { .. })),
                "{:?}",
                &deep[..10]
            );
        }
    }
}
