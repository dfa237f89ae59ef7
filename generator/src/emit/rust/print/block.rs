//! Lays out blocks: statements, and the arms of a `match`.

use super::expression::{Spot, WIDTH, assigned, is_line, lay, line_start};
use super::flat::flat;
use crate::emit::rust::code::Tree;

/// Whether a block is more than one short expression.
pub fn is_long(inner: &[Tree]) -> bool {
    inner.iter().any(|tree| tree.is_mark(";"))
        || matches!(inner.first(), Some(Tree::Word(word)) if is_block_like(word))
}

/// `{`, a statement per line, `}`.
pub fn block(inner: &[Tree], indent: usize) -> String {
    if inner.is_empty() {
        return String::from("{}");
    }
    let deeper = indent + 4;
    let mut text = String::from("{");
    for statement in statements(inner) {
        text.push_str(line_start(deeper));
        text.push_str(&self::statement(statement, deeper));
    }
    text.push_str(line_start(indent));
    text.push('}');
    text
}

/// `{`, an arm per line, `}`.
pub fn arms(inner: &[Tree], indent: usize) -> String {
    let deeper = indent + 4;
    let mut text = String::from("{");
    let mut rest = inner;
    while !rest.is_empty() {
        let Some(arrow) = rest.iter().position(|tree| tree.is_mark("=>")) else { break };
        let pattern = flat(&rest[..arrow]);
        let body = &rest[arrow + 1..];
        text.push_str(line_start(deeper));
        text.push_str(&pattern);
        text.push_str(" => ");
        let is_block = body.first().is_some_and(|tree| tree.curly().is_some());
        let end = if is_block {
            1
        } else {
            body.iter().position(|tree| tree.is_mark(",")).unwrap_or(body.len())
        };
        if let (true, Some(inner)) = (is_block, body[0].curly()) {
            text.push_str(&block(inner, deeper));
        } else {
            text.push_str(&arm(&body[..end], deeper, deeper + pattern.chars().count() + 4));
        }
        rest = &body[end..];
        if rest.first().is_some_and(|tree| tree.is_mark(",")) {
            rest = &rest[1..];
        }
    }
    text.push_str(line_start(indent));
    text.push('}');
    text
}

/// What an arm leads to: behind the arrow, or in a block of its own where it fits one line there only.
fn arm(body: &[Tree], indent: usize, used: usize) -> String {
    let (line, inner) = (flat(body), indent + 4);
    let length = line.chars().count();
    if is_line(body) && used + length + 1 > WIDTH && inner + length <= WIDTH {
        return ["{", line_start(inner), &line, line_start(indent), "}"].concat();
    }
    lay(body, Spot { indent, used, after: 1 }) + ","
}

/// Cuts a block into statements.
fn statements(inner: &[Tree]) -> Vec<&[Tree]> {
    let mut statements = Vec::new();
    let mut start = 0;
    for (at, tree) in inner.iter().enumerate() {
        let is_block_like = matches!(&inner[start], Tree::Word(word) if is_block_like(word));
        let ends = match inner.get(at + 1) {
            Some(next) => {
                !(next.is_word("else")
                    || next.is_mark(".")
                    || next.is_mark("?")
                    || next.is_mark(";"))
            }
            None => true,
        };
        if tree.is_mark(";") || (is_block_like && tree.curly().is_some() && ends) {
            statements.push(&inner[start..=at]);
            start = at + 1;
        }
        if start >= inner.len() {
            break;
        }
    }
    if start < inner.len() {
        statements.push(&inner[start..]);
    }
    statements
}

/// Whether a statement that starts with the word ends with its block.
fn is_block_like(word: &str) -> bool {
    matches!(word, "if" | "match" | "for" | "while" | "loop")
}

fn statement(trees: &[Tree], indent: usize) -> String {
    let (trees, end) = match trees {
        [rest @ .., last] if last.is_mark(";") => (rest, ";"),
        all => (all, ""),
    };
    let spot = |used: usize| Spot { indent, used, after: end.len() };
    let is_declaration = matches!(trees.first(), Some(Tree::Word(word)) if matches!(&**word, "let" | "static" | "const"));
    let equals = trees.iter().position(|tree| tree.is_mark("="));
    match equals {
        Some(at)
            if is_declaration
                || at > 0 && !trees[..at].iter().any(|tree| tree.curly().is_some()) =>
        {
            let is_expression =
                matches!(trees.first(), Some(Tree::Word(word)) if is_block_like(word));
            if is_expression {
                return lay(trees, spot(indent)) + end;
            }
            let head = flat(&trees[..at]) + " = ";
            assigned(&head, &trees[at + 1..], spot(indent)) + end
        }
        _ => lay(trees, spot(indent)) + end,
    }
}
