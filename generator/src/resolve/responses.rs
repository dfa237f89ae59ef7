//! Successful answers of an operation: status, body, location, header fields.

use crate::diag::codes::link;
use crate::diag::{Diagnostic, Part};
use crate::ir::{Field, Header, HttpMethod, ParameterIn, PathSegment, Response, TypeRef};
use crate::resolve::at::At;
use crate::resolve::fields;
use crate::resolve::headers;
use crate::resolve::http_line::{self, Line, Segment};
use crate::resolve::linker::Linker;
use crate::resolve::names::{self, Named};
use crate::resolve::sink::{Sink, error, quoted};
use crate::resolve::table::Base;
use crate::resolve::type_ref;
use crate::spec::{self, ResponseDef, ResponseLong};
use crate::suggest;

/// An operation's own line, and those of the whole API.
#[derive(Clone, Copy)]
pub struct Lines<'a> {
    /// The operation's.
    pub own: &'a Line,
    /// All that could be read.
    pub all: &'a [(&'a str, Line)],
    /// The major version that prefixes every path.
    pub major: u32,
}

/// Links the answers of an operation by ascending status.
pub fn link(
    linker: &Linker<'_>,
    spec: &spec::Operation,
    lines: Lines<'_>,
    at: At<'_>,
    sink: &mut Sink,
) -> Vec<Response> {
    let around = at.key("response");
    if spec.response.0.is_empty() {
        let finding =
            error(&link::MISSING_RESPONSE, around, "an operation needs at least one answer")
                .help("write a status and a type, `200: Order`, or a status alone, `204:`");
        sink.report(finding);
    }
    let mut responses: Vec<Response> = Vec::with_capacity(spec.response.0.len());
    for (key, def) in &spec.response.0 {
        let at = around.key(key);
        if let Some(status) = status(key, at, sink)
            && let Some(response) = link_one(linker, status, def, lines, at, sink)
        {
            responses.push(response);
        }
    }
    responses.sort_by_key(|response| response.status);
    responses
}

/// Statuses that an operation may answer with.
static SUCCESS: &[u16] = &[200, 201, 202, 203, 204, 205, 207, 300, 301, 302, 303, 307, 308];

fn status(key: &str, at: At<'_>, sink: &mut Sink) -> Option<u16> {
    let number = key.parse::<u16>().ok().filter(|_| key.len() == 3);
    if let Some(status) = number.filter(|status| SUCCESS.contains(status)) {
        return Some(status);
    }
    let finding = |message: String| error(&link::UNSUITABLE_STATUS, at, message).at(Part::Key);
    sink.report(match number {
        None => finding(format!("`{}` is not an HTTP status", key.escape_debug())).help("write three digits: `200: Order`"),
        Some(status @ 400..=599) => finding(format!("{status} is not a success"))
            .label("declare it under `errors`")
            .help("declare a problem with this status under `errors:` of the document and list its name in the operation"),
        Some(304) => finding("304 is answered by itself".into()).help("declare `etag:`; a client that has the entity gets 304"),
        Some(206) => finding("206 is for byte ranges, which APIs do not serve".into()).help("declare `page: cursor` to cut a list"),
        Some(status @ 100..=399) => finding(format!("{status} cannot be answered by an operation"))
            .help("use 200, 201, 202 or 204"),
        Some(status) => finding(format!("{status} is not an HTTP status")),
    });
    None
}

fn link_one(
    linker: &Linker<'_>,
    status: u16,
    def: &ResponseDef,
    lines: Lines<'_>,
    at: At<'_>,
    sink: &mut Sink,
) -> Option<Response> {
    let (text, body_at, long): (Option<&String>, At<'_>, Option<&ResponseLong>) = match def {
        ResponseDef::Empty => (None, at, None),
        ResponseDef::Type(text) => (Some(text), at, None),
        ResponseDef::Long(long) => (long.ty.as_ref(), at.key("type"), Some(long)),
    };
    let has_body = text.is_some();
    if has_body && matches!(status, 204 | 205) {
        let finding = error(
            &link::UNEXPECTED_BODY,
            body_at,
            format!("an answer with status {status} has no body"),
        )
        .help(format!("write `{status}:` alone, or answer with 200"));
        sink.report(finding);
        return None;
    }
    let body = text.and_then(|text| type_ref::link(linker.scope, body_at, text, sink));
    if let Some(body) = &body {
        check_body(linker, body, body_at, sink);
    }
    if has_body && body.is_none() {
        return None;
    }
    let written = long.and_then(|long| long.location.as_ref());
    let location = if let Some(written) = written {
        let at = at.key("location");
        written_location(linker, (written, status), body.as_ref(), lines, at, sink)
    } else {
        check_redirect(status, at, sink);
        derived_location(linker, status, body.as_ref(), lines)
    };
    Some(Response {
        status,
        description: long.and_then(|long| long.description.clone()).unwrap_or_default(),
        location,
        headers: long.and_then(|long| long.headers.as_ref()).map_or_else(Vec::new, |map| {
            if body.is_some() {
                check_body_name(map, at.key("headers"), sink);
            }
            link_headers(linker, map, at.key("headers"), sink)
        }),
        body,
        place: at.place(),
    })
}

/// Bodies are JSON objects or lists, so that they can grow.
pub fn check_body(linker: &Linker<'_>, ty: &TypeRef, at: At<'_>, sink: &mut Sink) {
    if let TypeRef::Nullable(_) = ty {
        let finding = error(&link::UNSUITABLE_BODY, at, "a body cannot be null")
            .label("null as a whole body says nothing");
        sink.report(
            finding.help("remove `| null`; answer `204` or a problem where there is nothing"),
        );
        return;
    }
    let Some(base) = linker.table.base(ty).filter(|base| base.is_scalar()) else { return };
    let finding = error(&link::UNSUITABLE_BODY, at, format!("a body cannot be {}", base.noun()))
        .label("a single value cannot grow without breaking its readers")
        .help("wrap it in a record with `fields:`");
    sink.report(finding);
}

fn link_headers(
    linker: &Linker<'_>,
    map: &spec::Map<spec::Field>,
    at: At<'_>,
    sink: &mut Sink,
) -> Vec<Header> {
    let mut fields_sent = Vec::with_capacity(map.0.len());
    for (key, spec) in &map.0 {
        let at = at.key(key);
        headers::check(fields::split(key).0, ParameterIn::Query, at, sink);
        let field = fields::link_one(linker.scope, key, spec, at, sink);
        linker.check_field(spec, &field, at, sink);
        let nullable = matches!(field.ty, TypeRef::Nullable(_));
        let unfit = linker.table.base(&field.ty).is_some_and(|base| nullable || !base.is_scalar());
        if unfit {
            let message = format!("the header field `{}` must be a single value", field.name);
            let finding = error(&link::UNSUITABLE_HEADER, fields::type_at(spec, &at), message);
            sink.report(
                finding
                    .label("does not fit into text")
                    .help("use a type that is written as one piece of text"),
            );
        }
        check_default(&field, at, sink);
        fields_sent.push(Header {
            name: field.name,
            ty: field.ty,
            required: field.required,
            constraints: field.constraints,
            classification: field.classification,
            docs: field.docs,
            examples: field.examples,
        });
    }
    let named = map.0.keys().map(|key| Named {
        name: fields::split(key).0,
        at: at.key(key),
        part: Part::Key,
    });
    names::clashes("header field", crate::rust_name::value, named, sink);
    fields_sent
}

/// The body and the header fields of an answer are fields of one struct.
fn check_body_name(map: &spec::Map<spec::Field>, at: At<'_>, sink: &mut Sink) {
    let mut names = map.0.keys().map(|key| (key, fields::split(key).0));
    if let Some((key, name)) = names.find(|(_, name)| crate::rust_name::value(name) == "body") {
        let message = format!("the header field `{name}` takes the name of the body");
        let finding = error(&link::COLLIDING_NAMES, at.key(key), message).at(Part::Key);
        sink.report(
            finding.label("both become `body` in Rust").help("give the header field another name"),
        );
    }
}

/// A default says what is meant where nothing is sent, which only a reader of the answer could do.
fn check_default(field: &Field, at: At<'_>, sink: &mut Sink) {
    if field.default.is_some() {
        let message =
            format!("the header field `{}` of an answer cannot have a default", field.name);
        let finding = error(&link::UNSUITABLE_HEADER, at.key("default"), message)
            .label("an answer says what it says");
        sink.report(finding.help("let the operation always send it, or end the key with `?`"));
    }
}

fn check_redirect(status: u16, at: At<'_>, sink: &mut Sink) {
    if matches!(status, 301 | 302 | 303 | 307 | 308) {
        let finding = error(
            &link::UNSUITABLE_LOCATION,
            at,
            format!("an answer with status {status} needs a `location`"),
        );
        sink.report(finding.at(Part::Key).help("say where: `{ location: \"/orders/{id}\" }`"));
    }
}

fn written_location(
    linker: &Linker<'_>,
    (written, status): (&str, u16),
    body: Option<&TypeRef>,
    lines: Lines<'_>,
    at: At<'_>,
    sink: &mut Sink,
) -> Option<String> {
    if !matches!(status, 201 | 202 | 300..=308) {
        let finding = error(
            &link::UNSUITABLE_LOCATION,
            at,
            format!("an answer with status {status} has no location"),
        );
        sink.report(finding.help("answer with 201 where something was created"));
        return None;
    }
    let segments = http_line::parse_path(&link::UNSUITABLE_LOCATION, written, 0, at, sink)?;
    for segment in &segments {
        if let PathSegment::Parameter(name) = &segment.kind {
            check_location_parameter(linker, name, body, lines.own, at, segment, sink);
        }
    }
    Some(format!("/v{}{written}", lines.major))
}

fn check_location_parameter(
    linker: &Linker<'_>,
    name: &str,
    body: Option<&TypeRef>,
    own: &Line,
    at: At<'_>,
    segment: &Segment,
    sink: &mut Sink,
) {
    let in_path = own
        .path
        .iter()
        .any(|segment| matches!(&segment.kind, PathSegment::Parameter(known) if known == name));
    let fields = match body {
        Some(body) => match linker.table.base(body) {
            None => return,
            Some(_) => linker.table.record(body).unwrap_or_default(),
        },
        None => &[],
    };
    let finding = |message: String| {
        error(&link::UNSUITABLE_LOCATION, at, message).at(Part::Within(segment.start, segment.end))
    };
    match fields.iter().find(|field| field.name == name) {
        Some(field) => {
            let nullable = matches!(field.ty, TypeRef::Nullable(_));
            let scalar = linker.table.base(&field.ty).is_none_or(Base::is_scalar);
            if !in_path && (nullable || !scalar || !field.required) {
                let message = format!("the field `{name}` of the body cannot fill a path");
                sink.report(finding(message).related(
                    &field.place,
                    Part::Key,
                    "must be required, single and never null",
                ));
            }
        }
        None if in_path => {}
        None => {
            let found = finding(format!("neither the body nor the path has `{name}`"));
            sink.report(suggest_location(
                found,
                name,
                fields.iter().map(|field| field.name.as_str()),
            ));
        }
    }
}

fn suggest_location<'a>(
    finding: Diagnostic,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    if let Some(near) = suggest::nearest(name, known.clone()) {
        let near = format!("{{{near}}}");
        return finding.label(format!("did you mean `{near}`?")).replace(near);
    }
    let known = quoted(known);
    if known.is_empty() { finding } else { finding.help(format!("the body has {known}")) }
}

/// Where a created entity is read: the `GET` of the same path followed by one parameter.
fn derived_location(
    linker: &Linker<'_>,
    status: u16,
    body: Option<&TypeRef>,
    lines: Lines<'_>,
) -> Option<String> {
    let fields =
        (status == 201).then_some(body).flatten().and_then(|body| linker.table.record(body))?;
    let segments =
        |line: &Line| line.path.iter().map(|segment| segment.kind.clone()).collect::<Vec<_>>();
    let own = segments(lines.own);
    let parameter = lines.all.iter().find_map(|(_, line)| {
        let (last, before) = line.path.split_last()?;
        let same =
            before.len() == own.len() && before.iter().map(|segment| &segment.kind).eq(own.iter());
        match &last.kind {
            PathSegment::Parameter(name) if same && line.method == HttpMethod::Get => {
                Some(name.as_str())
            }
            _ => None,
        }
    })?;
    let fits = |name: &str| {
        fields.iter().any(|field| {
            let scalar = linker.table.base(&field.ty).is_some_and(Base::is_scalar);
            field.name == name
                && field.required
                && scalar
                && !matches!(field.ty, TypeRef::Nullable(_))
        })
    };
    let field = [parameter, "id"].into_iter().find(|name| fits(name))?;
    let segments = own.iter().map(|segment| match segment {
        PathSegment::Literal(text) => text.clone(),
        PathSegment::Parameter(name) => format!("{{{name}}}"),
    });
    let path = segments.collect::<Vec<_>>().join("/");
    Some(format!("/v{}/{path}/{{{field}}}", lines.major))
}
