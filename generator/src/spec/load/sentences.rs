//! Mistakes of shape in words: where, what, and what to do.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use granit_parser::ScalarStyle;
use serde_json::Value;

use super::document::Kind;
use super::scalar::{Plain, plain};
use super::shape::{Mistake, What};
use super::texts::MAX_FINDINGS;
use super::vocabulary::{foreign, forms, listed, noun, some_of};
use super::yaml::{described, quoted};
use crate::diag::codes::load::UNQUOTED_VERSION;
use crate::diag::codes::shape::{MISSING_KEY, OUT_OF_RANGE, UNKNOWN_KEY, UNKNOWN_WORD, WRONG_TYPE};
use crate::diag::{Diagnostic, Part};
use crate::ir::Place;
use crate::source::{Content, Id, Tree};
use crate::suggest;

/// A document that is spoken of.
pub struct Document<'a> {
    /// Its kind.
    pub kind: Kind,
    /// Its value.
    pub value: &'a Value,
    /// Its tree.
    pub tree: &'a Tree,
    /// Its text.
    pub text: &'a str,
    /// Its place.
    pub place: &'a Place,
}

/// A key that is missing, and what it would hold.
struct Missing {
    key: String,
    about: Option<String>,
}

/// The mistakes as findings; what is missing in one mapping is said in one sentence.
pub fn findings(document: &Document<'_>, mistakes: Vec<Mistake>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut missing: BTreeMap<(String, String), Vec<Missing>> = BTreeMap::new();
    let mut misspelt: BTreeSet<(String, String)> = BTreeSet::new();
    for Mistake { pointer, what } in mistakes {
        match what {
            What::UnknownKeys { keys, allowed, definition } => {
                // Of very many only the number is shown, and no suggestion is looked for.
                let shown = MAX_FINDINGS.saturating_sub(findings.len());
                let more = keys.len().saturating_sub(shown);
                for key in keys.iter().take(shown) {
                    let finding = document.unknown_key(&pointer, key, &allowed, &definition);
                    misspelt.extend(
                        finding.edit.iter().map(|edit| (pointer.clone(), edit.replacement.clone())),
                    );
                    findings.push(finding);
                }
                let unshown = Diagnostic::error(&UNKNOWN_KEY, document.place, "unknown key");
                findings.extend(std::iter::repeat_n(unshown, more));
            }
            What::MissingKey { key, about, definition } => {
                missing.entry((pointer, definition)).or_default().push(Missing { key, about });
            }
            What::WrongType { expected, definition } => {
                findings.push(document.wrong_type(&pointer, &expected, &definition));
            }
            What::UnknownWord { words } => findings.push(document.unknown_word(&pointer, &words)),
            What::OutOfRange { limit } => findings.push(document.out_of_range(&pointer, &limit)),
            What::Other { message } => {
                findings.push(Diagnostic::error(&WRONG_TYPE, &document.at(&pointer), message));
            }
        }
    }
    for ((pointer, definition), mut keys) in missing {
        // A key that is only misspelt is not missed, and what a merge would bring is unknown.
        keys.retain(|missing| !misspelt.contains(&(pointer.clone(), missing.key.clone())));
        if !keys.is_empty() && !document.merges(&pointer) {
            findings.push(document.missing_keys(&pointer, &definition, &keys));
        }
    }
    findings
}

impl Document<'_> {
    fn at(&self, pointer: &str) -> Place {
        Place { document: self.place.document.clone(), pointer: pointer.to_owned() }
    }

    fn node(&self, pointer: &str) -> Option<Id> {
        self.tree.find(pointer).map(|(_, id)| id)
    }

    /// Whether a mapping holds a merge key.
    fn merges(&self, pointer: &str) -> bool {
        self.node(pointer).is_some_and(|id| self.tree.child(id, "<<").is_some())
    }

    fn unknown_key(
        &self,
        pointer: &str,
        key: &str,
        allowed: &[String],
        definition: &str,
    ) -> Diagnostic {
        let place = self.at(&format!("{pointer}/{}", escaped(key)));
        let owner = noun(definition, self.kind.name());
        let finding =
            Diagnostic::error(&UNKNOWN_KEY, &place, format!("unknown key `{key}` in {owner}"))
                .at(Part::Key);
        if let Some(instead) = foreign(definition, key) {
            return finding.help(instead);
        }
        let present = self.value.pointer(pointer);
        let absent = allowed
            .iter()
            .filter(|name| present.is_none_or(|present| present.get(name.as_str()).is_none()));
        let absent: Vec<&str> = absent.map(String::as_str).collect();
        if let Some(meant) = suggest::nearest(key, absent.iter().copied()) {
            return finding.help(format!("did you mean `{meant}`?")).replace(meant);
        }
        if let Some(present) = suggest::nearest(key, allowed.iter().map(String::as_str)) {
            return finding
                .related(
                    &self.at(&format!("{pointer}/{}", escaped(present))),
                    Part::Key,
                    "the key it resembles",
                )
                .help(format!("remove it: `{present}` is already there"));
        }
        match (allowed, absent.as_slice()) {
            ([], _) => finding.help("it takes no keys"),
            (_, []) => finding.help(format!("remove it: {owner} has all its keys")),
            (_, absent) => finding.help(format!("{owner} can also have {}", some_of(absent))),
        }
    }

    fn missing_keys(&self, pointer: &str, definition: &str, keys: &[Missing]) -> Diagnostic {
        let owner = noun(definition, self.kind.name());
        let names: Vec<&str> = keys.iter().map(|missing| missing.key.as_str()).collect();
        let message = match names.as_slice() {
            [_] => format!("{owner} lacks the key {}", listed(&names, "and")),
            _ => format!("{owner} lacks the keys {}", listed(&names, "and")),
        };
        let finding = match pointer {
            "" => Diagnostic::error(&MISSING_KEY, &self.at("/kind"), message).at(Part::Key),
            pointer => Diagnostic::error(&MISSING_KEY, &self.at(pointer), message).at(Part::Key),
        };
        let lines: Vec<String> = keys.iter().map(addition).collect();
        finding.help(format!("add {}", lines.join("\nand ")))
    }

    fn wrong_type(&self, pointer: &str, expected: &[String], definition: &str) -> Diagnostic {
        let place = self.at(pointer);
        let wanted = forms(definition).map_or_else(|| in_words(expected), ToOwned::to_owned);
        let Some(id) = self.node(pointer) else {
            return Diagnostic::error(&WRONG_TYPE, &place, format!("expected {wanted}"));
        };
        let found = described(self.tree, id);
        let finding =
            Diagnostic::error(&WRONG_TYPE, &place, format!("expected {wanted}, found {found}"));
        if definition == "TypeDef" {
            return self.not_a_type(finding, id);
        }
        let takes = |ty: &str| expected.iter().any(|expected| expected == ty);
        let Some(node) = self.tree.target(id) else { return finding };
        let Content::Scalar { text, style } = &node.content else { return finding };
        let plainly = (*style == ScalarStyle::Plain).then(|| plain(text));
        match plainly {
            Some(Plain::Float(_)) if takes("string") && pointer.ends_with("/version") => {
                unquoted_version(&place, text)
            }
            Some(Plain::Null) if text.is_empty() => {
                finding.help("write a value, or remove the key")
            }
            Some(Plain::Null) => {
                finding.help("remove the key, or quote the text where it is meant as text")
            }
            Some(Plain::Integer(number)) if takes("string") && pointer.ends_with("/version") => {
                finding.help("a version has three parts").replace(format!("{number}.0.0"))
            }
            Some(Plain::Bool(_) | Plain::Integer(_) | Plain::Float(_) | Plain::NotFinite)
                if takes("string") && !takes("number") =>
            {
                finding.help("quote it").replace(quoted(text))
            }
            _ if takes("array") && self.exactly(&node.span) => finding
                .help("a list stands in brackets")
                .replace(format!("[{}]", &self.text[node.span.clone()])),
            None if takes("integer") && matches!(plain(text), Plain::Integer(_)) => {
                finding.help("remove the quotes").replace(text.clone())
            }
            None if takes("boolean") && matches!(plain(text), Plain::Bool(_)) => {
                finding.help("remove the quotes").replace(text.clone())
            }
            _ if takes("boolean") && matches!(text.to_lowercase().as_str(), "yes" | "on" | "y") => {
                finding.help("write `true`").replace("true")
            }
            _ if takes("boolean") && matches!(text.to_lowercase().as_str(), "no" | "off" | "n") => {
                finding.help("write `false`").replace("false")
            }
            _ => finding,
        }
    }

    /// A type is a mapping, even where it only names another one.
    fn not_a_type(&self, finding: Diagnostic, id: Id) -> Diagnostic {
        let finding = finding.help("write `is:`, `enum:`, `union:` or `fields:` below its name");
        let node = self.tree.node(id);
        match &node.content {
            Content::Scalar { text, .. }
                if plain(text) == Plain::Text && self.exactly(&node.span) =>
            {
                finding
                    .help("write `is:` for another name of a type")
                    .replace(format!("{{ is: {} }}", &self.text[node.span.clone()]))
            }
            _ => finding,
        }
    }

    fn unknown_word(&self, pointer: &str, words: &[String]) -> Diagnostic {
        let place = self.at(pointer);
        let found = self.node(pointer).and_then(|id| self.tree.text(id)).unwrap_or_default();
        let key = pointer.rsplit_once('/').map_or("", |(_, key)| key);
        let finding =
            Diagnostic::error(&UNKNOWN_WORD, &place, format!("`{key}` cannot be `{found}`"));
        match suggest::nearest(found, words.iter().map(String::as_str)) {
            Some(meant) => finding
                .label(format!("expected {}", listed(words, "or")))
                .help(format!("did you mean `{meant}`?"))
                .replace(meant),
            None => finding.help(format!("write {}", listed(words, "or"))),
        }
    }

    fn out_of_range(&self, pointer: &str, limit: &str) -> Diagnostic {
        let place = self.at(pointer);
        let key = pointer.rsplit_once('/').map_or("", |(_, key)| key);
        if limit.is_empty() {
            let message = match key {
                "union" => "a union has at least one variant".to_owned(),
                "enum" => "an enum has at least one value".to_owned(),
                key => format!("`{key}` is empty"),
            };
            return Diagnostic::error(&OUT_OF_RANGE, &place, message)
                .at(Part::Key)
                .help("write what belongs into it");
        }
        let found = self.node(pointer).and_then(|id| self.tree.text(id)).unwrap_or_default();
        Diagnostic::error(&OUT_OF_RANGE, &place, format!("`{key}` cannot be {found}"))
            .label(format!("it is {limit}"))
            .help(format!("write an integer that is {limit}"))
    }

    /// Whether some bytes are one line that can be moved as it is.
    fn exactly(&self, bytes: &Range<usize>) -> bool {
        self.text
            .get(bytes.clone())
            .is_some_and(|text| !text.is_empty() && !text.contains(['\n', ',']))
    }
}

/// `1.10` is the number 1.1, but another version.
fn unquoted_version(place: &Place, text: &str) -> Diagnostic {
    let parts = text.split('.').count();
    let complete = if parts == 2 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        format!("{text}.0")
    } else {
        quoted(text)
    };
    Diagnostic::error(&UNQUOTED_VERSION, place, format!("the version `{text}` is a number"))
        .label("1.10 and 1.1 are the same number, and different versions")
        .help("write all three parts, which no reader takes for a number, or quote it")
        .replace(complete)
}

/// Types of the schema in words: `text or a mapping`.
fn in_words(expected: &[String]) -> String {
    let words: Vec<String> = expected
        .iter()
        .map(|ty| match ty.as_str() {
            "string" => "text",
            "object" => "a mapping",
            "array" => "a list",
            "integer" => "an integer",
            "number" => "a number",
            "boolean" => "a boolean",
            "null" => "nothing",
            word => word,
        })
        .map(ToOwned::to_owned)
        .collect();
    match words.as_slice() {
        [] => "something else".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// ``` `owner:`, the team that answers for it ```.
fn addition(Missing { key, about }: &Missing) -> String {
    let about = about.as_deref().and_then(|about| about.split(['.', ';']).next());
    let about = about.unwrap_or_default().trim();
    if about.is_empty() {
        return format!("`{key}:`");
    }
    let mut letters = about.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    format!("`{key}:`, {first}{}", letters.as_str())
}

/// A key as a segment of a JSON Pointer.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
