//! The line `POST /orders/{orderId}`, and path templates in general.

use crate::casing;
use crate::diag::codes::link;
use crate::diag::{Code, Diagnostic, Part};
use crate::ir::{HttpMethod, PathSegment};
use crate::resolve::at::At;
use crate::resolve::names;
use crate::resolve::sink::{Sink, error, replace_with};
use crate::suggest;

/// A segment and its bytes in the text around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// What it is.
    pub kind: PathSegment,
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
}

/// A method and a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The method.
    pub method: HttpMethod,
    /// The path's segments.
    pub path: Vec<Segment>,
}

static METHODS: &[(&str, HttpMethod)] = &[
    ("GET", HttpMethod::Get),
    ("POST", HttpMethod::Post),
    ("PUT", HttpMethod::Put),
    ("PATCH", HttpMethod::Patch),
    ("DELETE", HttpMethod::Delete),
];

/// Longer paths are an accident.
const MOST_SEGMENTS: usize = 32;

/// The name of a method.
pub fn method_name(method: HttpMethod) -> &'static str {
    METHODS.iter().find(|(_, known)| *known == method).map_or("GET", |(name, _)| name)
}

/// Parses a line; `None` when it was reported.
pub fn parse(text: &str, at: At<'_>, sink: &mut Sink) -> Option<Line> {
    let start = text.len() - text.trim_start().len();
    let word_end = text[start..].find(char::is_whitespace).map_or(text.len(), |end| start + end);
    let word = &text[start..word_end];
    let rest = text[word_end..].trim_start();
    let path_start = text.len() - rest.len();
    let path = rest.trim_end();
    if word.starts_with('/') {
        let finding = error(&link::MALFORMED_HTTP, at, "the method is missing")
            .at(Part::Within(start, word_end));
        sink.report(finding.help(format!("write a method before the path: `GET {word}`")));
        return None;
    }
    let method = METHODS.iter().find(|(name, _)| *name == word).map(|(_, method)| *method);
    if method.is_none() {
        sink.report(unknown_method(word, at, start, word_end));
    }
    let segments = parse_path(&link::MALFORMED_HTTP, path, path_start, at, sink);
    Some(Line { method: method?, path: segments? })
}

fn unknown_method(word: &str, at: At<'_>, start: usize, end: usize) -> Diagnostic {
    let finding =
        error(&link::UNKNOWN_METHOD, at, format!("unknown method `{}`", word.escape_debug()));
    if word.is_empty() {
        return finding.label("empty").help("write a method and a path: `GET /orders`");
    }
    let finding = finding.at(Part::Within(start, end));
    match suggest::nearest(word, METHODS.iter().map(|(name, _)| *name)) {
        Some(near) => finding.label(format!("did you mean `{near}`?")).replace(near),
        None => finding.help("use `GET`, `POST`, `PUT`, `PATCH` or `DELETE`"),
    }
}

/// Parses a path that starts at byte `offset` of the element's text; `None` when it was reported.
pub fn parse_path(
    code: &'static Code,
    path: &str,
    offset: usize,
    at: At<'_>,
    sink: &mut Sink,
) -> Option<Vec<Segment>> {
    let within = |start: usize, end: usize| Part::Within(offset + start, offset + end);
    if path.is_empty() {
        sink.report(
            error(code, at, "the path is missing")
                .help("write a path after the method: `GET /orders`"),
        );
        return None;
    }
    if !path.starts_with('/') {
        let finding = error(code, at, "a path begins with `/`")
            .at(within(0, path.len()))
            .replace(format!("/{path}"));
        sink.report(finding);
        return None;
    }
    if let Some(found) = path.find(['?', '#']) {
        let finding =
            error(code, at, "a path has no query and no fragment").at(within(found, path.len()));
        sink.report(finding.help("declare query parameters under `query:`"));
        return None;
    }
    if path.len() > 1 && path.ends_with('/') {
        let finding =
            error(code, at, "a path does not end with `/`").at(within(path.len() - 1, path.len()));
        sink.report(finding.label("remove it").replace(""));
        return None;
    }
    if path.matches('/').count() > MOST_SEGMENTS {
        let message = format!("a path has at most {MOST_SEGMENTS} segments");
        sink.report(error(code, at, message).at(within(0, path.len())));
        return None;
    }
    if path == "/" {
        let finding = error(code, at, "the path is empty").at(within(0, 1));
        sink.report(finding.help("name what the operation is about: `/orders`"));
        return None;
    }
    let mut segments: Vec<Segment> = Vec::new();
    let mut right = true;
    let mut start = 1;
    for text in path[1..].split('/') {
        let end = start + text.len();
        match segment(text) {
            Ok(kind) => {
                segments.push(Segment { kind, start: offset + start, end: offset + end });
            }
            Err((message, replacement)) => {
                let first = if text.is_empty() { start - 1 } else { start };
                let finding = error(code, at, message).at(within(first, end));
                sink.report(replace_with(finding, replacement));
                right = false;
            }
        }
        start = end + 1;
    }
    right &= check_version_prefix(code, &segments, at, sink);
    right &= check_repeated(code, &segments, at, sink);
    right.then_some(segments)
}

fn segment(text: &str) -> Result<PathSegment, (String, Option<String>)> {
    if text.is_empty() {
        return Err(("a segment of the path is empty".into(), None));
    }
    if let Some(name) = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        if names::is_camel(name) {
            return Ok(PathSegment::Parameter(name.to_owned()));
        }
        if name.is_empty() {
            return Err(("the parameter has no name".into(), None));
        }
        let better = Some(casing::camel(name)).filter(|better| names::is_camel(better));
        let message = format!("the parameter `{}` is not in camelCase", name.escape_debug());
        return Err((message, better.map(|better| format!("{{{better}}}"))));
    }
    if text.contains(['{', '}']) {
        return Err(("a parameter fills a whole segment: `{name}`".into(), None));
    }
    if let Some(name) = text.strip_prefix(':').filter(|name| names::is_camel(name)) {
        return Err(("a parameter is written in braces".into(), Some(format!("{{{name}}}"))));
    }
    let is_right = text.split('-').all(|word| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    });
    if is_right {
        return Ok(PathSegment::Literal(text.to_owned()));
    }
    let better =
        Some(casing::kebab(text)).filter(|better| names::is_kebab(better) && better != text);
    Err((format!("the segment `{}` is not in kebab-case", text.escape_debug()), better))
}

fn check_version_prefix(
    code: &'static Code,
    segments: &[Segment],
    at: At<'_>,
    sink: &mut Sink,
) -> bool {
    let Some(Segment { kind: PathSegment::Literal(text), start, end }) = segments.first() else {
        return true;
    };
    let digits = text.strip_prefix('v').unwrap_or_default();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let finding =
        error(code, at, "a path does not name its version").at(Part::Within(*start, *end));
    sink.report(finding.label("added from `version:` by itself").help("remove this segment"));
    false
}

fn check_repeated(code: &'static Code, segments: &[Segment], at: At<'_>, sink: &mut Sink) -> bool {
    let mut right = true;
    for (index, segment) in segments.iter().enumerate() {
        let PathSegment::Parameter(name) = &segment.kind else { continue };
        let earlier = segments[..index].iter().find(|earlier| earlier.kind == segment.kind);
        if let Some(earlier) = earlier {
            let finding = error(code, at, format!("the parameter `{name}` fills two segments"))
                .at(Part::Within(segment.start, segment.end))
                .related(
                    &at.place(),
                    Part::Within(earlier.start, earlier.end),
                    "the first is here",
                );
            sink.report(finding.help("give one of them another name"));
            right = false;
        }
    }
    right
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let document = Arc::from("specs/a.yaml");
        let mut sink = Sink::default();
        let line = parse(text, At::root(&document), &mut sink);
        let shown: Vec<String> = sink
            .findings
            .iter()
            .map(|finding| match finding.part {
                Part::Within(start, end) => format!("{start}..{end} {}", finding.message),
                _ => finding.message.clone(),
            })
            .collect();
        assert_eq!(shown, expected, "{text:?}");
        assert_eq!(line.is_some(), expected.is_empty(), "{text:?}");
    }

    #[test]
    fn lines_are_read() {
        check("GET /orders/{orderId}/line-items", &[]);
        check("DELETE  /orders", &[]);
        check("POST /2fa", &[]);
    }

    #[test]
    fn mistakes_are_placed() {
        check("", &["unknown method ``", "the path is missing"]);
        check("/orders", &["0..7 the method is missing"]);
        check("FETCH /orders", &["0..5 unknown method `FETCH`"]);
        check(
            "get /Orders",
            &["0..3 unknown method `get`", "5..11 the segment `Orders` is not in kebab-case"],
        );
        check("GET", &["the path is missing"]);
        check("GET orders", &["4..10 a path begins with `/`"]);
        check("GET /", &["4..5 the path is empty"]);
        check("GET /orders/", &["11..12 a path does not end with `/`"]);
        check("GET /orders//lines", &["11..12 a segment of the path is empty"]);
        check("GET /orders?status=a", &["11..20 a path has no query and no fragment"]);
        check("GET /orders/{OrderId}", &["12..21 the parameter `OrderId` is not in camelCase"]);
        check("GET /orders/{}", &["12..14 the parameter has no name"]);
        check("GET /orders/:id", &["12..15 a parameter is written in braces"]);
        check("GET /orders/{id}.json", &["12..21 a parameter fills a whole segment: `{name}`"]);
        check("GET /a/{id}/b/{id}", &["14..18 the parameter `id` fills two segments"]);
        check("GET /v1/orders", &["5..7 a path does not name its version"]);
    }
}
