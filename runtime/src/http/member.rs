//! Finds a member of a JSON object that was written here, for entity tags and locations.

use std::borrow::Cow;

use crate::shape::{Json, Next};

/// The scalar under a key of the outermost object, as plain text.
pub(super) fn scalar<'t>(text: &'t str, name: &str) -> Option<Cow<'t, str>> {
    let mut json = Json::new(text);
    if json.peek().ok()? != Next::Object {
        return None;
    }
    json.enter(0).ok()?;
    let mut is_first = true;
    while let Some(key) = json.next_key(is_first).ok()? {
        is_first = false;
        let next = json.peek().ok()?;
        match next {
            Next::String if key == name => return json.string().ok(),
            Next::Number if key == name => return json.number().ok().map(Cow::Borrowed),
            Next::Boolean if key == name => {
                return json.boolean().ok().map(|value| Cow::Owned(value.to_string()));
            }
            _ => json.skip(1).ok()?,
        }
    }
    None
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
            assert_eq!(scalar(text, name).as_deref(), expected, "{name}");
        }
        assert_eq!(scalar("[1]", "a"), None);
    }
}
