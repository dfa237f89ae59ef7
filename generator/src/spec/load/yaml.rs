//! What YAML lets pass and the language does not: duplicate keys, tags, merges, and scalars that are
//! something else to another reader.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::ScalarStyle;

use super::scalar::{self, Plain, Reading, plain};
use crate::diag::codes::load::{
    ALIAS_BOMB, AMBIGUOUS_SCALAR, CUSTOM_TAG, DUPLICATE_KEY, KEY_NOT_TEXT, MERGE_KEY,
    NOT_A_JSON_NUMBER, SYNTAX_ERROR,
};
use crate::diag::{Code, Diagnostic, Part};
use crate::ir::Place;
use crate::source::{Content, Entry, Id, Tree};

/// Everything of that sort in a document.
pub fn findings(tree: &Tree, text: &str, place: &Place) -> Vec<Diagnostic> {
    let mut look = Look { tree, text, place, findings: Vec::new() };
    for tag in &tree.tags {
        look.error(&CUSTOM_TAG, tag, "tags are not part of the language")
            .help("remove it, and quote the value where it is meant as text");
    }
    for alias in &tree.dangling {
        look.error(&SYNTAX_ERROR, alias, "the alias names no anchor before it")
            .help("quote the text where it begins with `*` and is no alias");
    }
    for alias in &tree.cycles {
        look.error(&ALIAS_BOMB, alias, "the alias stands inside what it names")
            .help("types may refer to themselves by name, documents may not");
    }
    if let Some(root) = tree.root() {
        look.node(root);
    }
    look.findings
}

/// Whether a document holds nothing at all.
pub fn is_empty(tree: &Tree, root: Id) -> bool {
    matches!(&tree.node(root).content, Content::Scalar { text, style: ScalarStyle::Plain } if text.is_empty())
}

/// A value in words: ``the number `12` ``.
pub fn described(tree: &Tree, id: Id) -> String {
    let Some(node) = tree.target(id) else { return "an alias".to_owned() };
    match &node.content {
        Content::List(_) => "a list".to_owned(),
        Content::Map(_) => "a mapping".to_owned(),
        Content::Alias(_) => "an alias".to_owned(),
        Content::Scalar { text, style } => match (plain(text), style) {
            (_, style) if *style != ScalarStyle::Plain => "text".to_owned(),
            (Plain::Null, _) if text.is_empty() => "nothing".to_owned(),
            (Plain::Null, _) => format!("`{text}`"),
            (Plain::Bool(_), _) => format!("the boolean `{text}`"),
            (Plain::Integer(_) | Plain::Float(_) | Plain::NotFinite, _) => {
                format!("the number `{text}`")
            }
            (Plain::Text, _) if text.chars().count() <= 40 => format!("the text `{text}`"),
            (Plain::Text, _) => "text".to_owned(),
        },
    }
}

/// A text between double quotes, as YAML and JSON both read it.
pub fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

struct Look<'a> {
    tree: &'a Tree,
    text: &'a str,
    place: &'a Place,
    findings: Vec<Diagnostic>,
}

/// A finding that is being worded.
struct Wording<'a>(&'a mut Diagnostic);

impl Wording<'_> {
    fn label(self, label: impl Into<String>) -> Self {
        self.0.label = label.into();
        self
    }

    fn help(self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    fn replace(self, replacement: String) {
        self.0.edit = Some(crate::diag::Edit { replacement });
    }
}

impl Look<'_> {
    fn error(
        &mut self,
        code: &'static Code,
        bytes: &Range<usize>,
        message: impl Into<String>,
    ) -> Wording<'_> {
        self.push(
            Diagnostic::error(code, self.place, message).at(Part::Bytes(bytes.start, bytes.end)),
        )
    }

    fn push(&mut self, finding: Diagnostic) -> Wording<'_> {
        let last = self.findings.len();
        self.findings.push(finding);
        Wording(&mut self.findings[last])
    }

    /// Looks at a node and what is in it; the depth of trees is bounded.
    fn node(&mut self, id: Id) {
        let tree = self.tree;
        match &tree.node(id).content {
            Content::Scalar { text, style: ScalarStyle::Plain } => self.value(id, text),
            Content::Scalar { .. } | Content::Alias(_) => {}
            Content::List(items) => items.iter().for_each(|item| self.node(*item)),
            Content::Map(entries) => {
                self.duplicates(entries);
                for entry in entries {
                    self.key(entry.key);
                    if tree.text(entry.key) == Some("enum") {
                        self.value_names(entry.value);
                    }
                    self.node(entry.value);
                }
            }
        }
    }

    fn duplicates(&mut self, entries: &[Entry]) {
        let tree = self.tree;
        let mut first: BTreeMap<&str, Id> = BTreeMap::new();
        for entry in entries {
            let Some(text) = tree.text(entry.key) else { continue };
            let Some(before) = first.get(text) else {
                first.insert(text, entry.key);
                continue;
            };
            let before = tree.node(*before).span.clone();
            let bytes = tree.node(entry.key).span.clone();
            let finding = Diagnostic::error(
                &DUPLICATE_KEY,
                self.place,
                format!("the key `{text}` comes twice"),
            )
            .at(Part::Bytes(bytes.start, bytes.end))
            .label("here again")
            .related(self.place, Part::Bytes(before.start, before.end), "first here")
            .help("remove one of them, or give it another name");
            self.push(finding);
        }
    }

    fn key(&mut self, id: Id) {
        let node = self.tree.node(id);
        let bytes = node.span.clone();
        let Content::Scalar { text, style } = &node.content else {
            match &node.content {
                Content::Alias(_) => {}
                _ => {
                    self.error(&KEY_NOT_TEXT, &bytes, "a key is text")
                        .help("write a name, and put the rest behind its `:`");
                }
            }
            return;
        };
        if *style != ScalarStyle::Plain {
            return;
        }
        if text == "<<" {
            self.error(&MERGE_KEY, &bytes, "merge keys are not part of the language")
                .label("other readers would not see what it merges")
                .help("write the keys out, or give what is shared a type of its own");
            return;
        }
        match plain(text) {
            Plain::Text => {}
            Plain::Integer(_) if scalar::is_canonical_integer(text) => {}
            Plain::Null if text.is_empty() => {
                self.error(&KEY_NOT_TEXT, &bytes, "a key is missing before `:`")
                    .help("write a name before it");
            }
            _ => self
                .error(
                    &KEY_NOT_TEXT,
                    &bytes,
                    format!("the key `{text}` is no text to other readers of YAML"),
                )
                .help("quote it")
                .replace(quoted(text)),
        }
    }

    /// The names of an enum that is written as a mapping are values, too.
    fn value_names(&mut self, id: Id) {
        let tree = self.tree;
        let Content::Map(entries) = &tree.node(id).content else { return };
        for entry in entries {
            if let Content::Scalar { text, style: ScalarStyle::Plain } =
                &tree.node(entry.key).content
            {
                self.ambiguous(entry.key, text);
            }
        }
    }

    fn value(&mut self, id: Id, text: &str) {
        if plain(text) == Plain::NotFinite {
            let bytes = self.tree.node(id).span.clone();
            self.error(
                &NOT_A_JSON_NUMBER,
                &bytes,
                format!("`{text}` is a number that JSON cannot carry"),
            )
            .help("quote it where it is meant as text, or write a number");
        } else {
            self.ambiguous(id, text);
        }
    }

    fn ambiguous(&mut self, id: Id, text: &str) {
        let Some(reading) = scalar::ambiguous(text) else { return };
        let bytes = self.tree.node(id).span.clone();
        if self.text.get(bytes.clone()) != Some(text) {
            return;
        }
        let label = match reading {
            Reading::Boolean => "a boolean in YAML 1.1",
            Reading::LeadingZero => "octal in YAML 1.1, decimal in YAML 1.2",
            Reading::Sexagesimal => "a number to the base 60 in YAML 1.1",
            Reading::Underscores => "a number in YAML 1.1",
        };
        let finding = Diagnostic::warning(
            &AMBIGUOUS_SCALAR,
            self.place,
            format!("`{text}` is not text to every reader of YAML"),
        )
        .at(Part::Bytes(bytes.start, bytes.end));
        self.push(finding).label(label).help("quote it").replace(quoted(text));
    }
}
