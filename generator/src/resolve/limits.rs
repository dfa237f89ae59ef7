//! Constraints of single values: whether a literal of the right type is within its limits.

use crate::diag::Part;
use crate::diag::codes::link;
use crate::ir::{Builtin, Constraints, Number};
use crate::resolve::at::At;
use crate::resolve::numbers;
use crate::resolve::patterns::Patterns;
use crate::resolve::scalars::shorten;
use crate::resolve::sink::{Sink, error};
use crate::resolve::table::Base;
use crate::spec::Literal;

/// Checks a literal of the right type against the constraints of its use.
pub fn check(
    patterns: &Patterns,
    literal: &Literal,
    base: Base<'_>,
    constraints: &Constraints,
    at: At<'_>,
    sink: &mut Sink,
) {
    let items_allowed = (constraints.min_items, constraints.max_items);
    match (base, literal) {
        (Base::Builtin(Builtin::Decimal), Literal::String(text))
        | (Base::Builtin(_), Literal::Number(text)) => {
            check_bounds(text, constraints, at, sink);
        }
        (Base::Builtin(_), Literal::String(text)) => {
            check_text(patterns, text, constraints, at, sink);
        }
        (Base::List, Literal::List(items)) => {
            check_size((items.len(), "item", "items"), items_allowed, at, sink);
            if constraints.unique_items {
                check_unique(items, at, sink);
            }
        }
        (Base::Map, Literal::Map(map)) => {
            check_size((map.0.len(), "entry", "entries"), items_allowed, at, sink);
        }
        _ => {}
    }
}

fn check_text(
    patterns: &Patterns,
    text: &str,
    constraints: &Constraints,
    at: At<'_>,
    sink: &mut Sink,
) {
    let length = text.chars().count();
    let allowed = (constraints.min_length, constraints.max_length);
    check_size((length, "character", "characters"), allowed, at, sink);
    let Some(pattern) = &constraints.pattern else { return };
    if let Ok(expression) = patterns.get(pattern)
        && !expression.is_match(text)
    {
        let finding = error(
            &link::VIOLATED_CONSTRAINT,
            at,
            format!("`{}` does not match the pattern", shorten(text)),
        );
        sink.report(finding.label(format!("must match `{pattern}`")));
    }
}

fn check_bounds(text: &str, constraints: &Constraints, at: At<'_>, sink: &mut Sink) {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let bounds: [(&Option<Number>, &str, &[std::cmp::Ordering]); 4] = [
        (&constraints.minimum, "at least", &[Equal, Greater]),
        (&constraints.maximum, "at most", &[Equal, Less]),
        (&constraints.exclusive_minimum, "greater than", &[Greater]),
        (&constraints.exclusive_maximum, "less than", &[Less]),
    ];
    for (bound, words, right) in bounds {
        let Some(Number(bound)) = bound else { continue };
        if !right.contains(&numbers::compare(text, bound)) {
            sink.report(error(
                &link::VIOLATED_CONSTRAINT,
                at,
                format!("expected {words} {bound}, found {text}"),
            ));
        }
    }
    if let Some(Number(of)) = &constraints.multiple_of
        && !numbers::is_multiple(text, of)
    {
        sink.report(error(
            &link::VIOLATED_CONSTRAINT,
            at,
            format!("expected a multiple of {of}, found {text}"),
        ));
    }
}

/// A size is given with the word for one and for many of what is counted.
fn check_size(
    (size, one, many): (usize, &str, &str),
    (least, greatest): (Option<u64>, Option<u64>),
    at: At<'_>,
    sink: &mut Sink,
) {
    let size = size as u64;
    let (bound, words) = match (least, greatest) {
        (Some(least), _) if size < least => (least, "at least"),
        (_, Some(greatest)) if size > greatest => (greatest, "at most"),
        _ => return,
    };
    let noun = if bound == 1 { one } else { many };
    let message = format!("expected {words} {bound} {noun}, found {size}");
    sink.report(error(&link::VIOLATED_CONSTRAINT, at, message));
}

fn check_unique(items: &[Literal], at: At<'_>, sink: &mut Sink) {
    for (index, item) in items.iter().enumerate().take(1_000) {
        if let Some(first) = items[..index].iter().position(|earlier| earlier == item) {
            let finding = error(
                &link::VIOLATED_CONSTRAINT,
                at.item(index),
                "the items of this list must differ",
            )
            .label("repeats an earlier item")
            .related(&at.item(first).place(), Part::Value, "the same item");
            sink.report(finding);
            return;
        }
    }
}
