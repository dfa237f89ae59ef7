//! Findings for people: the look of the Rust compiler, lines underlined, suggestions as patches.

use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Patch, Renderer, Snippet,
    normalize_untrusted_str,
};

use crate::diag::arrange::{Arranged, Spot, arrange};
use crate::diag::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, Sources};

/// Whether the text carries ANSI colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    /// It does.
    Always,
    /// It is plain.
    Never,
}

/// Findings for people, one after the other, with a blank line between them.
#[must_use]
pub fn human(findings: &[Diagnostic], sources: &Sources, color: Color) -> String {
    let renderer = match color {
        Color::Always => Renderer::styled(),
        Color::Never => Renderer::plain(),
    };
    let shown: Vec<String> =
        arrange(findings, sources).iter().map(|finding| one(finding, &renderer)).collect();
    shown.join("\n")
}

/// How much was found, in a few words: `2 errors and 1 warning`; nothing where nothing was found.
#[must_use]
pub fn summary(findings: &[Diagnostic], sources: &Sources) -> Option<String> {
    let arranged = arrange(findings, sources);
    let errors =
        arranged.iter().filter(|arranged| arranged.finding.severity == Severity::Error).count();
    match (errors, arranged.len() - errors) {
        (0, 0) => None,
        (0, warnings) => Some(count(warnings, "warning")),
        (errors, 0) => Some(count(errors, "error")),
        (errors, warnings) => {
            Some(format!("{} and {}", count(errors, "error"), count(warnings, "warning")))
        }
    }
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn one(arranged: &Arranged<'_>, renderer: &Renderer) -> String {
    let Arranged { finding, spot, related } = arranged;
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut main = Group::with_title(level.primary_title(&*finding.message).id(finding.code.id));
    main = match spot.source {
        Some(source) => main.elements(snippets(source, arranged)),
        None if spot.path.is_empty() => main,
        None => main.element(Origin::path(spot.path)),
    };
    for (other, message) in related.iter().filter(|(other, _)| other.source.is_none()) {
        main = main.element(
            Level::NOTE.message(normalize_untrusted_str(&format!("{message}: {}", other.path))),
        );
    }
    let help = finding.help.as_deref().map(normalize_untrusted_str);
    let mut groups = Vec::new();
    match (&finding.edit, spot.source.and_then(|source| window(source, &[&spot.bytes]))) {
        (Some(edit), Some(window)) => {
            let help = help.unwrap_or_else(|| "write it like this".to_owned());
            groups.push(main);
            groups.push(
                Level::HELP.secondary_title(help).element(window.patched(spot, &edit.replacement)),
            );
        }
        (Some(edit), None) => {
            let replacement = normalize_untrusted_str(&edit.replacement);
            let help = help.map_or_else(String::new, |help| help + ": ");
            groups.push(main.element(Level::HELP.message(format!("{help}write `{replacement}`"))));
        }
        (None, _) => {
            if let Some(help) = help {
                main = main.element(Level::HELP.message(help));
            }
            groups.push(main);
        }
    }
    renderer.render(&groups) + "\n"
}

/// A place, what sort it is and what is said under it.
type Note<'a> = (AnnotationKind, &'a Spot<'a>, &'a str);

/// The place of a finding and the related ones, a snippet per document, its own first.
fn snippets<'a>(source: &'a Source, arranged: &'a Arranged<'a>) -> Vec<Element<'a>> {
    let Arranged { finding, spot, related } = arranged;
    let mut documents: Vec<(&Source, Vec<Note<'a>>)> =
        vec![(source, vec![(AnnotationKind::Primary, spot, &finding.label)])];
    for (other, message) in related {
        let Some(source) = other.source else { continue };
        match documents.iter_mut().find(|(_, notes)| notes[0].1.path == other.path) {
            Some((_, notes)) => notes.push((AnnotationKind::Context, other, message)),
            None => documents.push((source, vec![(AnnotationKind::Primary, other, message)])),
        }
    }
    documents.into_iter().flat_map(|(source, notes)| snippet(source, notes)).collect()
}

/// The lines of one document; where they are too far apart each on its own, where they are too long none.
fn snippet<'a>(source: &'a Source, notes: Vec<Note<'a>>) -> Vec<Element<'a>> {
    let bytes: Vec<_> = notes.iter().map(|(_, spot, _)| &spot.shown).collect();
    let path = notes[0].1.path;
    if let Some(window) = window(source, &bytes) {
        return vec![window.annotated(path, &notes).into()];
    }
    if notes.len() > 1 {
        return notes.into_iter().flat_map(|note| snippet(source, vec![note])).collect();
    }
    let (_, spot, label) = notes[0];
    let position = source.position(spot.shown.start);
    let origin = Origin::path(path).line(position.line).char_column(position.column);
    let mut elements = vec![origin.into()];
    if !label.is_empty() {
        elements.push(Level::NOTE.message(normalize_untrusted_str(label)).into());
    }
    elements
}

/// A few lines of a text.
struct Window<'a> {
    text: &'a str,
    line: usize,
    start: usize,
}

impl<'a> Window<'a> {
    fn annotated(&self, path: &'a str, notes: &[Note<'a>]) -> Snippet<'a, Annotation<'a>> {
        let annotations = notes.iter().map(|(kind, spot, label)| {
            let label = (!label.is_empty()).then_some(*label);
            kind.span(self.inside(&spot.shown)).label(label)
        });
        let annotations: Vec<_> = annotations.collect();
        Snippet::source(self.text).line_start(self.line).path(path).annotations(annotations)
    }

    fn patched(&self, spot: &Spot<'a>, replacement: &'a str) -> Snippet<'a, Patch<'a>> {
        Snippet::source(self.text)
            .line_start(self.line)
            .path(spot.path)
            .patch(Patch::new(self.inside(&spot.bytes), replacement))
    }

    fn inside(&self, bytes: &Range<usize>) -> Range<usize> {
        bytes.start - self.start..bytes.end - self.start
    }
}

/// Beyond so many bytes nobody reads the lines, and laying them out takes long.
const MAX_WINDOW: usize = 16 * 1024;

/// The lines that hold some ranges, unless they are too many or too long.
fn window<'a>(source: &'a Source, ranges: &[&Range<usize>]) -> Option<Window<'a>> {
    let (text, lines) = (source.text(), source.lines());
    let start = ranges.iter().map(|range| lines.around(text, range.start).0).min()?;
    let end = ranges.iter().map(|range| lines.around(text, range.end).1).max()?.max(start);
    (end - start <= MAX_WINDOW).then(|| Window {
        text: &text[start..end],
        line: source.position(start).line,
        start,
    })
}
