//! How attributes are written into header fields (HTTP binding §3.1.3.2; the NATS binding does the same).

use super::envelope::Invalid;

/// Writes a value: space, `"`, `%` and whatever is no visible ASCII as percent-encoded UTF-8.
pub(super) fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'"' | b'%' => encode(&mut text, byte),
            0x21..=0x7e => text.push(char::from(byte)),
            _ => encode(&mut text, byte),
        }
    }
    text
}

/// Reads a value: first a quoted string, if it is one, then one round of percent-encoding.
pub(super) fn unescaped(name: &str, value: &[u8]) -> Result<String, Invalid> {
    let unquoted = unquoted(name, value)?;
    let mut bytes = Vec::with_capacity(unquoted.len());
    let mut rest = &unquoted[..];
    while let Some((&byte, behind)) = rest.split_first() {
        let encoded = match behind {
            [high, low, ..] if byte == b'%' => digit(*high).zip(digit(*low)),
            _ => None,
        };
        if let Some((high, low)) = encoded {
            bytes.push(high << 4 | low);
            rest = &behind[2..];
            continue;
        }
        bytes.push(byte);
        rest = behind;
    }
    // Overlong forms and halves of surrogates are no UTF-8.
    String::from_utf8(bytes)
        .map_err(|_| Invalid::new(format!("{name} is not percent-encoded UTF-8")))
}

/// The content of a quoted string (RFC 9110 §5.6.4); anything else as it is.
fn unquoted(name: &str, value: &[u8]) -> Result<Vec<u8>, Invalid> {
    let Some(quoted) = value.strip_prefix(b"\"") else { return Ok(value.to_vec()) };
    let broken = || Invalid::new(format!("{name} is a quoted string without its end"));
    let quoted = quoted.strip_suffix(b"\"").ok_or_else(broken)?;
    let mut content = Vec::with_capacity(quoted.len());
    let mut bytes = quoted.iter();
    while let Some(&byte) = bytes.next() {
        match byte {
            b'\\' => content.push(*bytes.next().ok_or_else(broken)?),
            b'"' => return Err(broken()),
            _ => content.push(byte),
        }
    }
    Ok(content)
}

fn encode(text: &mut String, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    text.push('%');
    text.push(char::from(DIGITS[usize::from(byte >> 4)]));
    text.push(char::from(DIGITS[usize::from(byte & 15)]));
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::{escaped, unescaped};

    #[test]
    fn a_value_is_written_as_the_binding_says() {
        for (value, text) in [
            ("plain-Text_1~!", "plain-Text_1~!"),
            ("Euro € 😀", "Euro%20%E2%82%AC%20%F0%9F%98%80"),
            ("50% \"off\"", "50%25%20%22off%22"),
            ("a\u{7f}", "a%7F"),
        ] {
            assert_eq!(escaped(value), text);
            assert_eq!(unescaped("x", text.as_bytes()).as_deref(), Ok(value));
        }
    }

    #[test]
    fn a_value_is_read_however_it_was_written() {
        for (text, value) in [
            (&b"a b"[..], Some("a b")),
            (b"\"a \\\"b\\\"\"", Some("a \"b\"")),
            (b"\"%41\"", Some("A")),
            (b"%2541", Some("%41")),
            (b"%e2%82%AC", Some("\u{20ac}")),
            (b"100%", Some("100%")),
            (b"%zz", Some("%zz")),
            ("€".as_bytes(), Some("€")),
            (b"%C0%80", None),
            (b"%ED%A0%80", None),
            (b"\xff", None),
            (b"\"open", None),
            (b"\"a\"b\"", None),
        ] {
            let found = unescaped("x", text);
            assert_eq!(found.as_deref().ok(), value, "{text:?}: {found:?}");
        }
    }
}
