//! Lays out expressions: on one line where they fit, a call of a chain per line where they do not, tables hugged by
//! the call they are passed to.

use super::block;
use super::flat::{flat, without_last_comma};
use crate::emit::rust::code::{Brackets, Tree};

/// Longest line.
pub const WIDTH: usize = 100;

/// A chain of so many links has one a line, however short they are.
const LONG_CHAIN: usize = 4;

/// Where an expression stands.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// Indentation of its first line.
    pub indent: usize,
    /// Columns taken on its first line, the indentation included.
    pub used: usize,
    /// Columns that follow on its last line.
    pub after: usize,
}

impl Spot {
    fn fits(self, line: &str) -> bool {
        self.used + line.chars().count() + self.after <= WIDTH
    }
}

/// A line break and the indentation of what follows; nothing is indented by more than a line.
pub fn line_start(indent: usize) -> &'static str {
    static START: &str = "\n                                                                                                    ";
    &START[..=indent.min(WIDTH)]
}

/// The text of an expression.
pub fn lay(trees: &[Tree], spot: Spot) -> String {
    if let Some(text) = keyword(trees, spot) {
        return text;
    }
    if let Some(text) = closure(trees, spot) {
        return text;
    }
    let links = links(trees);
    if is_line(trees) {
        let line = flat(trees);
        if spot.fits(&line) {
            return line;
        }
    }
    if let [Tree::Mark("&"), rest @ ..] = trees
        && links.is_empty()
    {
        return format!("&{}", lay(rest, Spot { used: spot.used + 1, ..spot }));
    }
    if is_worth_breaking(trees, &links) { chain(trees, &links, spot) } else { broken(trees, spot) }
}

/// What is behind an equals sign: on the next line where it fits there and not behind the sign.
pub fn assigned(head: &str, trees: &[Tree], spot: Spot) -> String {
    let used = spot.used + head.chars().count();
    let line = flat(trees);
    let length = line.chars().count() + spot.after;
    let links = links(trees);
    let fits_below = spot.indent + 4 + length <= WIDTH && is_line(trees);
    if used + length > WIDTH && fits_below {
        return head.trim_end().to_owned() + line_start(spot.indent + 4) + &line;
    }
    let starts_long =
        links.first().is_some_and(|link| used + flat(&trees[..*link]).chars().count() > WIDTH);
    if starts_long && !holds_lines(trees) {
        let inner = spot.indent + 4;
        let place = Spot { indent: inner, used: inner, ..spot };
        return head.trim_end().to_owned() + line_start(inner) + &lay(trees, place);
    }
    head.to_owned() + &lay(trees, Spot { used, ..spot })
}

/// Whether an expression stands on one line where it fits one.
pub fn is_line(trees: &[Tree]) -> bool {
    links(trees).len() < LONG_CHAIN && !holds_lines(trees)
}

/// Whether an expression holds something that always stands on lines of its own.
fn holds_lines(trees: &[Tree]) -> bool {
    let mut before: Option<&Tree> = None;
    for tree in trees {
        if let Tree::Group(brackets, inner) = tree {
            let is_block = *brackets == Brackets::Curly && !is_struct_literal(before);
            if (is_block && block::is_long(inner)) || holds_lines(inner) {
                return true;
            }
        }
        if tree.is_word("match") {
            return true;
        }
        before = Some(tree);
    }
    false
}

/// Whether curly brackets behind this token hold the fields of a literal.
fn is_struct_literal(before: Option<&Tree>) -> bool {
    matches!(before, Some(Tree::Word(word)) if word.starts_with(char::is_uppercase))
        || matches!(before, Some(Tree::Mark(">")))
}

/// `match`, `if`, `for`, `while`, `return`, `async`: what starts with a word.
fn keyword(trees: &[Tree], spot: Spot) -> Option<String> {
    let Tree::Word(word) = trees.first()? else { return None };
    match &**word {
        "match" => {
            let at = trees.iter().position(|tree| tree.curly().is_some())?;
            let arms = block::arms(trees[at].curly()?, spot.indent);
            Some(flat(&trees[..at]) + " " + &arms + &tail(&trees[at + 1..], spot))
        }
        "if" | "for" | "while" | "loop" => Some(branches(trees, spot)),
        "return" | "break" if trees.len() > 1 => {
            let used = spot.used + word.len() + 1;
            Some(format!("{word} {}", lay(&trees[1..], Spot { used, ..spot })))
        }
        "async" | "unsafe" => {
            let at = trees.iter().position(|tree| tree.curly().is_some())?;
            let inner = trees[at].curly()?;
            let line = flat(trees);
            if !block::is_long(inner) && !holds_lines(inner) && spot.fits(&line) {
                return Some(line);
            }
            Some(
                flat(&trees[..at])
                    + " "
                    + &block::block(inner, spot.indent)
                    + &tail(&trees[at + 1..], spot),
            )
        }
        _ => None,
    }
}

/// What follows a block: `?`, `.await`.
fn tail(trees: &[Tree], spot: Spot) -> String {
    if trees.is_empty() {
        String::new()
    } else {
        lay(trees, Spot { used: spot.indent + 1, ..spot })
    }
}

/// `if … { … } else { … }` and loops.
fn branches(trees: &[Tree], spot: Spot) -> String {
    let mut text = String::new();
    let mut start = 0;
    for (at, tree) in trees.iter().enumerate() {
        let Some(inner) = tree.curly() else { continue };
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&flat(&trees[start..at]));
        text.push(' ');
        text.push_str(&block::block(inner, spot.indent));
        start = at + 1;
    }
    text + &tail(&trees[start..], spot)
}

/// `|parameters| body`.
fn closure(trees: &[Tree], spot: Spot) -> Option<String> {
    let first = trees.iter().position(|tree| !tree.is_word("move"))?;
    let body = match &trees[first] {
        Tree::Mark("||") => first + 1,
        Tree::Mark("|") => {
            trees.iter().skip(first + 1).position(|tree| tree.is_mark("|"))? + first + 2
        }
        _ => return None,
    };
    let head = flat(&trees[..body]);
    let head = head.trim_end();
    if let [only] = &trees[body..]
        && let Some(inner) = only.curly()
    {
        return Some(format!("{head} {}", block::block(inner, spot.indent)));
    }
    let used = spot.used + head.len() + 1;
    Some(format!("{head} {}", lay(&trees[body..], Spot { used, ..spot })))
}

/// Where the links of a chain start: `.body(…)`.
fn links(trees: &[Tree]) -> Vec<usize> {
    (1..trees.len()).filter(|index| trees[*index].is_mark(".") && is_call(trees, *index)).collect()
}

/// Whether the link is a call or `.await`, not the access of a field.
fn is_call(trees: &[Tree], at: usize) -> bool {
    trees.get(at + 1).is_some_and(|tree| tree.is_word("await"))
        || trees[at + 1..].iter().take(8).find_map(|tree| match tree {
            Tree::Group(Brackets::Round, _) => Some(true),
            Tree::Word(_) | Tree::Mark("::" | "<" | ">") => None,
            _ => Some(false),
        }) == Some(true)
}

/// A chain is broken at its links where there are several, or where the only one has a table or a call before it.
fn is_worth_breaking(trees: &[Tree], links: &[usize]) -> bool {
    match links {
        [] => false,
        [only] => {
            let (before, link) = trees.split_at(*only);
            let follows_call = matches!(before.last(), Some(Tree::Group(Brackets::Round, _)));
            let is_list =
                matches!(link.last(), Some(Tree::Group(_, inner)) if items(inner).len() > 1);
            (flat(before).len() > 40 && !ends_in_long_list(trees)) || (follows_call && is_list)
        }
        _ => true,
    }
}

fn ends_in_long_list(trees: &[Tree]) -> bool {
    matches!(trees.last(), Some(Tree::Group(_, inner)) if flat(inner).len() > 60)
}

/// A chain, a link per line.
fn chain(trees: &[Tree], links: &[usize], spot: Spot) -> String {
    let inner = spot.indent + 4;
    let first = usize::from(flat(&trees[..links[0]]).len() < 5 && links.len() > 1);
    let mut text = lay(&trees[..links[first]], Spot { after: 0, ..spot });
    // What is called on the end of several lines stands under their start.
    let inner = if text.contains('\n') { spot.indent } else { inner };
    for (index, start) in links.iter().enumerate().skip(first) {
        let end = links.get(index + 1).copied().unwrap_or(trees.len());
        let after = if end == trees.len() { spot.after } else { 0 };
        text.push_str(line_start(inner));
        let part = &trees[*start..end];
        let line = flat(part);
        let place = Spot { indent: inner, used: inner, after };
        text.push_str(&if place.fits(&line) && !holds_lines(part) {
            line
        } else {
            broken(part, place)
        });
    }
    text
}

/// An expression with its last list broken: an item per line, or hugged where it holds one table or one block.
fn broken(trees: &[Tree], spot: Spot) -> String {
    let is_list = |tree: &Tree| matches!(tree, Tree::Group(_, inner) if !inner.is_empty());
    let Some(at) = trees.iter().rposition(is_list) else {
        return flat(trees);
    };
    let Tree::Group(brackets, inner) = &trees[at] else { return flat(trees) };
    let head = flat_head(&trees[..at], *brackets);
    let rest = flat(&trees[at + 1..]);
    let used = spot.used + head.chars().count() + brackets.open().len();
    let after = brackets.close().len() + rest.len() + spot.after;
    let items = items(inner);
    let inner = match items.as_slice() {
        [only] if *brackets == Brackets::Round && is_hugged(only) => {
            lay(only, Spot { indent: spot.indent, used, after })
        }
        [first @ .., last] if *brackets == Brackets::Round && can_overflow(first, last) => {
            let first: String = first.iter().map(|item| flat(item) + ", ").collect();
            let used = used + first.chars().count();
            first + &lay(last, Spot { indent: spot.indent, used, after })
        }
        items
            if *brackets == Brackets::Square
                && items.iter().all(|item| matches!(item, [Tree::Literal(_)])) =>
        {
            let words: Vec<String> = items.iter().map(|item| flat(item)).collect();
            filled(&words, spot.indent + 4) + line_start(spot.indent)
        }
        items => {
            let inner = spot.indent + 4;
            let place = Spot { indent: inner, used: inner, after: 1 };
            let lines: String = items
                .iter()
                .map(|item| [line_start(inner), &labelled(item, place), ","].concat())
                .collect();
            lines + line_start(spot.indent)
        }
    };
    format!("{head}{}{inner}{}{rest}", brackets.open(), brackets.close())
}

/// Words, as many on a line as fit, a comma behind each.
pub fn filled(words: &[String], indent: usize) -> String {
    let mut text = String::new();
    let mut used = WIDTH;
    for word in words {
        let length = word.chars().count() + 1;
        if used + 1 + length > WIDTH {
            text.push_str(line_start(indent));
            used = indent;
        } else {
            text.push(' ');
            used += 1;
        }
        text.extend([word, ","]);
        used += length;
    }
    text
}

/// A field of a literal: a name, a colon, an expression.
fn labelled(trees: &[Tree], spot: Spot) -> String {
    match trees {
        [Tree::Word(name), Tree::Mark(":"), value @ ..] => {
            let used = spot.used + name.len() + 2;
            format!("{name}: {}", lay(value, Spot { used, ..spot }))
        }
        value => lay(value, spot),
    }
}

fn flat_head(trees: &[Tree], brackets: Brackets) -> String {
    let mut head = flat(trees);
    if brackets == Brackets::Curly && !head.is_empty() {
        head.push(' ');
    }
    head
}

/// The items of a list.
pub fn items(trees: &[Tree]) -> Vec<&[Tree]> {
    let trees = without_last_comma(trees);
    let mut items = Vec::new();
    let mut start = 0;
    let mut angles = 0_usize;
    let mut bars = false;
    for (at, tree) in trees.iter().enumerate() {
        match tree {
            Tree::Mark("<") => angles += 1,
            Tree::Mark(">") => angles = angles.saturating_sub(1),
            Tree::Mark("|") => bars = !bars,
            Tree::Mark(",") if angles == 0 && !bars => {
                items.push(&trees[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    if start < trees.len() {
        items.push(&trees[start..]);
    }
    items
}

/// Whether an only argument stays on the line of its call: a table, a literal, a call.
fn is_hugged(trees: &[Tree]) -> bool {
    matches!(trees.last(), Some(Tree::Group(..))) && links(trees).len() < 2
}

/// Whether the last argument may run over the end of the line while the others stay on it: a table or a closure.
fn can_overflow(first: &[&[Tree]], last: &[Tree]) -> bool {
    let is_table = matches!(last, [Tree::Mark("&"), Tree::Group(Brackets::Square, _)]);
    let is_closure = matches!(last.first(), Some(Tree::Mark("|" | "||")))
        && matches!(last.last(), Some(Tree::Group(Brackets::Curly, _)));
    let are_short = first.iter().all(|item| flat(item).len() < 40 && !holds_lines(item));
    (is_table || is_closure) && are_short
}
