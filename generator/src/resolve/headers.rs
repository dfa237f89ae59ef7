//! Names of header fields (RFC 9110), and those that are not for specs to declare.

use crate::diag::Part;
use crate::diag::codes::link;
use crate::ir::ParameterIn;
use crate::resolve::at::At;
use crate::resolve::sink::{Sink, error};

/// Fields of requests that have a meaning of their own, in lower case, sorted, each with what to write instead.
static OF_REQUESTS: &[(&str, &str)] = &[
    ("accept", "bodies are JSON"),
    ("accept-encoding", "the connection takes care of it"),
    ("authorization", "declare `scopes:`, or `public: true`"),
    ("connection", "the connection takes care of it"),
    ("content-length", "the connection takes care of it"),
    ("content-type", "bodies are JSON"),
    ("cookie", "APIs keep no sessions"),
    ("expect", "the connection takes care of it"),
    ("host", "the connection takes care of it"),
    ("idempotency-key", "declare `idempotency: required`"),
    ("if-match", "declare `ifMatch: required`"),
    ("if-modified-since", "declare `etag:`"),
    ("if-none-match", "declare `etag:`"),
    ("if-unmodified-since", "declare `ifMatch: required`"),
    ("te", "the connection takes care of it"),
    ("traceparent", "every call carries it"),
    ("tracestate", "every call carries it"),
    ("transfer-encoding", "the connection takes care of it"),
    ("upgrade", "the connection takes care of it"),
];

/// The same for responses.
static OF_RESPONSES: &[(&str, &str)] = &[
    ("allow", "it is sent with 405"),
    ("connection", "the connection takes care of it"),
    ("content-encoding", "the connection takes care of it"),
    ("content-length", "the connection takes care of it"),
    ("content-type", "bodies are JSON"),
    ("date", "every answer carries it"),
    ("deprecation", "declare `deprecated:`"),
    ("etag", "declare `etag:`"),
    ("link", "declare `page:`"),
    ("location", "declare `location:`"),
    ("ratelimit", "declare `rateLimit:`"),
    ("ratelimit-policy", "declare `rateLimit:`"),
    ("set-cookie", "APIs keep no sessions"),
    ("sunset", "declare `deprecated:`"),
    ("transfer-encoding", "the connection takes care of it"),
    ("www-authenticate", "it is sent with 401"),
];

/// Reports a name that no header field can have, or that is spoken for.
///
/// `ParameterIn::Header` stands for requests, anything else for responses.
pub fn check(name: &str, location: ParameterIn, at: At<'_>, sink: &mut Sink) -> bool {
    let is_token =
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte));
    if !is_token || name.len() > 100 || !name.starts_with(|first: char| first.is_ascii_alphabetic())
    {
        let finding = error(
            &link::UNSUITABLE_HEADER,
            at,
            format!("`{}` is not the name of a header field", name.escape_debug()),
        )
        .at(Part::Key)
        .help("write words of ASCII letters and digits, joined by hyphens: `X-Channel`");
        sink.report(finding);
        return false;
    }
    let reserved = if location == ParameterIn::Header { OF_REQUESTS } else { OF_RESPONSES };
    let lower = name.to_ascii_lowercase();
    let Ok(found) = reserved.binary_search_by(|(known, _)| (*known).cmp(&lower)) else {
        return true;
    };
    let finding = error(
        &link::UNSUITABLE_HEADER,
        at,
        format!("the header field `{name}` is not for specs to declare"),
    )
    .at(Part::Key)
    .label("handled by itself")
    .help(format!("remove it: {}", reserved[found].1));
    sink.report(finding);
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(OF_REQUESTS.is_sorted() && OF_RESPONSES.is_sorted());
    }
}
