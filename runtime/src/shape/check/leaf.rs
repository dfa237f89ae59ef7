//! Checks scalars: strings with their formats, numbers with their bounds, parameters.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::{Mode, decimal, suggest};
use crate::shape::build::{Bound, Constraints, Kind, Shape};
use crate::shape::format;
use crate::shape::json::{Json, Next};
use crate::shape::layers::Layers;
use crate::shape::number::{self, Exact, Whole};

/// Takes one sentence; answers whether more are wanted.
pub(super) type Report<'r> = &'r mut dyn FnMut(String) -> bool;

/// What the comparison with a bound must come to.
type Test = fn(Ordering) -> bool;

/// Whether values of this kind are JSON strings.
pub(super) fn is_text(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::String
            | Kind::Decimal
            | Kind::Date
            | Kind::Timestamp
            | Kind::Duration
            | Kind::Uuid
            | Kind::Email
            | Kind::Uri
            | Kind::Bytes
            | Kind::Enumeration(..)
    )
}

/// What is expected, in words that follow "must be ".
pub(super) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Boolean => "true or false",
        Kind::Int32 | Kind::Int64 => "an integer",
        Kind::Float64 => "a number",
        Kind::Decimal => "a decimal number in a string",
        Kind::List(_) => "an array",
        Kind::Map(_) | Kind::Page(_) | Kind::Object(..) | Kind::Union(..) => "an object",
        _ => "a string",
    }
}

/// What was found, in words that follow "not ".
pub(super) fn next_name(next: Next) -> &'static str {
    match next {
        Next::Null => "null",
        Next::Boolean => "a boolean",
        Next::Number => "a number",
        Next::String => "a string",
        Next::Array => "an array",
        Next::Object => "an object",
    }
}

/// Checks the value of a string.
pub(super) fn text(layers: Layers<'_>, text: &str, mode: Mode, report: Report<'_>) {
    let wrong = match layers.kind() {
        Kind::Decimal => return decimal::check(layers, text, mode, report),
        Kind::Enumeration(_, names) => {
            let is_known = mode != Mode::Closed || names.contains(&text);
            if !is_known {
                report(suggest::unknown_name(text, names.iter().copied()));
            }
            None
        }
        Kind::Date => format::date(text),
        Kind::Timestamp => format::timestamp(text),
        Kind::Duration => format::duration(text),
        Kind::Uuid => format::uuid(text),
        Kind::Email => format::email(text),
        Kind::Uri => format::uri(text),
        Kind::Bytes => format::bytes(text),
        _ => None,
    };
    if let Some(expected) = wrong {
        report(format!("must be {expected}"));
    }
    for shape in layers.constrained(mode) {
        length_and_pattern(shape.constraints(), text, report);
    }
}

/// Whether a closed walk finds nothing wrong with the value of a string.
pub(in crate::shape) fn passes_text(layers: Layers<'_>, value: &str) -> bool {
    let mut passes = is_text(layers.kind());
    if passes {
        text(layers, value, Mode::Closed, &mut |_| {
            passes = false;
            false
        });
    }
    passes
}

/// Whether a closed walk finds nothing wrong with a number, nor respells it.
pub(in crate::shape) fn passes_number(layers: Layers<'_>, text: &str) -> bool {
    let mut passes = true;
    let respelled = number(layers, text, Mode::Closed, &mut |_| {
        passes = false;
        false
    });
    passes && respelled.is_none()
}

fn length_and_pattern(constraints: &Constraints, text: &str, report: Report<'_>) {
    // A code point has one byte to four: counting is needed only where that does not tell.
    let is_short = |least: usize| text.len() / 4 < least && text.chars().count() < least;
    let least = constraints.min_length.filter(|least| is_short(*least));
    if let Some(least) = least {
        report(format!("must have at least {}", suggest::counted(least, "character")));
    }
    // A text of few bytes has few code points: counting is needed only beyond that.
    let most =
        constraints.max_length.filter(|most| text.len() > *most && text.chars().count() > *most);
    if let Some(most) = most {
        report(format!("must have at most {}", suggest::counted(most, "character")));
    }
    if let Some(pattern) = constraints.pattern.filter(|pattern| !pattern.matches(text)) {
        report(format!("must match {}", pattern.text()));
    }
}

/// Checks a number; answers how serde wants it written where that differs.
pub(super) fn number(
    layers: Layers<'_>,
    text: &str,
    mode: Mode,
    report: Report<'_>,
) -> Option<String> {
    if let Kind::Float64 = layers.kind() {
        float(layers, text, mode, report);
        return None;
    }
    let (least, most) = match layers.kind() {
        Kind::Int32 => (i64::from(i32::MIN), i64::from(i32::MAX)),
        _ => (i64::MIN, i64::MAX),
    };
    let value = match number::whole(text) {
        Whole::Integer(value) if (least..=most).contains(&value) => value,
        Whole::Integer(_) | Whole::TooLarge => {
            report(format!("must be between {least} and {most}"));
            return None;
        }
        Whole::Fraction => {
            report("must be an integer".to_owned());
            return None;
        }
    };
    for shape in layers.constrained(mode) {
        let bound = |bound: Bound| match bound {
            Bound::Integer(value) => Some(value),
            Bound::Float(_) | Bound::Decimal(_) => None,
        };
        bounds(shape.constraints(), |limit| Some(value.cmp(&bound(limit)?)), report);
        let unit = shape.constraints().multiple_of;
        let is_multiple = unit
            .and_then(bound)
            .is_none_or(|unit| value.checked_rem(unit).is_none_or(|rest| rest == 0));
        if let Some(unit) = unit.filter(|_| !is_multiple) {
            report(format!("must be a multiple of {unit}"));
        }
    }
    let is_plain = text != "-0" && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    (!is_plain).then(|| value.to_string())
}

fn float(layers: Layers<'_>, text: &str, mode: Mode, report: Report<'_>) {
    let Some(value) = text.parse().ok().filter(|value: &f64| value.is_finite()) else {
        report("is a number out of range".to_owned());
        return;
    };
    for shape in layers.constrained(mode) {
        bounds(shape.constraints(), |limit| value.partial_cmp(&as_float(limit)?), report);
        if let Some(unit) = shape.constraints().multiple_of {
            let written = unit.to_string();
            let exact = Exact::of(text).is_multiple_of(&Exact::of(&written));
            let is_multiple =
                exact.unwrap_or_else(|| as_float(unit).is_none_or(|unit| value % unit == 0.0));
            if !is_multiple {
                report(format!("must be a multiple of {unit}"));
            }
        }
    }
}

fn as_float(bound: Bound) -> Option<f64> {
    match bound {
        Bound::Float(value) => Some(value),
        Bound::Integer(_) | Bound::Decimal(_) => bound.to_string().parse().ok(),
    }
}

/// Compares a value with each bound that is set.
pub(super) fn bounds(
    constraints: &Constraints,
    compare: impl Fn(Bound) -> Option<Ordering>,
    report: Report<'_>,
) {
    let limits: [(_, Test, _); 4] = [
        (constraints.minimum, Ordering::is_ge, "at least"),
        (constraints.maximum, Ordering::is_le, "at most"),
        (constraints.exclusive_minimum, Ordering::is_gt, "greater than"),
        (constraints.exclusive_maximum, Ordering::is_lt, "less than"),
    ];
    for (limit, is_fine, words) in limits {
        if let Some(limit) =
            limit.filter(|limit| compare(*limit).is_some_and(|order| !is_fine(order)))
        {
            report(format!("must be {words} {limit}"));
        }
    }
}

/// Checks the text of a path, query or header parameter; answers it as the type behind it reads it.
pub(crate) fn check_text<'t>(shape: &Shape, value: &'t str, report: Report<'_>) -> Cow<'t, str> {
    scalar(Layers::of(shape), value, report)
}

fn scalar<'t>(layers: Layers<'_>, value: &'t str, report: Report<'_>) -> Cow<'t, str> {
    match layers.kind() {
        Kind::Boolean if matches!(value, "true" | "false") => {}
        Kind::Int32 | Kind::Int64 | Kind::Float64 if is_number(value) => {
            return number(layers, value, Mode::Closed, report)
                .map_or(Cow::Borrowed(value), Cow::Owned);
        }
        kind @ (Kind::Boolean | Kind::Int32 | Kind::Int64 | Kind::Float64) => {
            report(format!("must be {}", kind_name(kind)));
        }
        _ => text(layers, value, Mode::Closed, report),
    }
    Cow::Borrowed(value)
}

fn is_number(text: &str) -> bool {
    let mut json = Json::new(text);
    json.peek() == Ok(Next::Number) && json.number() == Ok(text)
}
