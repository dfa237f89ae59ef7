//! Finds a member of a JSON object that was written here, for entity tags and locations.

use std::borrow::Cow;

use crate::shape::{Json, Next};

/// Bytes that are looked at first: what is looked for mostly stands in front, and a body need not be UTF-8 behind it.
const FRONT: usize = 128;

/// The scalar under a key of the outermost object, as plain text.
pub(super) fn scalar<'t>(body: &'t [u8], name: &str) -> Option<Cow<'t, str>> {
    if let Some(front) = body.get(..FRONT) {
        let valid = std::str::from_utf8(front).map_or_else(|error| error.valid_up_to(), str::len);
        let front = std::str::from_utf8(&front[..valid]).ok()?;
        let found = find(front, name);
        // What ends with the front may go on behind it.
        if let Some((value, _)) = found.filter(|(_, end)| *end < front.len()) {
            return Some(value);
        }
    }
    find(std::str::from_utf8(body).ok()?, name).map(|(value, _)| value)
}

/// The scalar, and where it ends.
fn find<'t>(text: &'t str, name: &str) -> Option<(Cow<'t, str>, usize)> {
    let mut json = Json::new(text);
    if json.peek().ok()? != Next::Object {
        return None;
    }
    json.enter(0).ok()?;
    let mut is_first = true;
    while let Some(key) = json.next_key(is_first).ok()? {
        is_first = false;
        let next = json.peek().ok()?;
        let value = match next {
            Next::String if key == name => json.string().ok()?,
            Next::Number if key == name => json.number().ok().map(Cow::Borrowed)?,
            Next::Boolean if key == name => Cow::Owned(json.boolean().ok()?.to_string()),
            _ => {
                json.skip(1).ok()?;
                continue;
            }
        };
        return Some((value, json.end()));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{FRONT, scalar};

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
    fn what_stands_further_back_is_found_as_a_whole() {
        for length in FRONT - 40..FRONT + 40 {
            let text = format!(r#"{{"é":"{}é","n":12345,"id":"é7"}}"#, "é".repeat(length / 2));
            assert_eq!(scalar(text.as_bytes(), "n").as_deref(), Some("12345"), "{length}");
            assert_eq!(scalar(text.as_bytes(), "id").as_deref(), Some("é7"), "{length}");
            assert_eq!(scalar(text.as_bytes(), "none"), None, "{length}");
        }
    }
}
