//! What a plain scalar is: to the typed read, and to readers of YAML 1.1.

/// What a scalar without quotes is, exactly as the typed read sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Plain {
    /// `null`, `~` or nothing at all.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer.
    Integer(i128),
    /// A number with a fraction or an exponent, or one too big for an integer.
    Float(f64),
    /// `.nan` or `.inf`.
    NotFinite,
    /// Text.
    Text,
}

/// How other readers of YAML understand what is text here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// `yes`, `no`, `on`, `off`, `y`, `n`.
    Boolean,
    /// `0755`: octal to some, decimal to others.
    LeadingZero,
    /// `10:30`, a number to the base 60.
    Sexagesimal,
    /// `1_000`.
    Underscores,
}

/// What a plain scalar is.
pub fn plain(text: &str) -> Plain {
    match text {
        "" | "null" | "Null" | "NULL" | "~" => return Plain::Null,
        "true" | "True" | "TRUE" => return Plain::Bool(true),
        "false" | "False" | "FALSE" => return Plain::Bool(false),
        _ => {}
    }
    if let Some(integer) = integer(text) {
        return Plain::Integer(integer);
    }
    let unsigned = text.strip_prefix('+').unwrap_or(text);
    if text.starts_with("++") || text.starts_with("+-") || has_leading_zero(text) {
        return Plain::Text;
    }
    if matches!(text, ".nan" | ".NaN" | ".NAN")
        || matches!(unsigned.strip_prefix('-').unwrap_or(unsigned), ".inf" | ".Inf" | ".INF")
    {
        return Plain::NotFinite;
    }
    match unsigned.parse::<f64>() {
        Ok(float) if float.is_finite() => Plain::Float(float),
        _ => Plain::Text,
    }
}

/// How a reader of YAML 1.1 (or another one of 1.2) understands text, where it is not text to it.
pub fn ambiguous(text: &str) -> Option<Reading> {
    let first = text.as_bytes().first()?;
    if matches!(first, b'y' | b'Y' | b'n' | b'N' | b'o' | b'O') {
        let words = ["y", "n", "yes", "no", "on", "off"];
        return (text.len() <= 3 && words.iter().any(|word| in_yaml_case(text, word)))
            .then_some(Reading::Boolean);
    }
    if !matches!(first, b'0'..=b'9' | b'+' | b'-') {
        return None;
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'_' | b':' | b'.')) {
        return None;
    }
    let mut groups = digits.split(':');
    let head = groups.next()?;
    if !head.starts_with(|digit: char| digit.is_ascii_digit()) {
        return None;
    }
    if digits.contains(':') {
        let minutes = |group: &str| {
            let whole = group.split('.').next().unwrap_or_default();
            matches!(whole.len(), 1 | 2) && whole.parse::<u8>().is_ok_and(|minutes| minutes < 60)
        };
        return (!head.contains('.') && groups.all(minutes)).then_some(Reading::Sexagesimal);
    }
    match digits {
        _ if digits.contains('.') => None,
        _ if digits.contains('_') => Some(Reading::Underscores),
        _ => has_leading_zero(digits).then_some(Reading::LeadingZero),
    }
}

/// Whether a key is one that the slow path must see: no text to other readers, or a merge.
pub fn is_suspicious_key(text: &str) -> bool {
    match text.as_bytes() {
        [] => true,
        [b'0'..=b'9' | b'+' | b'-' | b'.', ..] => {
            !matches!(plain(text), Plain::Text) && !is_canonical_integer(text)
        }
        [b'<' | b'~' | b'n' | b'N' | b't' | b'T' | b'f' | b'F' | b'y' | b'Y' | b'o' | b'O', ..] => {
            text == "<<" || !matches!(plain(text), Plain::Text) || is_suspicious_value_name(text)
        }
        _ => false,
    }
}

/// Whether a key would be a boolean to others were it the name of an enum's value; `on` tags a union.
pub fn is_suspicious_value_name(text: &str) -> bool {
    text.len() > 1 && text != "on" && ambiguous(text) == Some(Reading::Boolean)
}

/// A status code, as against `0x10` or `+5`.
pub fn is_canonical_integer(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && !has_leading_zero(text)
}

fn integer(text: &str) -> Option<i128> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => (1, text),
    };
    if digits.starts_with(['+', '-']) {
        return None;
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(rest) = digits.strip_prefix(prefix) {
            return (!rest.starts_with(['+', '-']))
                .then(|| i128::from_str_radix(rest, radix).ok())?
                .map(|value| sign * value);
        }
    }
    (!has_leading_zero(digits)).then(|| digits.parse::<i128>().ok())?.map(|value| sign * value)
}

fn has_leading_zero(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `no`, `No` or `NO`, but not `nO`.
fn in_yaml_case(text: &str, word: &str) -> bool {
    let capitalized =
        |text: &str| text.as_bytes()[0].is_ascii_uppercase() && text[1..] == word[1..];
    text == word
        || text.eq_ignore_ascii_case(word)
            && (capitalized(text) || text.bytes().all(|byte| byte.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_yaml::Value;

    use super::{Plain, Reading, ambiguous, plain};

    /// The typed read and the slow path must agree on every scalar.
    fn check(text: &str) {
        let Ok(value) = serde_yaml::from_str::<Value>(text) else { return };
        let found = plain(text.trim());
        let agree = match (&value, found) {
            (Value::Bool(one), Plain::Bool(other)) => *one == other,
            (Value::Number(number), Plain::NotFinite) => {
                number.as_f64().is_some_and(|number| !number.is_finite())
            }
            (Value::Number(number), Plain::Float(other)) => number.as_f64() == Some(other),
            (Value::Number(number), Plain::Integer(other)) => {
                number.as_i64().map(i128::from) == Some(other)
                    || number.as_u64().map(i128::from) == Some(other)
                    || number.as_f64() == other.to_string().parse().ok()
            }
            (Value::String(one), Plain::Text) => one == text,
            // Whatever is not a scalar, or is trimmed or cut by a comment.
            (Value::Null, Plain::Null)
            | (Value::Mapping(_) | Value::Sequence(_) | Value::Tagged(_), _) => true,
            (Value::String(one), _) => one != text,
            _ => false,
        };
        assert!(agree, "{text:?} is {value:?} to the typed read and {found:?} here");
    }

    #[test]
    fn plain_scalars_are_what_the_typed_read_sees() {
        for text in [
            "~",
            "null",
            "Null",
            "nULL",
            "true",
            "True",
            "tRUE",
            "FALSE",
            "no",
            "1",
            "-1",
            "+1",
            "++1",
            "+-1",
            "-+1",
            "0x1F",
            "-0x1F",
            "0xg",
            "0o17",
            "0b11",
            "0b2",
            "010",
            "-010",
            "00",
            "0",
            "1.10",
            "1.",
            ".5",
            "-.5",
            "+.5",
            "1e3",
            "1e999",
            "1.10.0",
            ".inf",
            "-.inf",
            "+.inf",
            ".Inf",
            ".nan",
            "-.nan",
            ".",
            "-",
            "inf",
            "nan",
            "infinity",
            "1_000",
            "12:30",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775809",
            "99999999999999999999999999999999999999999",
            "2026-11-22",
            "+x",
            "0x",
            "0o",
            "0x+1",
            "0x-1",
            "-0x-1",
            "1.5e3",
            "1E3",
            "010.5",
            "0.1",
        ] {
            check(text);
        }
    }

    proptest! {
        #[test]
        fn any_scalar_is_what_the_typed_read_sees(text in "[-+.0-9xobeEnaif~]{1,8}") {
            check(&text);
        }
    }

    #[test]
    fn what_others_read_otherwise_is_known() {
        for (text, reading) in [
            ("no", Some(Reading::Boolean)),
            ("NO", Some(Reading::Boolean)),
            ("Off", Some(Reading::Boolean)),
            ("y", Some(Reading::Boolean)),
            ("nO", None),
            ("none", None),
            ("one", None),
            ("order", None),
            ("0755", Some(Reading::LeadingZero)),
            ("08", Some(Reading::LeadingZero)),
            ("0", None),
            ("10:30", Some(Reading::Sexagesimal)),
            ("-1:30:00.5", Some(Reading::Sexagesimal)),
            ("10:75", None),
            ("10:", None),
            ("1_000", Some(Reading::Underscores)),
            ("_1", None),
            ("1.10.0", None),
            ("2026-11-22", None),
            ("30d", None),
            ("+49 30 1234", None),
            ("-", None),
            ("", None),
        ] {
            assert_eq!(ambiguous(text), reading, "{text:?}");
        }
    }
}
