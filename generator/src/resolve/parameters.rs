//! Path, query and header parameters of an operation.

use std::collections::BTreeMap;

use crate::casing;
use crate::diag::codes::link;
use crate::diag::{Diagnostic, Part};
use crate::ir::{
    Field, Idempotency, IfMatch, Operation, Parameter, ParameterIn, PathSegment, TypeId, TypeRef,
};
use crate::resolve::at::At;
use crate::resolve::fields::{self, Style};
use crate::resolve::headers;
use crate::resolve::http_line::Segment;
use crate::resolve::linker::Linker;
use crate::resolve::names::{self, Use};
use crate::resolve::sink::{Sink, error, quoted};
use crate::rust_name;
use crate::spec;
use crate::suggest;

/// Links the parameters of an operation, in the order path, query, headers.
pub fn link(
    linker: &Linker<'_>,
    spec: &spec::Operation,
    path: &[Segment],
    at: At<'_>,
    sink: &mut Sink,
) -> Vec<Parameter> {
    let mut parameters = path_parameters(linker, spec, path, at, sink);
    let query = at.key("query");
    for (key, field) in spec.query.iter().flat_map(|map| &map.0) {
        let at = query.key(key);
        let (name, _) = fields::split(key);
        if names::check(Use::Parameter, name, at, Part::Key, sink) && linker.style == Style::House {
            names::check_style(name, at, sink);
        }
        parameters.push(parameter(linker, ParameterIn::Query, key, field, at, sink));
    }
    let header = at.key("headers");
    for (key, field) in spec.headers.iter().flat_map(|map| &map.0) {
        let at = header.key(key);
        headers::check(fields::split(key).0, ParameterIn::Header, at, sink);
        parameters.push(parameter(linker, ParameterIn::Header, key, field, at, sink));
    }
    parameters
}

fn parameter(
    linker: &Linker<'_>,
    location: ParameterIn,
    key: &str,
    spec: &spec::Field,
    at: At<'_>,
    sink: &mut Sink,
) -> Parameter {
    let field = fields::link_one(linker.scope, key, spec, at, sink);
    linker.check_field(spec, &field, at, sink);
    check_type(linker, location, &field, fields::type_at(spec, &at), sink);
    if field.default.is_some() && matches!(field.ty, TypeRef::List(_)) {
        let message = format!("the list parameter `{}` cannot have a default", field.name);
        let finding = error(&link::UNSUITABLE_PARAMETER, at.key("default"), message)
            .label("a list without items is one, and is sent as nothing");
        sink.report(
            finding.help("remove `default`, and let the operation read an empty list as it"),
        );
    }
    from_field(location, field)
}

fn from_field(location: ParameterIn, field: Field) -> Parameter {
    Parameter {
        location,
        name: field.name,
        ty: field.ty,
        required: field.required,
        default: field.default,
        constraints: field.constraints,
        classification: field.classification,
        docs: field.docs,
        examples: field.examples,
        place: field.place,
    }
}

fn check_type(
    linker: &Linker<'_>,
    location: ParameterIn,
    field: &Field,
    at: At<'_>,
    sink: &mut Sink,
) {
    let finding = |message: String| error(&link::UNSUITABLE_PARAMETER, at, message);
    if let TypeRef::Nullable(_) = field.ty {
        let finding = finding(format!("the parameter `{}` cannot be null", field.name))
            .label("text has no null");
        sink.report(
            finding.help("remove `| null`, and end the key with `?` where it may be absent"),
        );
        return;
    }
    let (single, list) = match &field.ty {
        TypeRef::List(inner) if location == ParameterIn::Query => (&**inner, true),
        ty => (ty, false),
    };
    let Some(base) = linker.table.base(single) else { return };
    if base.is_scalar() && !matches!(single, TypeRef::Nullable(_)) {
        return;
    }
    let what = if list { "a list of such items".to_owned() } else { base.noun().to_owned() };
    let message = format!("the parameter `{}` cannot be {what}", field.name);
    let help = match location {
        ParameterIn::Query => "use a type that is written as one piece of text, or a list of one",
        _ => "use a type that is written as one piece of text",
    };
    sink.report(finding(message).label("does not fit into text").help(help));
}

fn path_parameters(
    linker: &Linker<'_>,
    spec: &spec::Operation,
    path: &[Segment],
    at: At<'_>,
    sink: &mut Sink,
) -> Vec<Parameter> {
    let around = at.key("path");
    let declared = |name: &str| {
        let mut entries = spec.path.iter().flat_map(|map| &map.0);
        entries.find(|(key, _)| fields::split(key).0 == name)
    };
    let mut parameters = Vec::new();
    for segment in path {
        let PathSegment::Parameter(name) = &segment.kind else { continue };
        match declared(name) {
            Some((key, field)) => {
                let at = around.key(key);
                check_always_there(key, field, at, sink);
                let mut parameter = parameter(linker, ParameterIn::Path, key, field, at, sink);
                parameter.required = true;
                parameters.push(parameter);
            }
            None => parameters.extend(inferred(linker, name, segment, at, sink)),
        }
    }
    let in_path = || {
        path.iter().filter_map(|segment| match &segment.kind {
            PathSegment::Parameter(name) => Some(name.as_str()),
            PathSegment::Literal(_) => None,
        })
    };
    for key in spec.path.iter().flat_map(|map| map.0.keys()) {
        let (name, _) = fields::split(key);
        if in_path().all(|known| known != name) {
            sink.report(unbound(name, in_path(), around.key(key), &at.key("http")));
        }
    }
    parameters
}

/// A path is always there as a whole, so that its parameters are neither optional nor have defaults.
fn check_always_there(key: &str, field: &spec::Field, at: At<'_>, sink: &mut Sink) {
    let (name, optional) = fields::split(key);
    if optional {
        let finding = error(
            &link::UNSUITABLE_PARAMETER,
            at,
            format!("the path parameter `{name}` cannot be optional"),
        );
        sink.report(
            finding.at(Part::Key).label("the path is not the same path without it").replace(name),
        );
    } else if let spec::Field::Long(long) = field
        && long.default.is_some()
    {
        let message = format!("the path parameter `{name}` cannot have a default");
        sink.report(
            error(&link::UNSUITABLE_PARAMETER, at.key("default"), message)
                .label("it is never absent"),
        );
    }
}

/// A parameter takes the type that is called like it.
fn inferred(
    linker: &Linker<'_>,
    name: &str,
    segment: &Segment,
    at: At<'_>,
    sink: &mut Sink,
) -> Option<Parameter> {
    let wanted = casing::pascal(name);
    let homes = linker.index.domains_of.get(wanted.as_str()).map(Vec::as_slice).unwrap_or_default();
    let found = linker.scope.find(&wanted).or_else(|| match homes {
        [home] => linker.scope.find_in(home, &wanted),
        _ => None,
    });
    let at = at.key("http");
    let Some((id, _)) = found else {
        if !linker.index.may_hide(&[spec::Kind::Models]) {
            sink.report(untyped(name, &wanted, homes, segment, at));
        }
        return None;
    };
    let ty = TypeRef::Named(id);
    if linker.table.base(&ty).is_some_and(|base| !base.is_scalar()) {
        let finding = error(
            &link::UNTYPED_PATH_PARAMETER,
            at,
            format!("`{wanted}` is not a type for the path parameter `{name}`"),
        )
        .at(Part::Within(segment.start, segment.end))
        .label(format!("`{wanted}` does not fit into a path"));
        sink.report(finding.help(format!("declare its type: `path: {{ {name}: string }}`")));
        return None;
    }
    Some(from_field(ParameterIn::Path, inferred_field(linker, name, ty, at)))
}

fn inferred_field(linker: &Linker<'_>, name: &str, ty: TypeRef, at: At<'_>) -> Field {
    let named: Option<&TypeId> = match &ty {
        TypeRef::Named(id) => Some(id),
        _ => None,
    };
    let docs = named.and_then(|id| linker.table.find(id)).map(|ty| ty.docs.description.clone());
    Field {
        name: name.to_owned(),
        ty,
        required: true,
        default: None,
        constraints: crate::ir::Constraints::default(),
        classification: crate::ir::Classification::default(),
        docs: crate::ir::Docs {
            description: docs.unwrap_or_default(),
            ..crate::ir::Docs::default()
        },
        examples: Vec::new(),
        place: at.place(),
    }
}

fn untyped(name: &str, wanted: &str, homes: &[&str], segment: &Segment, at: At<'_>) -> Diagnostic {
    let finding = error(
        &link::UNTYPED_PATH_PARAMETER,
        at,
        format!("the path parameter `{name}` has no type"),
    )
    .at(Part::Within(segment.start, segment.end));
    if homes.is_empty() {
        return finding.label(format!("there is no type `{wanted}` either")).help(format!(
            "declare its type under `path:`, for example `path: {{ {name}: uuid }}`"
        ));
    }
    finding
        .label(format!("`{wanted}` is declared in the domains {}", quoted(homes.iter().copied())))
        .help(format!("say which one is meant: `path: {{ {name}: {}.{wanted} }}`", homes[0]))
}

fn unbound<'a>(
    name: &str,
    known: impl Iterator<Item = &'a str>,
    at: At<'_>,
    http: &At<'_>,
) -> Diagnostic {
    let finding =
        error(&link::UNBOUND_PATH_PARAMETER, at, format!("the path has no parameter `{name}`"))
            .at(Part::Key)
            .related(&http.place(), Part::Value, "the path");
    match suggest::nearest(name, known) {
        Some(near) => finding.label(format!("did you mean `{near}`?")).replace(near),
        None => finding.help(format!("add `{{{name}}}` to the path, or declare it under `query:`")),
    }
}

/// Reports parameters that become one field of the generated request, or one that it has already.
pub fn check_names(operation: &Operation, at: At<'_>, sink: &mut Sink) {
    let takes_key = matches!(operation.idempotency, Idempotency::Required | Idempotency::Optional);
    let own = [
        ("body", operation.request.is_some(), "the request body"),
        ("page", operation.page.is_some(), "the page that is asked for"),
        ("idempotency_key", takes_key, "the `Idempotency-Key`"),
        ("if_match", operation.if_match != IfMatch::Ignored, "the `If-Match` header"),
    ];
    let mut taken: BTreeMap<String, &Parameter> = BTreeMap::new();
    for parameter in &operation.parameters {
        let spelling = rust_name::value(&parameter.name);
        let paged = operation.page.is_some() && parameter.location == ParameterIn::Query;
        if paged && matches!(parameter.name.as_str(), "limit" | "cursor") {
            let message =
                format!("`page:` declares the query parameter `{}` already", parameter.name);
            sink.report(colliding(parameter, message).related(
                &at.key("page").place(),
                Part::Key,
                "declared by this",
            ));
        }
        if let Some((_, _, what)) = own.iter().find(|(word, used, _)| *used && *word == spelling) {
            let message = format!("the parameter `{}` takes the name of {what}", parameter.name);
            let label = format!("both become `{spelling}` in Rust");
            sink.report(colliding(parameter, message).label(label).help("rename the parameter"));
        }
        match taken.get(&spelling) {
            Some(first) => {
                let message = if first.name == parameter.name {
                    format!("two parameters are called `{}`", first.name)
                } else {
                    let names = format!("`{}` and `{}`", first.name, parameter.name);
                    format!("the parameters {names} both become `{spelling}` in Rust")
                };
                sink.report(colliding(parameter, message).related(
                    &first.place,
                    part_of(first),
                    "the first is here",
                ));
            }
            None => {
                taken.insert(spelling, parameter);
            }
        }
    }
}

fn colliding(parameter: &Parameter, message: String) -> Diagnostic {
    Diagnostic::error(&link::COLLIDING_PARAMETERS, &parameter.place, message)
        .at(part_of(parameter))
        .help("rename one of them")
}

/// Where the name of a parameter stands: a key, or the path itself.
fn part_of(parameter: &Parameter) -> Part {
    if parameter.place.pointer.ends_with("/http") { Part::Value } else { Part::Key }
}
