//! Findings in the order in which they are shown, each with its bytes.

use std::ops::Range;

use super::diagnostic::{Diagnostic, Part};
use crate::ir::Place;
use crate::source::{Position, Source, Sources};

/// A finding and where it is.
pub struct Arranged<'a> {
    /// The finding.
    pub finding: &'a Diagnostic,
    /// Where it is.
    pub spot: Spot<'a>,
    /// The other places that matter, in the order given.
    pub related: Vec<(Spot<'a>, &'a str)>,
}

/// Some bytes of a document.
pub struct Spot<'a> {
    /// Path of the document; empty when a finding is about no document.
    pub path: &'a str,
    /// The document, when its text is known.
    pub source: Option<&'a Source>,
    /// All bytes of the part, those that an edit replaces.
    pub bytes: Range<usize>,
    /// The bytes that are underlined: those on the first line.
    pub shown: Range<usize>,
}

impl Spot<'_> {
    /// First and last position of what is underlined.
    pub fn positions(&self) -> Option<(Position, Position)> {
        let source = self.source?;
        Some((source.position(self.shown.start), source.position(self.shown.end)))
    }
}

/// Findings sorted by file, line, column and code, those that say the same once.
pub fn arrange<'a>(findings: &'a [Diagnostic], sources: &'a Sources) -> Vec<Arranged<'a>> {
    let mut arranged: Vec<_> = findings
        .iter()
        .map(|finding| Arranged {
            finding,
            spot: spot(&finding.place, &finding.part, sources),
            related: finding
                .related
                .iter()
                .map(|related| {
                    (spot(&related.place, &related.part, sources), related.message.as_str())
                })
                .collect(),
        })
        .collect();
    arranged.sort_by(|one, other| key(one).cmp(&key(other)));
    arranged.dedup_by(|one, other| key(one) == key(other));
    arranged
}

/// What decides the order, and what makes two findings the same.
fn key<'a>(arranged: &'a Arranged<'_>) -> (&'a str, usize, &'a str, usize, &'a str) {
    let Arranged { finding, spot, .. } = arranged;
    (spot.path, spot.shown.start, finding.code.id, spot.shown.end, &finding.message)
}

fn spot<'a>(place: &'a Place, part: &Part, sources: &'a Sources) -> Spot<'a> {
    let path = &*place.document;
    let Some(source) = sources.get(path) else {
        return Spot { path, source: None, bytes: 0..0, shown: 0..0 };
    };
    let bytes = bytes(source, &place.pointer, part);
    let end = source.lines().around(source.text(), bytes.start).1;
    let line = source.text()[bytes.start..end.max(bytes.start)].trim_end().len();
    let shown = bytes.start..bytes.end.min(bytes.start + line);
    Spot { path, source: Some(source), bytes, shown }
}

/// The bytes of a part, within the text and on character boundaries.
fn bytes(source: &Source, pointer: &str, part: &Part) -> Range<usize> {
    let text = source.text();
    let found = match part {
        Part::Bytes(start, end) => Some(*start..*end),
        Part::Within(start, end) => source.within(pointer, *start..*end),
        Part::Value => source.span(pointer).map(|span| {
            if span.value.is_empty() { span.key.unwrap_or(span.value) } else { span.value }
        }),
        Part::Key => source.span(pointer).map(|span| span.key.unwrap_or(span.value)),
    };
    let found = found.unwrap_or(0..0);
    let start = text.floor_char_boundary(found.start);
    start..text.ceil_char_boundary(found.end.max(start))
}
