//! Code on one line.

use crate::emit::rust::code::{Brackets, Tree, string};

/// What an operator does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// No space on either side.
    Tight,
    /// A space behind it only.
    After,
    /// A space before it and none behind.
    Prefix,
    /// Spaces on both sides.
    Spaced,
}

/// The trees on one line.
pub fn flat(trees: &[Tree]) -> String {
    let mut text = String::new();
    flat_into(trees, &mut text);
    text
}

/// Appends the trees on one line.
pub fn flat_into(trees: &[Tree], text: &mut String) {
    // A closure's parameters stand between two bars, each a mark of its own.
    let mut in_closure = false;
    let mut space = Space::None;
    let mut before: Option<&Tree> = None;
    for tree in trees {
        match tree {
            Tree::Word(word) | Tree::Literal(word) | Tree::Lifetime(word) => {
                space.put(text);
                text.push_str(word);
                space = Space::BeforeWord;
                if matches!(tree, Tree::Lifetime(_))
                    || matches!(tree, Tree::Word(word) if is_keyword(word))
                {
                    space = Space::Always;
                }
            }
            Tree::Doc(line) => {
                space.put(text);
                text.push_str("#[doc = ");
                flat_into(&[string(line)], text);
                text.push(']');
                space = Space::Always;
            }
            Tree::Mark(mark) => {
                let role = role(mark, before, &mut in_closure);
                match role {
                    Role::Tight | Role::After => {
                        if matches!(space, Space::Always)
                            && matches!(*mark, "<" | "::" | ".." | "..=")
                        {
                            text.push(' ');
                        }
                    }
                    Role::Prefix => space.put(text),
                    Role::Spaced if text.is_empty() => {}
                    Role::Spaced => {
                        text.push_str(if text.ends_with([' ', '(', '[']) { "" } else { " " });
                    }
                }
                text.push_str(mark);
                space = match role {
                    Role::Tight if *mark == ">" => Space::BeforeWord,
                    Role::Tight if *mark == "?" => Space::BeforeWord,
                    Role::Tight | Role::Prefix => Space::None,
                    Role::After | Role::Spaced => Space::Always,
                };
            }
            Tree::Group(brackets, inner) => {
                match (brackets, space) {
                    (Brackets::Curly, Space::None)
                        if !text.is_empty() && !text.ends_with(['(', '[', '!']) =>
                    {
                        text.push(' ');
                    }
                    (Brackets::Curly, Space::BeforeWord) | (_, Space::Always) => text.push(' '),
                    _ => {}
                }
                text.push_str(brackets.open());
                if !inner.is_empty() {
                    let pad = if *brackets == Brackets::Curly { " " } else { "" };
                    text.push_str(pad);
                    flat_into(without_last_comma(inner), text);
                    text.push_str(pad);
                }
                text.push_str(brackets.close());
                space = Space::BeforeWord;
            }
        }
        before = Some(tree);
    }
}

/// Whether a space comes before the next token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Space {
    None,
    /// If the next token is a word.
    BeforeWord,
    Always,
}

impl Space {
    fn put(self, text: &mut String) {
        if self != Self::None {
            text.push(' ');
        }
    }
}

/// A list without the comma behind its last item.
pub fn without_last_comma(trees: &[Tree]) -> &[Tree] {
    match trees {
        [rest @ .., last] if last.is_mark(",") => rest,
        all => all,
    }
}

fn role(mark: &str, before: Option<&Tree>, in_closure: &mut bool) -> Role {
    let starts = match before {
        None => true,
        Some(Tree::Mark(mark)) => !matches!(*mark, ">" | "?"),
        Some(Tree::Word(word)) => is_keyword(word),
        Some(_) => false,
    };
    match mark {
        "," | ";" | ":" => Role::After,
        "!" | "&" | "*" | "-" | "#" | "&&" if starts => Role::Prefix,
        "." | "?" | "::" | ".." | "..=" | "<" | ">" | "!" => Role::Tight,
        "|" if *in_closure => {
            *in_closure = false;
            Role::After
        }
        "|" if starts => {
            *in_closure = true;
            Role::Prefix
        }
        _ => Role::Spaced,
    }
}

/// Words behind which a bracket or an operator stands apart.
fn is_keyword(word: &str) -> bool {
    matches!(
        word,
        "as" | "async"
            | "const"
            | "dyn"
            | "else"
            | "enum"
            | "for"
            | "if"
            | "in"
            | "let"
            | "match"
            | "move"
            | "mut"
            | "ref"
            | "return"
            | "static"
            | "struct"
            | "trait"
            | "type"
            | "unsafe"
            | "use"
            | "where"
            | "while"
    )
}
