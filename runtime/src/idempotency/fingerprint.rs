//! What was asked, as a digest: two requests are the same when these are.
//!
//! Method, route, path parameters, query parameters and body count. Header fields do not: a repetition may have another
//! trace, another deadline, another token of the same caller.
//!
//! The body counts by what it says and not by how it is written: members may come in any order, white space is nothing,
//! `"\u0041"` is `"A"`, and `1.50` is `1.5` is `15e-1`. A member that is absent is not the same as one that is null: a
//! patch tells them apart.

use super::digest::Digest;
use crate::shape::{Json, Malformed, Next};
use crate::store::remembered::Fingerprint;

/// The parts of a request that make it what it is.
pub(crate) struct Asked<'a> {
    pub(crate) method: &'a str,
    /// The path with `{parameters}`.
    pub(crate) route: &'a str,
    /// The values of the path's parameters, decoded.
    pub(crate) path: Vec<String>,
    /// The pairs of the query, decoded.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) body: &'a [u8],
}

impl Asked<'_> {
    pub(crate) fn fingerprint(mut self) -> Fingerprint {
        let mut digest = Digest::new("request");
        digest.part(self.method.as_bytes());
        digest.part(self.route.as_bytes());
        for value in &self.path {
            digest.tag(b'p');
            digest.part(value.as_bytes());
        }
        // The order of two pairs matters only where they have the same name: that is a list.
        self.query.sort_by(|one, other| one.0.cmp(&other.0));
        for (name, value) in &self.query {
            digest.tag(b'q');
            digest.part(name.as_bytes());
            digest.part(value.as_bytes());
        }
        digest.tag(b'b');
        digest_body(&mut digest, self.body);
        Fingerprint(digest.finish())
    }
}

/// What is not JSON, which validation would have refused, counts by its bytes.
fn digest_body(digest: &mut Digest, body: &[u8]) {
    if body.is_empty() {
        return;
    }
    let mut canonical = Vec::with_capacity(body.len());
    let written =
        std::str::from_utf8(body).ok().map(|text| value(&mut Json::new(text), &mut canonical));
    match written {
        Some(Ok(())) => digest.part(&canonical),
        _ => digest.part(body),
    }
}

/// Writes a value so that equal values are equal bytes. It nests no deeper than what validation let through.
fn value(json: &mut Json<'_>, out: &mut Vec<u8>) -> Result<(), Malformed> {
    match json.peek()? {
        Next::Null => {
            json.null()?;
            out.push(b'0');
        }
        Next::Boolean => out.push(if json.boolean()? { b't' } else { b'f' }),
        Next::Number => {
            out.push(b'n');
            number(json.number()?, out);
        }
        Next::String => {
            out.push(b's');
            text(&json.string()?, out);
        }
        Next::Array => {
            json.enter(0)?;
            out.push(b'[');
            let mut is_first = true;
            while json.next_item(is_first)? {
                is_first = false;
                value(json, out)?;
            }
            out.push(b']');
        }
        Next::Object => {
            json.enter(0)?;
            let mut members = Vec::new();
            let mut is_first = true;
            while let Some(key) = json.next_key(is_first)? {
                is_first = false;
                let mut written = Vec::new();
                value(json, &mut written)?;
                members.push((key.into_owned(), written));
            }
            members.sort();
            out.push(b'{');
            for (key, written) in members {
                text(&key, out);
                out.extend(written);
            }
            out.push(b'}');
        }
    }
    Ok(())
}

fn text(text: &str, out: &mut Vec<u8>) {
    out.extend((text.len() as u64).to_be_bytes());
    out.extend(text.as_bytes());
}

/// A number as its sign, its significant digits and the power of ten that they are multiplied by.
fn number(written: &str, out: &mut Vec<u8>) {
    let (sign, unsigned) = match written.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", written),
    };
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    let significant = digits.trim_end_matches('0');
    if significant.is_empty() {
        return text("0", out);
    }
    let dropped = digits.len() - significant.len();
    let shift = i128::try_from(dropped).unwrap_or(i128::MAX)
        - i128::try_from(fraction.len()).unwrap_or(i128::MAX);
    // An exponent that does not fit belongs to a number that no type could hold; it counts as written.
    match exponent.parse::<i64>() {
        Ok(exponent) => {
            text(&format!("{sign}{significant}e{}", i128::from(exponent) + shift), out);
        }
        Err(_) => text(written, out),
    }
}

#[cfg(test)]
mod tests {
    use super::Asked;
    use crate::store::remembered::Fingerprint;

    fn body(body: &str) -> Fingerprint {
        let (path, query) = (Vec::new(), Vec::new());
        Asked { method: "POST", route: "/a", path, query, body: body.as_bytes() }.fingerprint()
    }

    fn target(path: &[&str], query: &[(&str, &str)]) -> Fingerprint {
        let path = path.iter().map(ToString::to_string).collect();
        let query = query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Asked { method: "POST", route: "/a", path, query: query.collect(), body: b"" }.fingerprint()
    }

    #[test]
    fn a_body_counts_by_what_it_says() {
        for (one, other) in [
            (r#"{"a":1,"b":[true,null]}"#, " { \"b\" : [ true , null ] , \"a\" : 1 } "),
            (r#""A\n""#, r#""\u0041\u000a""#),
            ("1.50", "15e-1"),
            ("100", "1E+2"),
            ("-0.0", "0"),
            ("0e9", "0"),
            (r#"{"a":{"c":1,"b":2}}"#, r#"{"a":{"b":2,"c":1}}"#),
        ] {
            assert_eq!(body(one), body(other), "{one} {other}");
        }
    }

    #[test]
    fn what_says_something_else_counts_as_something_else() {
        let texts = [
            "",
            "null",
            "{}",
            "[]",
            "[[]]",
            "0",
            "1",
            "-1",
            "10",
            "0.1",
            "\"1\"",
            "\"\"",
            "true",
            "false",
            "[1,2]",
            "[2,1]",
            "[12]",
            r#"{"a":null}"#,
            r#"{"a":1}"#,
            r#"{"a":"1"}"#,
            r#"{"a":1,"b":2}"#,
            r#"{"a":{"b":1}}"#,
            r#"{"ab":1}"#,
            "[{},{}]",
            "[{}]",
            "1e99999999999999999999",
            "1e99999999999999999998",
            "not JSON",
            "not json",
        ];
        for (index, one) in texts.iter().enumerate() {
            for other in &texts[..index] {
                assert_ne!(body(one), body(other), "{one} {other}");
            }
        }
    }

    #[test]
    fn path_and_query_count() {
        let same = target(&["1"], &[("a", "1"), ("b", "2"), ("b", "1")]);
        assert_eq!(same, target(&["1"], &[("b", "2"), ("a", "1"), ("b", "1")]));
        for (path, query) in [
            (&["2"][..], &[("a", "1"), ("b", "2"), ("b", "1")][..]),
            (&["1"], &[("a", "1"), ("b", "1"), ("b", "2")]),
            (&["1"], &[("a", "1")]),
            (&["1", "a"], &[("b", "2"), ("b", "1")]),
        ] {
            assert_ne!(same, target(path, query), "{path:?} {query:?}");
        }
    }
}
