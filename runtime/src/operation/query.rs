//! Query strings and path segments, decoded once.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What cannot stand in a URI (RFC 3986) and is let through by those who parse requests.
const FOREIGN: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The pairs of a query string, in order.
pub(crate) struct Query<'q> {
    pairs: Vec<Pair<'q>>,
}

/// One pair; the value is `None` where its escapes are broken.
pub(crate) struct Pair<'q> {
    pub(crate) name: Cow<'q, str>,
    pub(crate) value: Option<Cow<'q, str>>,
}

impl<'q> Query<'q> {
    /// Takes a query apart; `+` stands for a space, as in forms.
    pub(crate) fn parse(query: Option<&'q str>) -> Self {
        let parts = query.unwrap_or_default().split('&').filter(|part| !part.is_empty());
        let pairs = parts.map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            Pair { name: in_form(name).unwrap_or(Cow::Borrowed(name)), value: in_form(value) }
        });
        Self { pairs: pairs.collect() }
    }

    /// All pairs.
    pub(crate) fn pairs(&self) -> &[Pair<'q>] {
        &self.pairs
    }

    /// The values of one name.
    pub(crate) fn values(&self, name: &str) -> impl Iterator<Item = &Option<Cow<'q, str>>> {
        self.pairs.iter().filter(move |pair| pair.name == name).map(|pair| &pair.value)
    }
}

/// Finds the text that fills a segment of the template; `None` where the path has no such segment or its escapes are broken.
pub(crate) fn segment<'p>(template: &str, path: &'p str, name: &str) -> Option<Cow<'p, str>> {
    let is_named = |part: &str| {
        part.strip_prefix('{')
            .and_then(|rest| rest.strip_prefix(name))
            .is_some_and(|rest| rest == "}")
    };
    // Most templates have one name, and before it stands the same in both: nothing needs to be split.
    let (before, named) = template.split_at(end_of(template, b'{'));
    let text = match path.strip_prefix(before) {
        Some(rest) if is_named(&named[..end_of(named, b'/')]) => &rest[..end_of(rest, b'/')],
        _ => template.split('/').zip(path.split('/')).find(|(part, _)| is_named(part))?.1,
    };
    decoded(text)
}

/// Where a byte stands in a short text, or where the text ends. For a few bytes this is faster than a search.
fn end_of(text: &str, byte: u8) -> usize {
    text.bytes().position(|other| other == byte).unwrap_or(text.len())
}

/// A path or a query as a caller sent it, as a URI has it: what cannot stand there is percent-encoded, the rest is left.
pub(crate) fn as_uri(text: &str) -> Cow<'_, str> {
    utf8_percent_encode(text, FOREIGN).into()
}

fn in_form(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('+') {
        return decoded(text);
    }
    let text = text.replace('+', " ");
    decoded(&text).map(|decoded| Cow::Owned(decoded.into_owned()))
}

/// Undoes percent-encoding, strictly: broken escapes and bytes that are not UTF-8 are refused.
fn decoded(text: &str) -> Option<Cow<'_, str>> {
    if !text.bytes().any(|byte| byte == b'%') {
        return Some(Cow::Borrowed(text));
    }
    let escapes = text.split('%').skip(1);
    let is_hex = |escape: &str| {
        escape.len() >= 2 && escape.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit)
    };
    let mut escapes = escapes;
    escapes.all(is_hex).then_some(())?;
    percent_decode_str(text).decode_utf8().ok()
}

#[cfg(test)]
mod tests {
    use super::{Query, as_uri, segment};

    #[test]
    fn pairs_are_decoded_strictly() {
        let query = Query::parse(Some("a=1&a=2&b=x+y%20z&c&&d=%zz&e=%ff&%66=g=h"));
        let values = |name| query.values(name).map(|value| value.as_deref()).collect::<Vec<_>>();
        assert_eq!(values("a"), [Some("1"), Some("2")]);
        assert_eq!(values("b"), [Some("x y z")]);
        assert_eq!(values("c"), [Some("")]);
        assert_eq!(values("d"), [None]);
        assert_eq!(values("e"), [None]);
        assert_eq!(values("f"), [Some("g=h")]);
        assert_eq!(query.pairs().len(), 7);
    }

    #[test]
    fn segments_are_found_by_the_template() {
        for (path, expected) in [
            ("/v1/orders/7", Some("7")),
            ("/v1/orders/a%2Fb", Some("a/b")),
            ("/v1/orders/a+b", Some("a+b")),
            ("/v1/orders/%f", None),
            ("/v1/orders", None),
        ] {
            assert_eq!(segment("/v1/orders/{id}", path, "id").as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn what_cannot_stand_in_a_uri_is_encoded_and_the_rest_is_left() {
        for (text, expected) in [
            ("/v1/orders/a%2Fb;c=~", "/v1/orders/a%2Fb;c=~"),
            ("/{a}\"|^é", "/%7Ba%7D%22%7C%5E%C3%A9"),
            ("a[b]=c", "a%5Bb%5D=c"),
        ] {
            assert_eq!(as_uri(text), expected);
            assert_eq!(as_uri(expected), expected, "twice is once");
        }
    }
}
