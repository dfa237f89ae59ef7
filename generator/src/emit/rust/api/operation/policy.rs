//! The static `OPERATION`: method, path, parameters, answers and the policies that hold.

use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::emit::rust::{name, types};
use crate::ir::{
    Constraints, Deprecation, HttpMethod, Idempotency, IfMatch, Operation, Paging, Parameter,
    ParameterIn, RateLimit, RateLimitBy, Response, Retry, TypeRef,
};

/// What the runtime assumes where an operation says nothing.
const DEFAULT_TIMEOUT_MILLIS: u64 = 30_000;

/// Adds the static.
pub fn define(subject: &Subject<'_>, file: &mut File, operation: &Operation) {
    let ty = file.uses("tiebeam::operation::Operation");
    let method = method(file, operation.method);
    let (id, path) = (&operation.id, subject.path(operation));
    let travels = travels(subject, file, operation);
    let holds = holds(file, operation);
    let about = format!(" How `{id}` travels, and the policies that hold for it.");
    file.item(&code! {
        #[doc = #about]
        pub static OPERATION: #ty = #ty::new(#id, #method, #path) #travels #holds;
    });
}

fn method(file: &mut File, method: HttpMethod) -> Code {
    let ty = file.uses("tiebeam::operation::Method");
    let variant = name::ident(match method {
        HttpMethod::Get => "Get",
        HttpMethod::Post => "Post",
        HttpMethod::Put => "Put",
        HttpMethod::Patch => "Patch",
        HttpMethod::Delete => "Delete",
    });
    code!(#ty::#variant)
}

/// What is sent and what comes back.
fn travels(subject: &Subject<'_>, file: &mut File, operation: &Operation) -> Code {
    let mut chain = Code::new();
    if !operation.parameters.is_empty() {
        let parameters =
            operation.parameters.iter().map(|parameter| self::parameter(subject, file, parameter));
        let parameters: Vec<Code> = parameters.collect();
        chain.append(&code!(.parameters(&[#(#parameters),*])));
    }
    if let Some(body) = &operation.request {
        let shape = plain_shape(subject, file, body);
        let patch = matches!(body, TypeRef::Patch(_)).then(|| code!(.merge_patch()));
        chain.append(&code!(.body(#shape) #patch));
    }
    let responses =
        operation.responses.iter().map(|response| success(subject, file, operation, response));
    let responses: Vec<Code> = responses.collect();
    chain.append(&code!(.success(&[#(#responses),*])));
    if let Some(page) = operation.page {
        let page = paging(file, page);
        chain.append(&code!(.page(#page)));
    }
    if !operation.errors.is_empty() {
        let errors = file.uses("crate::errors");
        let errors = operation.errors.iter().map(|error| {
            let constant = name::ident(&name::constant(error));
            code!(&#errors::#constant)
        });
        chain.append(&code!(.errors(&[#(#errors),*])));
    }
    chain
}

fn parameter(subject: &Subject<'_>, file: &mut File, parameter: &Parameter) -> Code {
    let ty = file.uses("tiebeam::operation::Parameter");
    let location = name::ident(match parameter.location {
        ParameterIn::Path => "path",
        ParameterIn::Query => "query",
        ParameterIn::Header => "header",
    });
    let name = &parameter.name;
    let shape = types::shape_of(&subject.scope, file, name, &parameter.ty, &parameter.constraints);
    let required = parameter.required.then(|| code!(.required()));
    code!(#ty::#location(#name, #shape) #required)
}

/// The shape of a body, which has no constraints but those of its type.
fn plain_shape(subject: &Subject<'_>, file: &mut File, ty: &TypeRef) -> Code {
    types::shape_of(&subject.scope, file, "body", ty, &Constraints::default())
}

fn success(
    subject: &Subject<'_>,
    file: &mut File,
    operation: &Operation,
    response: &Response,
) -> Code {
    let ty = file.uses("tiebeam::operation::Success");
    let status = types::count(response.status);
    let body = response.body.as_ref().map(|body| {
        let shape = body_shape(subject, file, operation, body);
        code!(.body(#shape))
    });
    let location = response.location.as_ref().map(|location| code!(.location(#location)));
    code!(#ty::new(#status) #body #location)
}

fn body_shape(
    subject: &Subject<'_>,
    file: &mut File,
    operation: &Operation,
    body: &TypeRef,
) -> Code {
    if let (Some(_), TypeRef::List(item)) = (&operation.page, body) {
        let shape = file.uses("tiebeam::shape::Shape");
        let item = plain_shape(subject, file, item);
        return code!(#shape::page(&#item));
    }
    plain_shape(subject, file, body)
}

fn paging(file: &mut File, page: Paging) -> Code {
    let ty = file.uses("tiebeam::operation::Paging");
    let (default_limit, max_limit) =
        (types::count(page.default_limit), types::count(page.max_limit));
    code!(#ty { default_limit: #default_limit, max_limit: #max_limit })
}

/// Who may call, how often, and what makes it safe.
fn holds(file: &mut File, operation: &Operation) -> Code {
    let mut chain = Code::new();
    if operation.public {
        chain.append(&code!(.public()));
    }
    if !operation.scopes.is_empty() {
        let scopes = &operation.scopes;
        chain.append(&code!(.scopes(&[#(#scopes),*])));
    }
    chain.extend(idempotency(file, operation));
    if let Some(field) = &operation.etag {
        chain.append(&code!(.etag(#field)));
    }
    chain.extend(if_match(file, operation.if_match));
    if operation.timeout.millis != DEFAULT_TIMEOUT_MILLIS {
        let millis = types::count(operation.timeout.millis);
        chain.append(&code!(.timeout_millis(#millis)));
    }
    chain.extend(operation.retry.map(|policy| retry(file, policy)));
    chain.extend(operation.rate_limit.map(|limit| rate_limit(file, limit)));
    chain.extend(operation.deprecation.as_ref().map(|deprecation| deprecated(file, deprecation)));
    chain
}

/// Nothing where the method says it: GET, PUT and DELETE repeat naturally, POST and PATCH do not.
fn idempotency(file: &mut File, operation: &Operation) -> Option<Code> {
    let usual = match operation.method {
        HttpMethod::Get | HttpMethod::Put | HttpMethod::Delete => Idempotency::Natural,
        HttpMethod::Post | HttpMethod::Patch => Idempotency::None,
    };
    if operation.idempotency == usual {
        return None;
    }
    let ty = file.uses("tiebeam::operation::Idempotency");
    let variant = name::ident(match operation.idempotency {
        Idempotency::Natural => "Natural",
        Idempotency::Required => "Required",
        Idempotency::Optional => "Optional",
        Idempotency::None => "None",
    });
    Some(code!(.idempotency(#ty::#variant)))
}

fn if_match(file: &mut File, if_match: IfMatch) -> Option<Code> {
    let variant = match if_match {
        IfMatch::Ignored => return None,
        IfMatch::Optional => name::ident("Optional"),
        IfMatch::Required => name::ident("Required"),
    };
    let ty = file.uses("tiebeam::operation::Precondition");
    Some(code!(.if_match(#ty::#variant)))
}

fn retry(file: &mut File, retry: Retry) -> Code {
    let ty = file.uses("tiebeam::operation::Retry");
    let attempts = types::count(retry.attempts);
    let (base, cap) = (types::count(retry.base.millis), types::count(retry.cap.millis));
    let budget = types::count(retry.budget_percent);
    code!(.retry(#ty { attempts: #attempts, base_millis: #base, cap_millis: #cap, budget_percent: #budget }))
}

fn rate_limit(file: &mut File, limit: RateLimit) -> Code {
    let ty = file.uses("tiebeam::operation::RateLimit");
    let by = file.uses("tiebeam::operation::RateLimitBy");
    let (requests, per) = (types::count(limit.requests), types::count(limit.per.millis));
    let variant = name::ident(match limit.by {
        RateLimitBy::Client => "Client",
        RateLimitBy::Subject => "Subject",
        RateLimitBy::All => "All",
    });
    code!(.rate_limit(#ty { requests: #requests, per_millis: #per, by: #by::#variant }))
}

fn deprecated(file: &mut File, deprecation: &Deprecation) -> Code {
    let ty = file.uses("tiebeam::operation::Deprecation");
    let since = seconds(deprecation.since);
    let sunset = optional(deprecation.sunset.map(seconds));
    let successor = optional(deprecation.successor.as_ref().map(|successor| {
        let successor = successor.to_string();
        code!(#successor)
    }));
    code!(.deprecated(#ty { since: #since, sunset: #sunset, successor: #successor }))
}

/// Seconds since the epoch; days before it are not worth a name but must not break.
fn seconds(seconds: i64) -> Code {
    let digits = types::count(seconds.unsigned_abs());
    if seconds < 0 { code!(-#digits) } else { code!(#digits) }
}

fn optional(value: Option<Code>) -> Code {
    value.map_or_else(|| code!(None), |value| code!(Some(#value)))
}
