//! Words and their casings: the one place where a name changes its dress.
//!
//! What only Rust asks of a name, `crate::rust_name` adds.

use std::borrow::Cow;

use heck::{ToKebabCase, ToLowerCamelCase, ToPascalCase, ToShoutySnakeCase, ToSnakeCase};

/// `order_line`.
#[must_use]
pub fn snake(name: &str) -> String {
    words(name).to_snake_case()
}

/// `OrderLine`.
#[must_use]
pub fn pascal(name: &str) -> String {
    words(name).to_pascal_case()
}

/// `orderLine`.
#[must_use]
pub fn camel(name: &str) -> String {
    words(name).to_lower_camel_case()
}

/// `order-line`.
#[must_use]
pub fn kebab(name: &str) -> String {
    words(name).to_kebab_case()
}

/// `ORDER_LINE`.
#[must_use]
pub fn screaming(name: &str) -> String {
    words(name).to_shouty_snake_case()
}

/// `Order line`: a title made of the words of a name.
pub fn sentence(name: &str) -> String {
    let words = snake(name).replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A name without the characters that an identifier cannot hold; each of them separates words.
///
/// Latin letters stay. Of the others some have no upper or lower case, some are no letters to Rust, and some look
/// like Latin ones, which the compiler warns of.
fn words(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        return Cow::Borrowed(name);
    }
    let kept = |letter: char| if letter.is_ascii() || is_latin(letter) { letter } else { '-' };
    Cow::Owned(name.chars().map(kept).collect())
}

/// Whether a letter beyond ASCII stays one letter, and legal in Rust, whatever casing does to it.
#[must_use]
pub fn is_latin(letter: char) -> bool {
    matches!(letter, '\u{c0}'..='\u{17e}')
        && !matches!(
            letter,
            '\u{d7}' | '\u{f7}' | '\u{130}'..='\u{133}' | '\u{13f}' | '\u{140}' | '\u{149}'
        )
}

/// Words that cannot be a Rust identifier as they are, keywords of all editions and the reserved ones.
pub static KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Whether a word is reserved in Rust.
#[must_use]
pub fn is_keyword(word: &str) -> bool {
    KEYWORDS.binary_search(&word).is_ok()
}
