//! Keys that make a repeated request safe (draft-ietf-httpapi-idempotency-key-header).

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

/// Longest key.
const MAX_LENGTH: usize = 255;

/// Tells a repetition of a request from a new one.
///
/// On the wire it is a structured field string, in quotes; a bare token is read too, because most clients send one.
///
/// ```
/// use tiebeam::IdempotencyKey;
///
/// let key: IdempotencyKey = "\"8e03978e\"".parse()?;
/// assert_eq!(key.as_str(), "8e03978e");
/// assert_eq!(key, "8e03978e".parse()?);
/// # Ok::<(), tiebeam::idempotency::InvalidIdempotencyKey>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IdempotencyKey(String);

/// Why a field value is not an idempotency key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be a string in double quotes, or a bare token, of 1 to 255 visible ASCII characters")]
pub struct InvalidIdempotencyKey;

impl IdempotencyKey {
    /// A key that nobody used before.
    #[must_use]
    pub fn fresh() -> Self {
        Self(Uuid::now_v7().to_string())
    }

    /// The key of one step of the request that has this key; the same each time the request is repeated.
    #[must_use]
    pub fn derive(&self, step: &str) -> Self {
        let namespace = Uuid::from_u128(0x1f0a_7d3e_9c52_4b6f_8e11_7469_6562_6561);
        Self(Uuid::new_v5(&namespace, format!("{}\0{step}", self.0).as_bytes()).to_string())
    }

    /// The key without quotes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The value of the field, in quotes.
    #[must_use]
    pub fn to_field_value(&self) -> String {
        let mut value = String::with_capacity(self.0.len() + 2);
        value.push('"');
        for character in self.0.chars() {
            if matches!(character, '"' | '\\') {
                value.push('\\');
            }
            value.push(character);
        }
        value.push('"');
        value
    }
}

impl FromStr for IdempotencyKey {
    type Err = InvalidIdempotencyKey;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        let value = value.trim_matches(' ');
        let key = match value.strip_prefix('"') {
            Some(rest) => unquoted(rest).ok_or(InvalidIdempotencyKey)?,
            None if value
                .bytes()
                .all(|byte| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte)) =>
            {
                value.to_owned()
            }
            None => return Err(InvalidIdempotencyKey),
        };
        if (1..=MAX_LENGTH).contains(&key.len()) {
            Ok(Self(key))
        } else {
            Err(InvalidIdempotencyKey)
        }
    }
}

/// The value of a structured field string whose opening quote was read; parameters after it mean nothing.
fn unquoted(rest: &str) -> Option<String> {
    let mut key = String::with_capacity(rest.len());
    let mut characters = rest.chars();
    loop {
        match characters.next()? {
            '"' => break,
            '\\' => {
                key.push(characters.next().filter(|character| matches!(character, '"' | '\\'))?);
            }
            character @ ' '..='~' => key.push(character),
            _ => return None,
        }
    }
    are_parameters(characters.as_str()).then_some(key)
}

/// Whether a text is the parameters of a structured field item (RFC 9651 §3.1.2), or nothing.
fn are_parameters(text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let Some(rest) = text.strip_prefix(';') else { return false };
    let rest = rest.trim_start_matches(' ');
    let is_of_key =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-.*".contains(&byte);
    let end = rest.bytes().position(|byte| !is_of_key(byte)).unwrap_or(rest.len());
    let (key, rest) = rest.split_at(end);
    if !key.starts_with(|first: char| first.is_ascii_lowercase() || first == '*') {
        return false;
    }
    let Some(value) = rest.strip_prefix('=') else { return are_parameters(rest) };
    let is_of_value = |byte: u8| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte);
    let end = value.bytes().position(|byte| !is_of_value(byte)).unwrap_or(value.len());
    end > 0 && are_parameters(&value[end..])
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<Uuid> for IdempotencyKey {
    fn from(id: Uuid) -> Self {
        Self(id.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::IdempotencyKey;

    #[test]
    fn quoted_strings_and_bare_tokens_are_keys() {
        for (value, expected) in [
            ("\"8e03978e-40d5\"", Some("8e03978e-40d5")),
            ("8e03978e-40d5", Some("8e03978e-40d5")),
            ("\"a \\\"b\\\" \\\\\"", Some("a \"b\" \\")),
            ("\"a\";v=1", Some("a")),
            ("\"a\"; v;w=*x", Some("a")),
            ("\"a\";;,", None),
            ("\"a\";v=", None),
            (" \"a\" ", Some("a")),
            ("", None),
            ("\"\"", None),
            ("\"a", None),
            ("a\"", None),
            ("\"a\"b", None),
            ("\"a\\b\"", None),
            ("\"\u{e9}\"", None),
            ("a b", None),
            ("a,b", None),
            (&*"x".repeat(255), Some(&*"x".repeat(255))),
            (&*"x".repeat(256), None),
        ] {
            let key = value.parse::<IdempotencyKey>().ok();
            assert_eq!(key.as_ref().map(IdempotencyKey::as_str), expected, "{value}");
            if let Some(key) = key {
                assert_eq!(key.to_field_value().parse(), Ok(key), "it is sent in quotes");
            }
        }
    }

    #[test]
    fn a_derived_key_depends_on_the_key_and_the_step_alone() {
        let key: IdempotencyKey = "a".parse().expect("a key");
        let other: IdempotencyKey = "b".parse().expect("a key");
        assert_eq!(key.derive("pay"), key.derive("pay"));
        assert_ne!(key.derive("pay"), key.derive("ship"));
        assert_ne!(key.derive("pay"), other.derive("pay"));
    }
}
