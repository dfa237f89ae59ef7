//! The sentences that generated crates say about an operation or a contract.

use crate::emit::rust::docs::sentence;
use crate::emit::text::{date, reason};
use crate::ir::{Deprecation, Idempotency, IfMatch, Operation};

/// A text as it goes on behind a colon: with a small first letter, unless the first word is all capitals.
pub fn continued(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(text[first.len_utf8()..].chars()).collect()
        }
        _ => text.to_owned(),
    }
}

/// How an operation travels, on one line: `` `POST /v1/orders` · scopes `orders:write` ``.
pub fn travels(operation: &Operation, path: &str) -> String {
    let mut parts = vec![format!("`{} {path}`", method(operation))];
    if operation.public {
        parts.push(String::from("public"));
    }
    if !operation.scopes.is_empty() {
        let scopes: Vec<String> =
            operation.scopes.iter().map(|scope| format!("`{scope}`")).collect();
        let noun = if scopes.len() == 1 { "scope" } else { "scopes" };
        parts.push(format!("{noun} {}", scopes.join(", ")));
    }
    match operation.idempotency {
        Idempotency::Required => parts.push(String::from("idempotent by `Idempotency-Key`")),
        Idempotency::Optional => {
            parts.push(String::from("idempotent where `Idempotency-Key` is sent"));
        }
        Idempotency::Natural | Idempotency::None => {}
    }
    match operation.if_match {
        IfMatch::Required => parts.push(String::from("only with `If-Match`")),
        IfMatch::Optional => parts.push(String::from("heeds `If-Match`")),
        IfMatch::Ignored => {}
    }
    if operation.page.is_some() {
        parts.push(String::from("page by page"));
    }
    parts.join(" · ")
}

/// The method's name on the wire.
pub fn method(operation: &Operation) -> &'static str {
    use crate::ir::HttpMethod::{Delete, Get, Patch, Post, Put};

    match operation.method {
        Get => "GET",
        Post => "POST",
        Put => "PUT",
        Patch => "PATCH",
        Delete => "DELETE",
    }
}

/// The end of life in a sentence or two, in Markdown.
pub fn deprecation(deprecation: &Deprecation) -> String {
    let mut text = format!("**Deprecated** since {}", date(deprecation.since));
    if let Some(sunset) = deprecation.sunset {
        text.extend([", answers until ", &date(sunset)]);
    }
    if let Some(successor) = &deprecation.successor {
        text.extend(["; use `", &successor.to_string(), "` instead"]);
    }
    text.push('.');
    if let Some(reason) = &deprecation.reason {
        text.push(' ');
        text.push_str(&sentence(reason));
    }
    text
}

/// A status as people write it: `201 Created`.
pub fn status(status: u16) -> String {
    format!("{status} {}", reason(status)).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::continued;

    #[test]
    fn a_summary_goes_on_behind_a_colon() {
        assert_eq!(continued("Place an order"), "place an order");
        assert_eq!(continued("A thing"), "a thing");
        assert_eq!(continued("GET it"), "GET it");
        assert_eq!(continued("Ü"), "Ü");
        assert_eq!(continued(""), "");
    }
}
