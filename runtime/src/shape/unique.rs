//! JSON equality, for `uniqueItems`: `1` equals `1.0`, escapes and the order of keys mean nothing.

use std::collections::{BTreeMap, HashSet};

use super::json::{Json, Next};
use super::number::Exact;

/// The first two equal items, by their indices.
pub(crate) fn first_repetition(items: &[&str]) -> Option<(usize, usize)> {
    let mut seen = HashSet::with_capacity(items.len());
    let later = items.iter().position(|item| !seen.insert(canonical(item)))?;
    let repeated = canonical(items[later]);
    let earlier = items.iter().position(|item| canonical(item) == repeated)?;
    Some((earlier, later))
}

/// Text that is the same for equal values; the value was walked before, so it is well formed.
fn canonical(item: &str) -> String {
    let mut text = String::with_capacity(item.len());
    write(&mut Json::new(item), &mut text);
    text
}

fn write(json: &mut Json<'_>, text: &mut String) {
    match json.peek() {
        Ok(Next::Number) => text.push_str(
            &json.number().map(|number| Exact::of(number).canonical()).unwrap_or_default(),
        ),
        Ok(Next::String) => push_string(&json.string().unwrap_or_default(), text),
        Ok(Next::Boolean) => {
            text.push_str(if json.boolean() == Ok(true) { "true" } else { "false" });
        }
        Ok(Next::Null) if json.null().is_ok() => text.push_str("null"),
        Ok(Next::Array) => write_array(json, text),
        Ok(Next::Object) => write_object(json, text),
        Ok(Next::Null) | Err(_) => {}
    }
}

fn write_array(json: &mut Json<'_>, text: &mut String) {
    text.push('[');
    if json.enter(0).is_ok() {
        let mut is_first = true;
        while json.next_item(is_first) == Ok(true) {
            is_first = false;
            write(json, text);
            text.push(',');
        }
    }
    text.push(']');
}

fn write_object(json: &mut Json<'_>, text: &mut String) {
    let mut members = BTreeMap::new();
    if json.enter(0).is_ok() {
        let mut is_first = true;
        while let Ok(Some(key)) = json.next_key(is_first) {
            is_first = false;
            let mut value = String::new();
            write(json, &mut value);
            members.insert(key.into_owned(), value);
        }
    }
    text.push('{');
    for (key, value) in members {
        push_string(&key, text);
        text.push(':');
        text.push_str(&value);
        text.push(',');
    }
    text.push('}');
}

/// Any injective notation will do: the length tells where the string ends.
fn push_string(value: &str, text: &mut String) {
    text.push_str(&value.len().to_string());
    text.push('"');
    text.push_str(value);
}

#[cfg(test)]
mod tests {
    use super::first_repetition;

    #[test]
    fn items_are_compared_as_json() {
        for (items, expected) in [
            (&["1", "2"][..], None),
            (&["1", "2", "1.0"], Some((0, 2))),
            (&["100", "1e2"], Some((0, 1))),
            (&["0", "-0"], Some((0, 1))),
            (&["1", "\"1\""], None),
            (&["1", "true"], None),
            (&["{\"a\":1,\"b\":2}", "{\"b\":2.0, \"a\":1}"], Some((0, 1))),
            (&["[1,2]", "[2,1]"], None),
            (&["\"a\"", "\"\\u0061\""], Some((0, 1))),
            (&["[\"a,b\"]", "[\"a\",\"b\"]"], None),
            (&["null", "false"], None),
        ] {
            assert_eq!(first_repetition(items), expected, "{items:?}");
        }
    }
}
