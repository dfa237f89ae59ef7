//! Operations: a line, what is asked, what is answered, and the policies between.

use crate::diag::codes::link;
use crate::diag::{Diagnostic, Part};
use crate::ir::{
    Deprecation, HttpMethod, Idempotency, IfMatch, Operation, Paging, Response, TypeRef,
};
use crate::resolve::at::At;
use crate::resolve::contract::Contract;
use crate::resolve::contracts::Defaults;
use crate::resolve::durations;
use crate::resolve::errors::{self, Errors};
use crate::resolve::fields;
use crate::resolve::http_line::{self, Line, method_name};
use crate::resolve::lifecycle;
use crate::resolve::linker::Linker;
use crate::resolve::names::{self, Named, Use};
use crate::resolve::parameters;
use crate::resolve::policies;
use crate::resolve::responses::{self, Lines};
use crate::resolve::routes::Routes;
use crate::resolve::sink::{Sink, error, quoted, warning};
use crate::resolve::table::Base;
use crate::resolve::type_ref;
use crate::rust_name;
use crate::spec::{self, Page};
use crate::suggest;

/// What operations of one contract share.
#[derive(Clone, Copy)]
pub struct Shared<'a> {
    /// The contract.
    pub contract: &'a Contract<'a>,
    /// Its policies.
    pub defaults: &'a Defaults,
    /// Its problem types.
    pub errors: &'a Errors,
    /// Its own end of life.
    pub deprecation: Option<&'a Deprecation>,
}

/// Links all operations of a contract.
pub fn link(
    linker: &Linker<'_>,
    shared: Shared<'_>,
    root: At<'_>,
    sink: &mut Sink,
) -> Vec<Operation> {
    let around = root.key("operations");
    let map = &shared.contract.operations.0;
    if map.is_empty() && shared.contract.service.is_none() {
        let finding =
            error(&link::MISSING_OPERATION, around, "an API needs at least one operation");
        sink.report(
            finding.help(
                "declare what callers can do: `getOrder: { http: GET /orders/{orderId}, … }`",
            ),
        );
    }
    let mut lines: Vec<(&str, Line)> = Vec::with_capacity(map.len());
    for (name, spec) in map {
        let at = around.key(name);
        names::check(Use::Operation, name, at, Part::Key, sink);
        if let Some(line) = http_line::parse(&spec.http, at.key("http"), sink) {
            lines.push((name, line));
        }
    }
    let named = map.keys().map(|name| Named { name, at: around.key(name), part: Part::Key });
    names::clashes("operation", rust_name::value, named, sink);
    let mut routes = Routes::default();
    for (name, line) in &lines {
        routes.add(name, line, around, sink);
    }
    let mut parsed = lines.iter().peekable();
    let mut operations = Vec::with_capacity(map.len());
    for (name, spec) in map {
        let own = parsed.next_if(|(known, _)| *known == name).map(|(_, line)| line);
        let lines = own.map(|own| Lines { own, all: &lines, major: shared.contract.id.major });
        operations.extend(link_one(linker, shared, (name, spec), lines, around.key(name), sink));
    }
    operations
}

fn link_one(
    linker: &Linker<'_>,
    shared: Shared<'_>,
    (name, spec): (&str, &spec::Operation),
    lines: Option<Lines<'_>>,
    at: At<'_>,
    sink: &mut Sink,
) -> Option<Operation> {
    let errors = errors::link_used(shared.errors, spec.errors.as_deref(), at.key("errors"), sink);
    let timeout =
        spec.timeout.as_ref().and_then(|text| durations::link(text, at.key("timeout"), sink));
    let retry = spec.retry.as_ref().map(|retry| policies::retry(retry, at.key("retry"), sink));
    let rate_limit = spec
        .rate_limit
        .as_ref()
        .map(|limit| policies::rate_limit(limit, at.key("rateLimit"), sink));
    let deprecation = spec.deprecated.as_ref().map(|lifecycle| {
        lifecycle::link(linker.index, &shared.contract.id, lifecycle, at.key("deprecated"), sink)
    });
    let scopes = scopes(shared, name, spec, at, sink);
    if spec.summary.trim().is_empty() {
        let finding = error(
            &link::EMPTY_SUMMARY,
            at.key("summary"),
            format!("the summary of `{name}` is empty"),
        );
        sink.report(finding.help("say in one line what the operation does: `Place an order.`"));
    }
    let request =
        spec.request.as_ref().and_then(|text| request(linker, text, at.key("request"), sink));
    let lines = lines?;
    let method = lines.own.method;
    check_request(method, spec, at, sink);
    let idempotency = idempotency(method, spec, at, sink);
    check_retry(idempotency, spec, at, sink);
    let retried = retry.or(shared.defaults.retry).filter(|_| idempotency != Idempotency::None);
    let responses = responses::link(linker, spec, lines, at, sink);
    let page = page(linker, method, spec, &responses, at, sink);
    let operation = Operation {
        id: name.to_owned(),
        method,
        path: lines.own.path.iter().map(|segment| segment.kind.clone()).collect(),
        summary: spec.summary.trim().to_owned(),
        docs: fields::docs(spec.description.as_deref(), None, spec.meta.as_ref()),
        parameters: parameters::link(linker, spec, &lines.own.path, at, sink),
        request,
        errors,
        scopes,
        public: spec.public == Some(true),
        idempotency,
        page,
        etag: etag(linker, spec, &responses, at, sink),
        if_match: if_match(method, spec, at, sink),
        timeout: timeout.or(shared.defaults.timeout).unwrap_or(policies::TIMEOUT),
        retry: retried,
        rate_limit: rate_limit.flatten().or(shared.defaults.rate_limit),
        deprecation: deprecation.flatten().or_else(|| shared.deprecation.cloned()),
        emits: Vec::new(),
        responses,
        place: at.place(),
    };
    parameters::check_names(&operation, at, sink);
    Some(operation)
}

fn request(linker: &Linker<'_>, text: &str, at: At<'_>, sink: &mut Sink) -> Option<TypeRef> {
    let ty = type_ref::link(linker.scope, at, text, sink)?;
    responses::check_body(linker, &ty, at, sink);
    Some(ty)
}

fn check_request(method: HttpMethod, spec: &spec::Operation, at: At<'_>, sink: &mut Sink) {
    if spec.request.is_some() && matches!(method, HttpMethod::Get | HttpMethod::Delete) {
        let name = method_name(method);
        let finding = error(
            &link::UNEXPECTED_BODY,
            at.key("request"),
            format!("a `{name}` request has no body"),
        )
        .at(Part::Key)
        .label("proxies and servers may drop it (RFC 9110, section 9.3)")
        .related(&at.key("http").place(), Part::Value, "the method")
        .help("declare parameters under `query:`, or use `POST`");
        sink.report(finding);
    }
}

fn scopes(
    shared: Shared<'_>,
    name: &str,
    spec: &spec::Operation,
    at: At<'_>,
    sink: &mut Sink,
) -> Vec<String> {
    let here = at.key("scopes");
    policies::check_scopes(spec.scopes.as_deref().unwrap_or_default(), here, sink);
    if spec.public == Some(true) {
        if spec.scopes.as_ref().is_some_and(|scopes| !scopes.is_empty()) {
            let finding = error(
                &link::PUBLIC_WITH_SCOPES,
                here,
                format!("`{name}` is public and asks for scopes"),
            )
            .at(Part::Key)
            .related(&at.key("public").place(), Part::Value, "anyone may call it")
            .help("remove one of the two");
            sink.report(finding);
        }
        return Vec::new();
    }
    let scopes = spec.scopes.as_ref().unwrap_or(&shared.defaults.scopes);
    if scopes.is_empty() {
        let finding = warning(
            &link::UNGUARDED_OPERATION,
            at,
            format!("any client with a token may call `{name}`"),
        )
        .at(Part::Key)
        .label("asks for no scope and is not public")
        .help("add `scopes: [orders:read]`, or `public: true` where no token is needed");
        sink.report(finding);
    }
    scopes.clone()
}

fn idempotency(
    method: HttpMethod,
    spec: &spec::Operation,
    at: At<'_>,
    sink: &mut Sink,
) -> Idempotency {
    let here = at.key("idempotency");
    let creates = matches!(method, HttpMethod::Post | HttpMethod::Patch);
    let finding = |message: String, help: &str| -> Diagnostic {
        error(&link::UNSUITABLE_IDEMPOTENCY, here, message)
            .related(&at.key("http").place(), Part::Value, "the method")
            .help(help)
    };
    match spec.idempotency {
        None if creates => Idempotency::None,
        None => Idempotency::Natural,
        Some(spec::Idempotency::None) => Idempotency::None,
        Some(spec::Idempotency::Natural) => {
            if creates {
                let message = format!("`{}` is not idempotent by nature", method_name(method));
                sink.report(finding(
                    message,
                    "write `required`, so that callers send an `Idempotency-Key`",
                ));
            }
            Idempotency::Natural
        }
        Some(written) => {
            if method == HttpMethod::Get {
                let message = "`GET` changes nothing and takes no `Idempotency-Key`".to_owned();
                sink.report(finding(message, "remove `idempotency`"));
            }
            if written == spec::Idempotency::Required {
                Idempotency::Required
            } else {
                Idempotency::Optional
            }
        }
    }
}

fn check_retry(idempotency: Idempotency, spec: &spec::Operation, at: At<'_>, sink: &mut Sink) {
    if idempotency == Idempotency::None
        && spec.retry.as_ref().is_some_and(|retry| retry.attempts > 1)
    {
        let finding = error(
            &link::UNSUITABLE_POLICY,
            at.key("retry"),
            "a request that is not idempotent is never retried",
        )
        .at(Part::Key)
        .help("write `idempotency: required`, or remove `retry`");
        sink.report(finding);
    }
}

fn page(
    linker: &Linker<'_>,
    method: HttpMethod,
    spec: &spec::Operation,
    responses: &[Response],
    at: At<'_>,
    sink: &mut Sink,
) -> Option<Paging> {
    let page = spec.page.as_ref()?;
    let here = at.key("page");
    let (default_limit, max_limit) = match page {
        Page::Cursor => (20, 100),
        Page::Limits { default, max } => (*default, *max),
    };
    let finding = |message: &str| error(&link::UNSUITABLE_PAGE, here, message);
    if default_limit == 0 || max_limit == 0 {
        sink.report(finding("a page has at least one item").help("write limits greater than 0"));
    } else if default_limit > max_limit {
        let message = format!(
            "the default of {default_limit} items is more than the {max_limit} that a page may have"
        );
        sink.report(finding(&message).help("raise `max` or lower `default`"));
    }
    if method != HttpMethod::Get {
        let found = finding("only `GET` answers with pages").at(Part::Key);
        sink.report(found.related(&at.key("http").place(), Part::Value, "the method"));
    } else if spec.response.0.len() > 1 {
        let found = finding("an operation with pages has one answer").at(Part::Key);
        sink.report(
            found
                .related(&at.key("response").place(), Part::Key, "several answers")
                .help("keep the `200`"),
        );
    } else if let [response] = responses {
        let is_list = match &response.body {
            Some(TypeRef::List(_)) => true,
            Some(body) => linker.table.base(body).is_none(),
            None => false,
        };
        if !is_list || response.status != 200 {
            let found = finding("an operation with pages answers 200 with a list").at(Part::Key);
            let found = found.related(&response.place, Part::Value, "answers this");
            sink.report(found.help("write `response: { 200: \"Order[]\" }`; the page is wrapped around the list by itself"));
        }
    }
    Some(Paging { default_limit, max_limit })
}

fn etag(
    linker: &Linker<'_>,
    spec: &spec::Operation,
    responses: &[Response],
    at: At<'_>,
    sink: &mut Sink,
) -> Option<String> {
    let name = spec.etag.as_ref()?;
    let here = at.key("etag");
    let finding = |message: String| error(&link::UNSUITABLE_ETAG, here, message);
    if spec.response.0.len() > 1 {
        let found = finding("an operation with several answers has no one entity to tag".into());
        sink.report(found.related(&at.key("response").place(), Part::Key, "several answers"));
    }
    let [response] = responses else { return Some(name.clone()) };
    let fields = match &response.body {
        Some(body) => match linker.table.base(body) {
            None => return Some(name.clone()),
            Some(Base::Record(fields)) => Some(fields),
            Some(_) => None,
        },
        None => None,
    };
    let Some(fields) = fields else {
        let found = finding("only an answer with a record has an entity tag".into());
        sink.report(
            found.related(&response.place, Part::Value, "answers this").help("remove `etag`"),
        );
        return Some(name.clone());
    };
    let Some(field) = fields.iter().find(|field| field.name == *name) else {
        let found = finding(format!("the body has no field `{name}`"));
        let known = fields.iter().map(|field| field.name.as_str());
        sink.report(match suggest::nearest(name, known.clone()) {
            Some(near) => found.label(format!("did you mean `{near}`?")).replace(near),
            None => found.help(format!("name one of {}", quoted(known))),
        });
        return Some(name.clone());
    };
    let nullable = matches!(field.ty, TypeRef::Nullable(_));
    let scalar = linker.table.base(&field.ty).is_none_or(Base::is_scalar);
    if nullable || !scalar || !field.required {
        let found = finding(format!("the field `{name}` cannot be an entity tag"));
        let why = "must be required, single and never null";
        sink.report(found.related(&field.place, Part::Key, why));
    }
    Some(name.clone())
}

fn if_match(method: HttpMethod, spec: &spec::Operation, at: At<'_>, sink: &mut Sink) -> IfMatch {
    let Some(written) = spec.if_match else { return IfMatch::Ignored };
    if method == HttpMethod::Get {
        let finding = error(
            &link::UNSUITABLE_ETAG,
            at.key("ifMatch"),
            "`GET` changes nothing that could have a version",
        )
        .related(&at.key("http").place(), Part::Value, "the method")
        .help("remove `ifMatch`; write `etag:` so that readers can ask whether something changed");
        sink.report(finding);
    }
    match written {
        spec::IfMatch::Required => IfMatch::Required,
        spec::IfMatch::Optional => IfMatch::Optional,
    }
}
