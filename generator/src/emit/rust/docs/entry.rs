//! A description as lines, as attributes, as a sentence, as a summary.

use super::{markdown, normal, words};
use crate::emit::rust::code::{Code, Tree};

/// Widest line of a description; with the indentation of a field and `/// ` before it, it ends at column 100.
const WIDTH: usize = 92;

/// The lines of a description for use behind `//!` or `///`, without a leading space.
pub fn lines(markdown: &str) -> Vec<String> {
    let text = clean(markdown);
    if is_plain(&text) {
        return text.lines().flat_map(|line| markdown::wrap(line.trim(), WIDTH)).collect();
    }
    let blocks = normal::blocks(&text);
    let meaning = normal::flat(&blocks);
    for escapes in [markdown::Escapes::Few, markdown::Escapes::All] {
        let lines = markdown::print(&blocks, escapes, WIDTH);
        if normal::flat(&normal::blocks(&lines.join("\n"))) == meaning {
            return lines;
        }
    }
    markdown::fenced("text", &text)
}

/// A few words on one line.
pub fn phrase(text: &str) -> String {
    lines(text).join(" ")
}

/// The attributes that document an item: one a line, as the printer of items wants them.
pub fn attributes(markdown: &str) -> Code {
    attributes_of(&lines(markdown))
}

/// The attributes for lines that are safe already.
pub fn attributes_of(lines: &[String]) -> Code {
    lines.iter().map(|line| Tree::Doc(documented(line).into())).collect()
}

/// A line as it stands behind `///`.
fn documented(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!(" {line}") }
}

/// A text that ends like a sentence.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    let last_line = text.lines().last().unwrap_or_default().trim_start();
    let is_block = ["```", "~~~", "|", "#"].iter().any(|start| last_line.starts_with(start));
    if text.is_empty() || is_block || text.ends_with(['.', '!', '?', ':', ';', '…']) {
        return text.to_owned();
    }
    format!("{text}.")
}

/// The first paragraph of a description as one line without markup, for where Markdown is not read.
pub fn summary(markdown: &str) -> String {
    normal::plain(&normal::blocks(&clean(markdown)))
}

/// Drops what must not reach a source file: control characters, text direction, tabs, Windows line ends.
fn clean(markdown: &str) -> String {
    if markdown.bytes().all(|byte| byte == b'\n' || matches!(byte, b' '..=b'~')) {
        return markdown.trim_matches('\n').trim_end().to_owned();
    }
    let mut text = String::with_capacity(markdown.len());
    for letter in markdown.replace("\r\n", "\n").chars() {
        match letter {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => text.push('\n'),
            '\t' => text.push_str("    "),
            // Direction overrides make source say what it does not show; rustc refuses them.
            '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {}
            letter if letter.is_control() => {}
            letter => text.push(letter),
        }
    }
    text.trim_matches('\n').trim_end().to_owned()
}

/// Whether a text is words and sentences only, so that it needs no parsing.
fn is_plain(text: &str) -> bool {
    !text.contains("\n\n")
        && text.lines().all(|line| {
            let special = |letter: char| {
                !(letter.is_alphanumeric()
                    || matches!(letter, ' ' | ',' | '.' | ';' | '\'' | '"' | '(' | ')' | '?' | '%'))
            };
            let starts_plainly = line.starts_with(|first: char| first.is_alphabetic());
            starts_plainly
                && !line.ends_with(' ')
                && !line.contains("  ")
                && !line.contains("()")
                && !line.chars().any(special)
                && words::find(line).is_empty()
                && !line.split(' ').any(markdown::starts_a_block)
        })
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use crate::emit::rust::code::code;
    use crate::emit::rust::print;

    #[expect(clippy::needless_pass_by_value, reason = "expectations are written in place")]
    fn check(markdown: &str, expected: Expect) {
        let lines = super::lines(markdown);
        let mut text = lines.join("\n");
        assert_eq!(super::lines(&text), lines, "printing what was printed changes it");
        text.push('\n');
        expected.assert_eq(&text);
    }

    #[test]
    fn a_name_before_a_comma_is_still_a_name() {
        check(
            "The stable face of PayCo, our payment provider.",
            expect![[r"
            The stable face of `PayCo`, our payment provider.
        "]],
        );
    }

    #[test]
    fn sentences_stay_as_they_are() {
        check(
            "A customer's order, and\nwhat became of it.",
            expect![[r"
            A customer's order, and
            what became of it.
        "]],
        );
    }

    #[test]
    fn long_lines_are_wrapped_and_no_line_starts_a_block_by_accident() {
        check(
            "An order is what a customer commits to buy, at the prices that were shown at that moment and under terms \
             of section\n12. Everything after that is a new order. It is never more than 5 days old, and it costs 10 \
             + 3 or 1. and so on - for ever.",
            expect![[r"
            An order is what a customer commits to buy, at the prices that were shown at that moment and
            under terms of section
            12\. Everything after that is a new order. It is never more than 5 days old, and it costs 10
            \+ 3 or 1. and so on - for ever.
        "]],
        );
    }

    #[test]
    fn names_of_code_get_backticks_and_products_do_not() {
        check(
            "Sends order_line and OrderLine to crate::api, customerId too, by OAuth and JavaScript on iOS with IDs; \
             call it() or (see CustomerProcess). PostgreSQL's NASA.",
            expect![[r"
            Sends `order_line` and `OrderLine` to `crate::api`, `customerId` too, by OAuth and
            JavaScript on iOS with IDs; call `it()` or (see `CustomerProcess`). `PostgreSQL`'s NASA.
        "]],
        );
    }

    #[test]
    fn brackets_and_tags_are_text_and_links_are_links() {
        check(
            "See [Order] and <Order>, a[0], but [the RFC](https://www.rfc-editor.org/rfc/rfc9457), <https://a.example>, \
             https://b.example/x_y, [local](Order) and [ref][1].\n\n[1]: https://c.example 'Title'",
            expect![[r#"
                See \[Order\] and \<Order>, a\[0\], but [the RFC](https://www.rfc-editor.org/rfc/rfc9457),
                <https://a.example>, <https://b.example/x_y>, local and [ref](https://c.example "Title").
            "#]],
        );
    }

    #[test]
    fn no_code_becomes_a_doctest() {
        check(
            "Like so:\n\n```\n{\"a\":   1}\n```\n\n    indented\n      code\n\n~~~rust,no_run\nfn main() {}\n~~~\n\n```json title=x\n[]\n```",
            expect![[r#"
            Like so:

            ```text
            {"a":   1}
            ```

            ```text
            indented
              code
            ```

            ```text
            fn main() {}
            ```

            ```json
            []
            ```
        "#]],
        );
    }

    #[test]
    fn lists_are_indented_as_clippy_wants_them() {
        check(
            "Rules\n* one\n  that goes\non lazily\n* two\n    - deep\n\n1) first\n\n   more\n2) second\n",
            expect![[r"
            Rules

            - one
              that goes
              on lazily
            - two
              - deep

            1. first

               more

            2. second
        "]],
        );
    }

    #[test]
    fn blocks_of_every_kind_are_kept() {
        check(
            "# Title\nText  \nbroken *soft* __hard__ ~~gone~~ `a|b`\n***\n> quoted\nlazily\n\n| a | b |\n|:--|--:|\n| 1 `x\\|y` | <b>2</b> |\n\n<div>\nraw\n</div>\n<!-- hidden -->",
            expect![[r"
            # Title

            Text\
            broken *soft* **hard** ~~gone~~ `a|b`

            ---

            > quoted
            > lazily

            | a | b |
            | :-- | --: |
            | 1 `x\|y` | \<b>2\</b> |

            \<div>
            raw
            \</div>
        "]],
        );
    }

    #[test]
    fn controls_directions_and_foreign_line_ends_are_dropped() {
        check(
            "a\u{202e}b\u{0}\r\nc\t*/ d\u{2028}e   ",
            expect![[r"
            ab
            c \*/ d
            e
        "]],
        );
    }

    #[test]
    fn nothing_stays_nothing() {
        assert!(super::lines("").is_empty());
        assert!(super::lines(" \n\t\n").is_empty());
    }

    #[test]
    fn a_sentence_ends_once() {
        for (text, expected) in [
            ("Place an order", "Place an order."),
            ("Done.", "Done."),
            ("", ""),
            ("a\n| b |", "a\n| b |"),
        ] {
            assert_eq!(super::sentence(text), expected);
        }
        assert_eq!(
            super::summary("# Title\n\nAn *order* of `x`\nby [me](http://a.example).\n\nMore."),
            "Title"
        );
        assert_eq!(
            super::summary("An *order* of `x`\nby [me](http://a.example).\n\nMore."),
            "An order of x by me."
        );
    }

    #[test]
    fn attributes_are_one_a_line() {
        let attributes = super::attributes("One.\n\nTwo.");
        let text = print::item(&code!(#attributes struct Order;));
        assert_eq!(text, "/// One.\n///\n/// Two.\nstruct Order;\n");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_printed_so_that_printing_again_changes_nothing(text in "[a-zB-D0-2`*_~\\[\\]<>&|#+=(){}!:/\\\\ \n-]{0,60}") {
            let lines = super::lines(&text);
            proptest::prop_assert_eq!(super::lines(&lines.join("\n")), lines);
        }
    }
}
