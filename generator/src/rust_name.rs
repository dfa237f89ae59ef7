//! Names of Rust items for the names of the specs.
//!
//! Casing itself is `crate::casing`; this module adds what only Rust asks: words that are keywords, names that would
//! hide the prelude's, identifiers that start with a digit. Linking uses it to find names that would meet, the emitters
//! to print them, so the two can never disagree.

use crate::casing;

/// A field, a variable, a method or a module: `order_line`; a keyword gets a trailing underscore.
#[must_use]
pub fn value(name: &str) -> String {
    let mut text = casing::snake(name);
    if text.is_empty() {
        text = casing::snake(&spelled_out(name));
    }
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        // An underscore would say that nobody uses it.
        text.insert(0, 'n');
    }
    if casing::is_keyword(&text) {
        text.push('_');
    }
    text
}

/// A type: `OrderLine`; names that would hide one of the prelude's end in `Model`.
#[must_use]
pub fn ty(name: &str) -> String {
    let mut text = casing::pascal(name);
    if text.is_empty() {
        text = spelled_out(name);
    }
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        text.insert(0, 'N');
    }
    if is_known(&text) {
        text.push_str("Model");
    }
    text
}

/// The data of an event: `OrderCreated`, and `OrderCreatedV2` for its second major version.
///
/// The first has no number, so that a second takes no name away.
#[must_use]
pub fn event(name: &str, major: u32) -> String {
    if major == 1 { ty(name) } else { ty(&format!("{name}V{major}")) }
}

/// A variant for a value on the wire: `InProgress`; the name of the variant for unknown values is kept free.
#[must_use]
pub fn variant(value: &str) -> String {
    let mut text = casing::pascal(value);
    if text.is_empty() {
        text = spelled_out(value);
    }
    match &text[..] {
        "Self" | "Unknown" => text + "Value",
        _ if text.starts_with(|first: char| first.is_ascii_digit()) => format!("N{text}"),
        _ => text,
    }
}

/// Whether the Rust name for a name may have letters or digits that it has not itself.
pub fn gains_letters(name: &str) -> bool {
    let has_letters = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let pascal = || casing::pascal(name);
    !has_letters || (name.len() <= LONGEST_KNOWN && (is_known(&pascal()) || pascal() == "Unknown"))
}

/// A name of which no character can stand in an identifier, in words.
fn spelled_out(name: &str) -> String {
    if name.is_empty() { String::from("Empty") } else { name.chars().map(spelled).collect() }
}

/// A character that no identifier can hold, as a word.
fn spelled(letter: char) -> String {
    let word = match letter {
        ' ' => "Space",
        '!' => "Bang",
        '"' => "Quote",
        '#' => "Hash",
        '%' => "Percent",
        '&' => "And",
        '*' => "Star",
        '+' => "Plus",
        ',' => "Comma",
        '-' => "Minus",
        '.' => "Dot",
        '/' => "Slash",
        ':' => "Colon",
        '<' => "Less",
        '=' => "Equal",
        '>' => "Greater",
        '?' => "Question",
        '@' => "At",
        '_' => "Underscore",
        '|' => "Or",
        '~' => "Tilde",
        _ => return format!("U{:04x}", u32::from(letter)),
    };
    word.to_owned()
}

/// A constant or a static: `OUT_OF_STOCK`.
#[must_use]
pub fn constant(name: &str) -> String {
    let mut text = casing::screaming(name);
    if text.is_empty() {
        text = casing::screaming(&spelled_out(name));
    }
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        text.insert(0, 'N');
    }
    text
}

/// Whether every Rust program knows the name already, or generated code uses it everywhere.
#[must_use]
pub fn is_known(name: &str) -> bool {
    KNOWN.binary_search(&name).is_ok()
}

/// Bytes of the longest of the names that types must not hide.
const LONGEST_KNOWN: usize = 24;

/// Names of the prelude, and of what generated code uses everywhere, that a spec's type must not hide. Sorted.
static KNOWN: &[&str] = &[
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deserialize",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Serialize",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

#[cfg(test)]
mod tests {
    use super::{KNOWN, LONGEST_KNOWN, constant, is_known, ty, value, variant};
    use crate::casing;

    #[test]
    fn known_names_are_sorted() {
        assert!(KNOWN.is_sorted());
        assert!(KNOWN.iter().all(|name| name.len() <= LONGEST_KNOWN));
        assert!(is_known("Vec"));
    }

    #[test]
    fn every_name_becomes_an_identifier() {
        let names = [
            "type",
            "self",
            "Self",
            "crate",
            "async",
            "gen",
            "line2",
            "3DSecure",
            "URL",
            "ISO3166Code",
            "größe",
            "☃",
            "",
            "a-b",
            "--",
            "+1",
            "x²",
            "İ",
            "ŉ",
            "日本",
            "order_line",
            "Unknown",
            "Option",
            "_",
            "e\u{301}tat",
            "a\u{202e}b",
        ];
        for name in names {
            for made in [value(name), ty(name), variant(name), constant(name)] {
                let parsed = syn::parse_str::<syn::Ident>(&made);
                assert!(parsed.is_ok(), "{name:?} became {made:?}");
            }
        }
    }

    #[test]
    fn names_read_well() {
        let cases = [
            ("type", "type_", "Type"),
            ("self", "self_", "SelfModel"),
            ("line2", "line2", "Line2"),
            ("3DSecure", "n3d_secure", "N3dSecure"),
            ("URL", "url", "Url"),
            ("ISO3166Code", "iso3166_code", "Iso3166Code"),
            ("größe", "größe", "Größe"),
            ("Option", "option", "OptionModel"),
            ("customerID", "customer_id", "CustomerId"),
            ("a☃b", "a_b", "AB"),
        ];
        for (name, as_value, as_type) in cases {
            assert_eq!((value(name).as_str(), ty(name).as_str()), (as_value, as_type), "{name}");
        }
        let variants = [
            ("Self", "SelfValue"),
            ("unknown", "UnknownValue"),
            ("+", "Plus"),
            ("1st", "N1st"),
            ("", "Empty"),
            ("☃", "U2603"),
        ];
        for (name, expected) in variants {
            assert_eq!(variant(name), expected);
        }
    }

    #[test]
    fn casings_agree() {
        for name in ["orderLine", "OrderLine", "order-line", "line2", "iso3Code", "URLPath", "x2y"]
        {
            assert_eq!(casing::snake(&casing::snake(name)), casing::snake(name), "{name}");
            assert_eq!(casing::pascal(&casing::pascal(name)), casing::pascal(name), "{name}");
            assert_eq!(casing::snake(&casing::camel(name)), casing::snake(name), "{name}");
        }
    }
}
