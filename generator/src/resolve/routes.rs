//! Routes of one API against each other: no two answer the same request, and no router is left in doubt.

use std::collections::BTreeMap;

use crate::diag::codes::link;
use crate::diag::{Diagnostic, Part};
use crate::ir::{HttpMethod, PathSegment};
use crate::resolve::at::At;
use crate::resolve::http_line::{Line, method_name};
use crate::resolve::sink::{Sink, error};

/// The routes seen so far, as a tree of segments.
#[derive(Default)]
pub struct Routes<'a> {
    root: Node<'a>,
}

#[derive(Default)]
struct Node<'a> {
    literals: BTreeMap<&'a str, Node<'a>>,
    parameter: Option<Box<(Seen<'a>, Node<'a>)>>,
    methods: BTreeMap<HttpMethod, &'a str>,
}

/// A parameter's name, and the operation and bytes where it was first seen.
struct Seen<'a> {
    name: &'a str,
    operation: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Routes<'a> {
    /// Adds the route of an operation; `operations` is where all operations of the API are.
    pub fn add(&mut self, operation: &'a str, line: &'a Line, operations: At<'_>, sink: &mut Sink) {
        let around = operations.key(operation);
        let at = around.key("http");
        let mut ambiguous = None;
        let mut node = &mut self.root;
        for segment in &line.path {
            node = match &segment.kind {
                PathSegment::Literal(text) => node.literals.entry(text).or_default(),
                PathSegment::Parameter(name) => {
                    let seen = Seen { name, operation, start: segment.start, end: segment.end };
                    let (first, next) = &mut **node
                        .parameter
                        .get_or_insert_with(|| Box::new((seen, Node::default())));
                    if first.name != name && ambiguous.is_none() {
                        let part = Part::Within(segment.start, segment.end);
                        ambiguous = Some(two_names(name, first, part, at, operations));
                    }
                    next
                }
            };
        }
        if let Some(first) = node.methods.get(&line.method) {
            sink.report(same_route(line.method, first, at, operations));
        } else {
            node.methods.insert(line.method, operation);
            sink.findings.extend(ambiguous);
        }
    }
}

fn two_names(
    name: &str,
    first: &Seen<'_>,
    part: Part,
    at: At<'_>,
    operations: At<'_>,
) -> Diagnostic {
    let message = format!(
        "this segment is called `{{{name}}}` here and `{{{}}}` in `{}`",
        first.name, first.operation
    );
    let other = operations.key(first.operation).key("http").place();
    error(&link::AMBIGUOUS_ROUTES, at, message)
        .at(part)
        .label("one segment, two names")
        .related(&other, Part::Within(first.start, first.end), "the other name")
        .help(format!("call both `{{{}}}`", first.name))
        .replace(format!("{{{}}}", first.name))
}

fn same_route(method: HttpMethod, first: &str, at: At<'_>, operations: At<'_>) -> Diagnostic {
    let message = format!("`{first}` answers the same {} requests", method_name(method));
    error(&link::COLLIDING_ROUTES, at, message)
        .label("same method and path")
        .related(&operations.key(first).key("http").place(), Part::Value, "first declared here")
        .help("give one of them another path or another method")
}
