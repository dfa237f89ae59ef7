//! Which kind a document is of.

use super::document::Kind;
use super::yaml::described;
use crate::diag::codes::shape::{MISSING_KIND, UNKNOWN_KIND};
use crate::diag::{Diagnostic, Part};
use crate::ir::Place;
use crate::source::{Id, Tree};
use crate::suggest;

/// What is wrong with the kind, and which one may be meant.
#[derive(Default)]
pub struct Wrong {
    /// What is wrong.
    pub finding: Option<Diagnostic>,
    /// The kind against which the rest of the document is held all the same.
    pub meant: Option<Kind>,
}

/// The kind as far as a look at the lines tells it; where it is wrong, the typed read notices.
pub fn sniff(text: &str) -> Option<Kind> {
    let line =
        text.lines().find_map(|line| line.trim_start_matches('\u{feff}').strip_prefix("kind:"))?;
    let word = line.split('#').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
    Kind::of(word)
}

/// The kind as it stands in the tree.
pub fn of(tree: &Tree, root: Id, place: &Place) -> (Option<Kind>, Wrong) {
    let kinds = "the kinds are `Models`, `Events`, `Api`, `Service` and `Platform`";
    let Some((_, value)) = tree.child(root, "kind") else {
        let meant = guess(tree, root);
        let first = tree
            .child(root, "name")
            .or_else(|| tree.child(root, "domain"))
            .and_then(|(key, _)| key);
        let bytes = tree.node(first.unwrap_or(root)).span.clone();
        let finding = Diagnostic::error(
            &MISSING_KIND,
            place,
            "the document does not say which kind it is of",
        )
        .at(Part::Bytes(bytes.start, bytes.end))
        .help(match meant {
            Some(kind) => format!("begin it with `kind: {}`", kind.name()),
            None => format!("begin it with `kind:`; {kinds}"),
        });
        return (None, Wrong { finding: Some(finding), meant: None });
    };
    let place = Place { pointer: "/kind".to_owned(), ..place.clone() };
    let Some(word) = tree.text(value) else {
        let finding = Diagnostic::error(&UNKNOWN_KIND, &place, "the kind is a word")
            .label(format!("found {}", described(tree, value)))
            .help(kinds);
        return (None, Wrong { finding: Some(finding), meant: None });
    };
    if let Some(kind) = Kind::of(word) {
        return (Some(kind), Wrong::default());
    }
    let meant = suggest::nearest(word, Kind::ALL.map(Kind::name)).and_then(Kind::of);
    let mut finding = Diagnostic::error(&UNKNOWN_KIND, &place, format!("unknown kind `{word}`"));
    finding = match meant {
        Some(kind) => finding.help(format!("did you mean `{}`?", kind.name())).replace(kind.name()),
        None => finding.help(kinds),
    };
    (None, Wrong { finding: Some(finding), meant })
}

/// The kind that has the keys of a document.
fn guess(tree: &Tree, root: Id) -> Option<Kind> {
    let has = |key: &str| tree.child(root, key).is_some();
    match () {
        () if has("publishes") || has("subscribes") => Some(Kind::Service),
        () if has("tier") || has("operations") => Some(Kind::Api),
        () if has("events") => Some(Kind::Events),
        () if has("generate") || has("problems") => Some(Kind::Platform),
        () if has("types") => Some(Kind::Models),
        () => None,
    }
}
