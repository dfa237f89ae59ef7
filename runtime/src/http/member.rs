//! Finds a member of a JSON object that was written here, for entity tags and locations.

use std::borrow::Cow;

/// The scalar under a key of the outermost object, as plain text.
///
/// Nobody sends what is read here: it is walked as far as the key and not checked. What is not JSON has no members.
pub(super) fn scalar<'t>(body: &'t [u8], name: &str) -> Option<Cow<'t, str>> {
    let mut walk = Walk { body, at: 0 };
    walk.expect(b'{')?;
    loop {
        let key = walk.value()?;
        walk.expect(b':')?;
        let value = walk.value()?;
        if is_key(key, name) {
            return text_of(value);
        }
        walk.expect(b',')?;
    }
}

/// Goes over JSON from value to value.
struct Walk<'t> {
    body: &'t [u8],
    at: usize,
}

impl<'t> Walk<'t> {
    /// Goes over a byte that must come next, and over white space before it.
    fn expect(&mut self, byte: u8) -> Option<()> {
        self.space();
        (*self.body.get(self.at)? == byte).then(|| self.at += 1)
    }

    /// Goes over a value, or a key.
    fn value(&mut self) -> Option<&'t [u8]> {
        self.space();
        let start = self.at;
        match self.body.get(self.at)? {
            b'"' => self.string()?,
            b'{' | b'[' => self.nested()?,
            _ => self.at += self.body[start..].iter().position(|byte| !is_bare(*byte))?,
        }
        Some(&self.body[start..self.at])
    }

    /// Goes over an object or an array.
    fn nested(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.body.get(self.at)? {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Goes over a string.
    fn string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            let rest = self.body.get(self.at..)?;
            let found = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
            if rest[found] == b'"' {
                self.at += found + 1;
                return Some(());
            }
            self.at += found + 2;
        }
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.body.get(self.at) {
            self.at += 1;
        }
    }
}

/// Whether a number or a word goes on with a byte.
fn is_bare(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'z' | b'E' | b'+' | b'-' | b'.')
}

/// Whether a key, with its quotes, is a name. Names are made of characters that nobody has to escape.
fn is_key(key: &[u8], name: &str) -> bool {
    let quoted = key.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\""));
    quoted == Some(name.as_bytes())
}

/// A scalar as plain text; `None` for everything else.
fn text_of(value: &[u8]) -> Option<Cow<'_, str>> {
    let text = std::str::from_utf8(value).ok()?;
    match value.first()? {
        b'"' if value.contains(&b'\\') => serde_json::from_str(text).ok().map(Cow::Owned),
        b'"' => Some(Cow::Borrowed(&text[1..text.len() - 1])),
        b'{' | b'[' => None,
        _ => (text != "null").then_some(Cow::Borrowed(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn scalars_of_the_outermost_object_are_found() {
        let text = r#"{"a":{"id":1},"b":["x"],"id":"7\n","n":-1.50,"ok":true,"none":null}"#;
        for (name, expected) in [
            ("id", Some("7\n")),
            ("n", Some("-1.50")),
            ("ok", Some("true")),
            ("a", None),
            ("none", None),
            ("c", None),
        ] {
            assert_eq!(scalar(text.as_bytes(), name).as_deref(), expected, "{name}");
        }
        assert_eq!(scalar(b"[1]", "a"), None);
    }

    #[test]
    fn white_space_and_what_only_looks_like_a_member_are_passed_over() {
        let text = r#" { "a" : {"id":"}","b":["]",{}]} , "q\\":"\\\"id\\\":1", "id" : -1.5e3 } "#;
        for (name, expected) in [("id", Some("-1.5e3")), ("b", None), ("q", None)] {
            assert_eq!(scalar(text.as_bytes(), name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn what_is_not_json_has_no_members() {
        for text in [
            "",
            "{",
            "{}",
            r#"{"id"#,
            r#"{"id":"#,
            r#"{"id":"7"#,
            r#"{"a":[}"#,
            r#"{"id":}"#,
            r#"{"id\"#,
        ] {
            assert_eq!(scalar(text.as_bytes(), "id"), None, "{text}");
        }
        assert_eq!(scalar(b"{\"a\":\"\xff\",\"id\":7}", "id").as_deref(), Some("7"));
    }
}
