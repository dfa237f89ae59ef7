//! Findings for people: the look of the Rust compiler, lines underlined, suggestions as patches.

use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet,
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
        main = main.element(Level::NOTE.message(format!("{message}: {}", other.path)));
    }
    let mut groups = Vec::new();
    if let (Some(edit), Some(source)) = (&finding.edit, spot.source) {
        let help = finding.help.as_deref().unwrap_or("write it like this");
        groups.push(main);
        groups.push(Level::HELP.secondary_title(help).element(patched(
            source,
            spot,
            &edit.replacement,
        )));
    } else {
        if let Some(help) = &finding.help {
            main = main.element(Level::HELP.message(&**help));
        }
        groups.push(main);
    }
    renderer.render(&groups) + "\n"
}

/// The place of a finding and the related ones, a snippet per document, its own first.
fn snippets<'a>(
    source: &'a Source,
    arranged: &'a Arranged<'a>,
) -> Vec<Snippet<'a, Annotation<'a>>> {
    let Arranged { finding, spot, related } = arranged;
    let mut documents =
        vec![(spot.path, source, vec![(AnnotationKind::Primary, spot, &*finding.label)])];
    for (other, message) in related {
        let Some(source) = other.source else { continue };
        match documents.iter_mut().find(|(path, ..)| *path == other.path) {
            Some((.., spots)) => spots.push((AnnotationKind::Context, other, message)),
            None => documents.push((
                other.path,
                source,
                vec![(AnnotationKind::Primary, other, message)],
            )),
        }
    }
    documents
        .into_iter()
        .map(|(path, source, spots)| {
            let window = window(source, spots.iter().map(|(_, spot, _)| &spot.shown));
            let annotations = spots.into_iter().map(|(kind, spot, label)| {
                let label = (!label.is_empty()).then_some(label);
                kind.span(spot.shown.start - window.start..spot.shown.end - window.start)
                    .label(label)
            });
            let annotations: Vec<_> = annotations.collect();
            Snippet::source(&source.text()[window.clone()])
                .line_start(source.position(window.start).line)
                .path(path)
                .annotations(annotations)
        })
        .collect()
}

fn patched<'a>(
    source: &'a Source,
    spot: &Spot<'a>,
    replacement: &'a str,
) -> Snippet<'a, Patch<'a>> {
    let window = window(source, std::iter::once(&spot.bytes));
    Snippet::source(&source.text()[window.clone()])
        .line_start(source.position(window.start).line)
        .path(spot.path)
        .patch(Patch::new(
            spot.bytes.start - window.start..spot.bytes.end - window.start,
            replacement,
        ))
}

/// The lines that hold some ranges: a huge file is not laid out for the sake of one line.
fn window<'a>(source: &Source, ranges: impl Iterator<Item = &'a Range<usize>>) -> Range<usize> {
    let (mut start, mut end) = (source.text().len(), 0);
    for range in ranges {
        start = start.min(source.lines().around(source.text(), range.start).0);
        end = end.max(source.lines().around(source.text(), range.end).1);
    }
    start..end.max(start)
}
