//! Lays out items: attributes, declarations, members.

use super::block;
use super::expression::{Spot, WIDTH, assigned, filled, items, line_start};
use super::flat::flat;
use crate::emit::rust::code::{Brackets, Tree};

/// The text of an item at an indentation, unless it is of a form that this printer does not know.
pub fn item(trees: &[Tree], indent: usize) -> Option<String> {
    let (mut text, trees) = attributes(trees, indent)?;
    let keyword = trees.iter().find_map(|tree| match tree {
        Tree::Word(word) if !matches!(&**word, "pub" | "async" | "unsafe") => Some(&**word),
        _ => None,
    })?;
    let declared = match keyword {
        "struct" => structure(trees, indent),
        "enum" => braced(trees, indent, |inner| variants(inner, indent + 4)),
        "impl" | "trait" => braced(trees, indent, |inner| members(inner, indent + 4)),
        "fn" => function(trees, indent),
        "static" | "const" | "type" => value(trees, indent),
        _ => None,
    }?;
    text.push_str(&declared);
    Some(text)
}

/// The attributes before something, each on a line of its own, and what follows them.
fn attributes(trees: &[Tree], indent: usize) -> Option<(String, &[Tree])> {
    let mut text = String::new();
    let mut rest = trees;
    loop {
        rest = match rest {
            [Tree::Doc(line), more @ ..] => {
                if line.contains('\n') || line.starts_with('/') {
                    return None;
                }
                text.push_str("///");
                text.push_str(line.trim_end());
                more
            }
            [Tree::Mark("#"), Tree::Group(Brackets::Square, inner), more @ ..] => {
                text.push_str(&attribute(inner, indent));
                more
            }
            _ => return Some((text, rest)),
        };
        text.push_str(line_start(indent));
    }
}

/// `#[name(list)]`, the list filled into as many lines as it needs.
fn attribute(inner: &[Tree], indent: usize) -> String {
    let line = format!("#[{}]", flat(inner));
    let [Tree::Word(name), Tree::Group(Brackets::Round, list)] = inner else { return line };
    if indent + line.chars().count() <= WIDTH {
        return line;
    }
    let inner = indent + 4;
    let words: Vec<String> = items(list).into_iter().map(flat).collect();
    if **name == *"derive" {
        return format!("#[{name}({}{})]", filled(&words, inner), line_start(indent));
    }
    let words: Vec<String> =
        words.into_iter().map(|word| [line_start(inner), &word].concat()).collect();
    format!("#[{name}({}{})]", words.join(","), line_start(indent))
}

/// A struct: with fields, with places, or with nothing.
fn structure(trees: &[Tree], indent: usize) -> Option<String> {
    match trees {
        [head @ .., last] if last.curly().is_some() => {
            let inner = last.curly()?;
            if inner.is_empty() {
                return Some(format!("{} {{}}\n", flat(head)));
            }
            Some(format!(
                "{} {{{}{}}}\n",
                flat(head),
                fields(inner, indent + 4)?,
                line_start(indent)
            ))
        }
        [.., Tree::Mark(";")] => fitting(flat(trees), indent).map(|line| line + "\n"),
        _ => None,
    }
}

fn fields(inner: &[Tree], indent: usize) -> Option<String> {
    let mut text = String::new();
    for item in items(inner) {
        let (attributes, field) = attributes(item, indent)?;
        text.push_str(line_start(indent));
        text.push_str(&attributes);
        text.push_str(&flat(field));
        text.push(',');
    }
    Some(text)
}

fn variants(inner: &[Tree], indent: usize) -> Option<String> {
    let mut text = String::new();
    for item in items(inner) {
        let (attributes, variant) = attributes(item, indent)?;
        text.push_str(line_start(indent));
        text.push_str(&attributes);
        match variant {
            [Tree::Word(name), last] if last.curly().is_some() => {
                let fields = fields(last.curly()?, indent + 4)?;
                text.extend([name, " {", &fields, line_start(indent), "}"]);
            }
            variant => text.push_str(&flat(variant)),
        }
        text.push(',');
    }
    Some(text)
}

/// A head, and members between curly brackets.
fn braced(
    trees: &[Tree],
    indent: usize,
    inner: impl FnOnce(&[Tree]) -> Option<String>,
) -> Option<String> {
    let [head @ .., last] = trees else { return None };
    let members = last.curly()?;
    let head = fitting(flat(head), indent + 2)?;
    if members.is_empty() {
        return Some(format!("{head} {{}}\n"));
    }
    Some(format!("{head} {{{}{}}}\n", inner(members)?, line_start(indent)))
}

/// The members of an `impl` or a `trait`, a blank line between them.
fn members(inner: &[Tree], indent: usize) -> Option<String> {
    let mut text = String::new();
    let mut start = 0;
    for (at, tree) in inner.iter().enumerate() {
        if !(tree.is_mark(";") || tree.curly().is_some()) {
            continue;
        }
        if start > 0 {
            text.push('\n');
        }
        text.push_str(line_start(indent));
        text.push_str(item(&inner[start..=at], indent)?.trim_end());
        start = at + 1;
    }
    (start == inner.len()).then_some(text)
}

/// A function, its parameters a line each where they do not fit one.
fn function(trees: &[Tree], indent: usize) -> Option<String> {
    let (signature, body) = match trees {
        [signature @ .., last] if last.curly().is_some() => (signature, last.curly()),
        [signature @ .., Tree::Mark(";")] => (signature, None),
        _ => return None,
    };
    if signature.iter().any(|tree| tree.is_word("where")) {
        return None;
    }
    let at = signature.iter().position(|tree| matches!(tree, Tree::Group(Brackets::Round, _)))?;
    let Tree::Group(_, parameters) = &signature[at] else { return None };
    let line = flat(signature);
    let room = if body.is_some() { 2 } else { 1 };
    let head = if indent + line.chars().count() + room <= WIDTH {
        line
    } else {
        let inner = indent + 4;
        let lines: String = items(parameters)
            .iter()
            .map(|item| [line_start(inner), &flat(item), ","].concat())
            .collect();
        let result = flat(&signature[at + 1..]);
        let result = if result.is_empty() { result } else { format!(" {}", result.trim_start()) };
        let result = fitting(result, indent + 3)?;
        format!(
            "{}({lines}{}){result}",
            fitting(flat(&signature[..at]), indent + 1)?,
            line_start(indent)
        )
    };
    Some(match body {
        Some(inner) => format!("{head} {}\n", block::block(inner, indent)),
        None => head + ";\n",
    })
}

/// A line that fits; names so long that it does not are left to the thorough printer.
fn fitting(line: String, around: usize) -> Option<String> {
    (line.chars().count() + around <= WIDTH).then_some(line)
}

/// `static NAME: Type = value;`
fn value(trees: &[Tree], indent: usize) -> Option<String> {
    let [trees @ .., Tree::Mark(";")] = trees else { return None };
    let Some(at) = trees.iter().position(|tree| tree.is_mark("=")) else {
        return Some(flat(trees) + ";\n");
    };
    let head = flat(&trees[..at]) + " = ";
    Some(assigned(&head, &trees[at + 1..], Spot { indent, used: indent, after: 1 }) + ";\n")
}
