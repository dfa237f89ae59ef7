//! Literals: texts in quotes, and numbers that are spelled already.

use super::tree::Tree;

/// A string literal.
pub fn string(text: &str) -> Tree {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\') {
        literal.push_str(text);
    } else {
        for letter in text.chars() {
            match letter {
                '\'' => literal.push('\''),
                other => literal.extend(other.escape_debug()),
            }
        }
    }
    literal.push('"');
    Tree::Literal(literal.into())
}

/// A string literal, raw where it holds quotes or backslashes, with as many `#` as it takes.
pub fn raw_string(text: &str) -> Tree {
    let is_shown =
        |letter: char| matches!(letter, '"' | '\\' | '\'') || letter.escape_debug().len() == 1;
    if !text.contains(['"', '\\']) || !text.chars().all(is_shown) {
        return string(text);
    }
    let mut hashes = String::new();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    Tree::Literal(format!("r{hashes}\"{text}\"{hashes}").into())
}

/// A number whose digits are known.
pub fn number(digits: &str) -> Tree {
    Tree::Literal(digits.to_owned().into())
}

#[cfg(test)]
mod tests {
    use super::super::tree::Tree;
    use super::{raw_string, string};

    fn text(literal: &Tree) -> &str {
        match literal {
            Tree::Literal(text) => text,
            other => panic!("{other:?} is no literal"),
        }
    }

    #[test]
    fn what_rust_reads_back_is_the_text() {
        for original in [
            "",
            "a b",
            "it's",
            "\"\\",
            "\0\u{1}7",
            "é\u{301}\u{301}",
            "a\r\n\tb",
            "\u{202e}",
            "{x}",
        ] {
            for literal in [string(original), raw_string(original)] {
                let read: syn::LitStr = syn::parse_str(text(&literal)).expect("a literal is Rust");
                assert_eq!(read.value(), original);
            }
        }
    }

    #[test]
    fn a_text_becomes_the_plainest_literal_that_holds_it() {
        assert_eq!(text(&string("it's")), r#""it's""#);
        assert_eq!(text(&raw_string("[]")), r#""[]""#);
        assert_eq!(text(&raw_string(r"\d+")), r#"r"\d+""#);
        assert_eq!(text(&raw_string(r#"{"a":1}"#)), r##"r#"{"a":1}"#"##);
        assert_eq!(text(&raw_string(r##""a"#b"##)), r###"r##""a"#b"##"###);
    }
}
