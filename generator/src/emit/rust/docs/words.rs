//! Which words of a text are code.
//!
//! Mirrors what `clippy::doc_markdown` looks for, so that a description an architect wrote does not fail the lints
//! of a generated crate, and adds names in camelCase, which the specs are full of.

use std::ops::Range;

/// Words that look like code and are not: the default of clippy's `doc-valid-idents`. Sorted.
static PRODUCTS: &[&str] = &[
    "AccessKit",
    "BibLaTeX",
    "BibTeX",
    "CamelCase",
    "ClojureScript",
    "CoAP",
    "CoffeeScript",
    "CoreFoundation",
    "CoreGraphics",
    "CoreText",
    "DevOps",
    "Direct2D",
    "Direct3D",
    "DirectWrite",
    "DirectX",
    "ECMAScript",
    "EiB",
    "FreeBSD",
    "GHz",
    "GPLv2",
    "GPLv3",
    "GiB",
    "GitHub",
    "GitLab",
    "GraphQL",
    "IPv4",
    "IPv6",
    "InfiniBand",
    "JavaScript",
    "KiB",
    "LaTeX",
    "MHz",
    "MiB",
    "MinGW",
    "NaN",
    "NaNs",
    "NetBSD",
    "NixOS",
    "OAuth",
    "OCaml",
    "OpenAL",
    "OpenBSD",
    "OpenDNS",
    "OpenExr",
    "OpenGL",
    "OpenMP",
    "OpenSSH",
    "OpenSSL",
    "OpenStreetMap",
    "OpenTelemetry",
    "OpenType",
    "PiB",
    "PostScript",
    "PowerPC",
    "PowerShell",
    "PureScript",
    "RoCE",
    "THz",
    "TeX",
    "TensorFlow",
    "TiB",
    "TrueType",
    "TypeScript",
    "WebAssembly",
    "WebGL",
    "WebGL2",
    "WebGPU",
    "WebP",
    "WebRTC",
    "WebSocket",
    "WebTransport",
    "YCbCr",
    "iOS",
    "macOS",
    "sRGB",
];

/// What a part of a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// Code, to be put between backticks.
    Code(Range<usize>),
    /// An address, to be put between angle brackets.
    Address(Range<usize>),
}

/// The words of a text that are code or addresses, in order.
pub fn find(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(|letter: char| letter.is_whitespace() || letter == '\'') {
        let bare = word.trim_end_matches(|letter: char| letter.is_whitespace() || letter == '\'');
        if bare.bytes().all(|letter| letter.is_ascii_lowercase()) {
            start += word.len();
            continue;
        }
        let range = core(bare);
        let core = &bare[range.clone()];
        let place = start + range.start..start + range.end;
        if is_address(core) {
            found.push(Word::Address(place));
        } else if is_code(core) || fragments(core).any(is_code) || has_scheme(core) {
            found.push(Word::Code(place));
        }
        start += word.len();
    }
    found
}

/// Whether a word without the punctuation around it is a name in code.
pub fn is_code(word: &str) -> bool {
    if PRODUCTS.binary_search(&word).is_ok() || word.chars().all(|letter| letter == ':') {
        return false;
    }
    let underscore = word != "_" && word.contains('_');
    let hyphen = word != "-" && word.contains('-');
    (underscore && !hyphen)
        || word.contains("::")
        || word.ends_with("()")
        || is_upper_camel(word)
        || is_lower_camel(word)
}

/// The range of a word without the punctuation around it, a call's parentheses and closing ones included.
fn core(word: &str) -> Range<usize> {
    let around = |letter: char| !letter.is_alphanumeric() && letter != ':';
    let mut end = word.trim_end_matches(around).len();
    if word[end..].starts_with("()") {
        end += 2;
    }
    let mut start = end - word[..end].trim_start_matches(around).len();
    if word[start..end].starts_with(':') && !word[start..end].starts_with("::") {
        start += 1;
    }
    if word[start..end].ends_with(':') && !word[start..end].ends_with("::") {
        end -= 1;
    }
    let count = |letter: char, end: usize| word[start..end].matches(letter).count();
    while count('(', end) > count(')', end) && word[end..].starts_with(')') {
        end += 1;
    }
    start..end
}

/// The pieces that a printer's escapes may cut a word into.
fn fragments(word: &str) -> impl Iterator<Item = &str> {
    let cut = |letter: char| letter.is_ascii_punctuation() && !matches!(letter, '_' | ':');
    word.split(cut).map(|piece| piece.trim_matches(':')).filter(|piece| piece.len() < word.len())
}

/// `OrderLine`, but neither `Order` nor `NASA` nor `IDs`.
fn is_upper_camel(word: &str) -> bool {
    if word.starts_with(|first: char| first.is_ascii_digit() || first.is_ascii_lowercase()) {
        return false;
    }
    let stem = word.strip_suffix('s').unwrap_or(word);
    stem.chars().all(char::is_alphanumeric)
        && stem.chars().filter(|letter| letter.is_uppercase()).count() > 1
        && stem.chars().any(char::is_lowercase)
}

/// `orderLine`, but neither `eBay` nor `mTLS`.
fn is_lower_camel(word: &str) -> bool {
    let small = word.bytes().take_while(u8::is_ascii_lowercase).count();
    small > 1
        && word.bytes().all(|letter| letter.is_ascii_alphanumeric())
        && word.bytes().any(|letter| letter.is_ascii_uppercase())
}

/// An address on the web.
fn is_address(word: &str) -> bool {
    let rest = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_alphanumeric())
            && word
                .chars()
                .all(|letter| letter.is_alphanumeric() || "-._~:/?#@!$&()*+,;=%".contains(letter))
    })
}

/// Anything else that a parser of URLs would take for one: `nats://bus`, `C:/x`, `file:x`.
fn has_scheme(word: &str) -> bool {
    let Some((scheme, rest)) = word.split_once(':') else {
        return false;
    };
    let special = ["ftp", "file", "http", "https", "ws", "wss"];
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    is_scheme
        && (rest.starts_with('/')
            || (!rest.is_empty() && special.iter().any(|name| scheme.eq_ignore_ascii_case(name))))
}

#[cfg(test)]
mod tests {
    use super::{PRODUCTS, find, is_code};

    #[test]
    fn products_are_sorted() {
        assert!(PRODUCTS.is_sorted());
    }

    #[test]
    fn code_is_told_from_words() {
        for word in [
            "OrderLine",
            "order_line",
            "a::b",
            "pay()",
            "customerId",
            "PostgreSQL",
            "ETag",
            "OrderIDs",
            "::x",
        ] {
            assert!(is_code(word), "{word}");
        }
        for word in [
            "Order",
            "NASA",
            "IDs",
            "OAuth",
            "mTLS",
            "eBay",
            "_",
            "snake_and-kebab",
            "macOS",
            "",
            ":",
            "2Go",
        ] {
            assert!(!is_code(word), "{word}");
        }
    }

    #[test]
    fn punctuation_around_a_word_is_left_out() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = find(text)
                .into_iter()
                .map(|word| match word {
                    super::Word::Code(range) | super::Word::Address(range) => &text[range],
                })
                .collect();
            assert_eq!(found, expected, "{text}");
        };
        check("see (OrderLine).", &["OrderLine"]);
        check("the OrderLine's sku_code: this", &["OrderLine", "sku_code"]);
        check("call pay(a_b) or pay().", &["pay(a_b)", "pay()"]);
        check(
            "Foo*BarBaz at https://a.example/x, nats://bus or C:/x",
            &["Foo*BarBaz", "https://a.example/x", "nats://bus", "C:/x"],
        );
    }
}
