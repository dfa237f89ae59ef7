//! What the head of a file says it is generated from, where several documents say it together.

use std::collections::BTreeSet;

/// The document, the directory of several, or failing that the words.
pub fn together<'a>(documents: impl IntoIterator<Item = &'a str>) -> String {
    let documents: BTreeSet<&str> = documents.into_iter().collect();
    match documents.iter().collect::<Vec<_>>()[..] {
        [only] => (*only).to_owned(),
        [first, ..] => directory(first).to_owned(),
        [] => directory("").to_owned(),
    }
}

/// The directory of a document, or the words where it has none.
pub fn directory(document: &str) -> &str {
    document.rsplit_once('/').map_or("the specs", |(directory, _)| directory)
}
