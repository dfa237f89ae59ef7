//! Constraints: read as numbers when a type is linked, judged against the type once all types are known.

use std::cmp::Ordering;

use crate::diag::codes::link;
use crate::diag::{Code, Diagnostic, Part};
use crate::ir::{Builtin, Constraints, Number, TypeRef};
use crate::resolve::at::At;
use crate::resolve::numbers;
use crate::resolve::patterns::Patterns;
use crate::resolve::sink::{Sink, error};
use crate::resolve::table::{Base, Table};
use crate::spec::{FieldLong, Literal, TypeDef};

/// Constraints as written, on a field or on a newtype.
#[derive(Clone, Copy, Default)]
pub struct Written<'a> {
    min_length: Option<u64>,
    max_length: Option<u64>,
    pattern: Option<&'a String>,
    minimum: Option<&'a Literal>,
    maximum: Option<&'a Literal>,
    exclusive_minimum: Option<&'a Literal>,
    exclusive_maximum: Option<&'a Literal>,
    multiple_of: Option<&'a Literal>,
    min_items: Option<u64>,
    max_items: Option<u64>,
    unique_items: Option<bool>,
}

macro_rules! written {
    ($spec:expr) => {
        Written {
            min_length: $spec.min_length,
            max_length: $spec.max_length,
            pattern: $spec.pattern.as_ref(),
            minimum: $spec.minimum.as_ref(),
            maximum: $spec.maximum.as_ref(),
            exclusive_minimum: $spec.exclusive_minimum.as_ref(),
            exclusive_maximum: $spec.exclusive_maximum.as_ref(),
            multiple_of: $spec.multiple_of.as_ref(),
            min_items: $spec.min_items,
            max_items: $spec.max_items,
            unique_items: $spec.unique_items,
        }
    };
}

impl<'a> Written<'a> {
    /// The constraints of a field.
    pub fn of_field(field: &'a FieldLong) -> Self {
        written!(field)
    }

    /// The constraints of a type.
    pub fn of_type(def: &'a TypeDef) -> Self {
        written!(def)
    }

    /// The keys that are written.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        let keys = [
            ("minLength", self.min_length.is_some()),
            ("maxLength", self.max_length.is_some()),
            ("pattern", self.pattern.is_some()),
            ("minimum", self.minimum.is_some()),
            ("maximum", self.maximum.is_some()),
            ("exclusiveMinimum", self.exclusive_minimum.is_some()),
            ("exclusiveMaximum", self.exclusive_maximum.is_some()),
            ("multipleOf", self.multiple_of.is_some()),
            ("minItems", self.min_items.is_some()),
            ("maxItems", self.max_items.is_some()),
            ("uniqueItems", self.unique_items.is_some()),
        ];
        keys.into_iter().filter(|(_, written)| *written).map(|(key, _)| key)
    }
}

/// Reads constraints.
pub fn link(written: &Written<'_>, at: At<'_>, sink: &mut Sink) -> Constraints {
    let mut number = |key: &str, literal: Option<&Literal>| {
        literal.and_then(|literal| number(literal, at.key(key), sink))
    };
    Constraints {
        min_length: written.min_length,
        max_length: written.max_length,
        pattern: written.pattern.cloned(),
        minimum: number("minimum", written.minimum),
        maximum: number("maximum", written.maximum),
        exclusive_minimum: number("exclusiveMinimum", written.exclusive_minimum),
        exclusive_maximum: number("exclusiveMaximum", written.exclusive_maximum),
        multiple_of: number("multipleOf", written.multiple_of),
        min_items: written.min_items,
        max_items: written.max_items,
        unique_items: written.unique_items.unwrap_or_default(),
    }
}

/// A bound: a number, or a decimal in a string so that it stays exact.
fn number(literal: &Literal, at: At<'_>, sink: &mut Sink) -> Option<Number> {
    let text = match literal {
        Literal::Number(text) => Some(text),
        Literal::String(text) if numbers::is_decimal(text) => Some(text),
        _ => None,
    };
    if let Some(text) = text.filter(|text| numbers::read(text).is_some()) {
        return Some(Number(text.clone()));
    }
    sink.report(error(&link::MALFORMED_CONSTRAINT, at, "expected a number").label("not a number"));
    None
}

/// Judges constraints against the type they are written on, and against each other.
pub fn check(
    table: &Table,
    patterns: &Patterns,
    written: &Written<'_>,
    linked: (&TypeRef, &Constraints),
    at: At<'_>,
    sink: &mut Sink,
) {
    if written.keys().next().is_none() {
        return;
    }
    let (ty, constraints) = linked;
    let Some(base) = table.base(ty) else { return };
    let before = sink.findings.len();
    for key in written.keys() {
        if !applies(key, base) {
            let finding = error(
                &link::MISAPPLIED_CONSTRAINT,
                at.key(key),
                format!("`{key}` does not apply to {}", base.noun()),
            )
            .at(Part::Key)
            .label(format!("applies to {}", subject(key)));
            sink.report(finding.help(format!("remove `{key}`, or change the type")));
        }
    }
    if sink.findings.len() > before {
        return;
    }
    if let Some(pattern) = &constraints.pattern
        && let Err(why) = patterns.get(pattern)
    {
        let message = "the pattern cannot be used";
        let finding = error(&link::MALFORMED_PATTERN, at.key("pattern"), message).label(why);
        sink.report(finding.help(
            "patterns are ECMA-262 without look-around and back-references, which could run for ever",
        ));
    }
    if let Base::Builtin(builtin) = base {
        check_numbers(builtin, constraints, at, sink);
    }
    if sink.findings.len() == before {
        check_contradictions(base, constraints, at, sink);
    }
}

fn applies(key: &str, base: Base<'_>) -> bool {
    match key {
        "minLength" | "maxLength" | "pattern" => {
            matches!(base, Base::Builtin(Builtin::String | Builtin::Email | Builtin::Uri))
        }
        "minItems" | "maxItems" => matches!(base, Base::List | Base::Map),
        "uniqueItems" => matches!(base, Base::List),
        _ => matches!(
            base,
            Base::Builtin(Builtin::Int32 | Builtin::Int64 | Builtin::Float64 | Builtin::Decimal)
        ),
    }
}

fn subject(key: &str) -> &'static str {
    match key {
        "minLength" | "maxLength" | "pattern" => "`string`, `email` and `uri`",
        "minItems" | "maxItems" => "lists and maps",
        "uniqueItems" => "lists",
        _ => "`int32`, `int64`, `float64` and `decimal`",
    }
}

fn bounds(constraints: &Constraints) -> [(&'static str, Option<&Number>); 5] {
    [
        ("minimum", constraints.minimum.as_ref()),
        ("maximum", constraints.maximum.as_ref()),
        ("exclusiveMinimum", constraints.exclusive_minimum.as_ref()),
        ("exclusiveMaximum", constraints.exclusive_maximum.as_ref()),
        ("multipleOf", constraints.multiple_of.as_ref()),
    ]
}

/// Bounds that are no values of the type.
fn check_numbers(builtin: Builtin, constraints: &Constraints, at: At<'_>, sink: &mut Sink) {
    for (key, Number(text)) in
        bounds(constraints).into_iter().filter_map(|(key, bound)| Some((key, bound?)))
    {
        let problem = match builtin {
            Builtin::Int32 | Builtin::Int64 => out_of_integers(builtin, text),
            Builtin::Decimal if !matches!(numbers::read(text), Some(numbers::Amount::Exact(_))) => {
                Some("does not fit a decimal of 28 digits".to_owned())
            }
            _ => None,
        };
        let at = at.key(key);
        if let Some(problem) = problem {
            sink.report(error(
                &link::MALFORMED_CONSTRAINT,
                at,
                format!("`{key}: {text}` {problem}"),
            ));
        } else if key == "multipleOf" && numbers::compare(text, "0") != Ordering::Greater {
            let finding = error(
                &link::MALFORMED_CONSTRAINT,
                at,
                format!("`multipleOf` must be greater than 0, found {text}"),
            );
            sink.report(finding);
        }
    }
}

fn out_of_integers(builtin: Builtin, text: &str) -> Option<String> {
    let (name, least, greatest) = match builtin {
        Builtin::Int32 => ("int32", i128::from(i32::MIN), i128::from(i32::MAX)),
        _ => ("int64", i128::from(i64::MIN), i128::from(i64::MAX)),
    };
    match numbers::read_whole(text) {
        None if matches!(numbers::read(text), Some(numbers::Amount::Exact(_))) => {
            Some(format!("is not a whole number, which every `{name}` is"))
        }
        Some(whole) if (least..=greatest).contains(&whole) => None,
        _ => Some(format!("is outside the range of `{name}`, {least} to {greatest}")),
    }
}

/// Constraints that no value can satisfy.
fn check_contradictions(base: Base<'_>, constraints: &Constraints, at: At<'_>, sink: &mut Sink) {
    let sizes = [
        ("minLength", constraints.min_length, "maxLength", constraints.max_length),
        ("minItems", constraints.min_items, "maxItems", constraints.max_items),
    ];
    for (least_key, least, greatest_key, greatest) in sizes {
        if let (Some(least), Some(greatest)) = (least, greatest)
            && least > greatest
        {
            sink.report(contradiction(
                at,
                (least_key, &least.to_string()),
                (greatest_key, &greatest.to_string()),
            ));
        }
    }
    for (low_key, low) in
        [("minimum", &constraints.minimum), ("exclusiveMinimum", &constraints.exclusive_minimum)]
    {
        for (high_key, high) in [
            ("maximum", &constraints.maximum),
            ("exclusiveMaximum", &constraints.exclusive_maximum),
        ] {
            let (Some(Number(low)), Some(Number(high))) = (low, high) else { continue };
            let empty = match numbers::compare(low, high) {
                Ordering::Greater => true,
                Ordering::Equal => low_key != "minimum" || high_key != "maximum",
                Ordering::Less => false,
            };
            if empty {
                sink.report(contradiction(at, (low_key, low), (high_key, high)));
                return;
            }
        }
    }
    if matches!(base, Base::Builtin(Builtin::Int32 | Builtin::Int64)) {
        check_gap(constraints, at, sink);
    }
}

/// Whether bounds of whole numbers leave one between them.
fn check_gap(constraints: &Constraints, at: At<'_>, sink: &mut Sink) {
    let whole = |number: &Option<Number>| {
        number.as_ref().and_then(|Number(text)| numbers::read_whole(text))
    };
    let least = whole(&constraints.minimum)
        .into_iter()
        .chain(whole(&constraints.exclusive_minimum).map(|low| low + 1))
        .max();
    let greatest = whole(&constraints.maximum)
        .into_iter()
        .chain(whole(&constraints.exclusive_maximum).map(|high| high - 1))
        .min();
    let (Some(least), Some(greatest)) = (least, greatest) else { return };
    let step = whole(&constraints.multiple_of).unwrap_or(1).max(1);
    let first = least + (step - least.rem_euclid(step)) % step;
    if first > greatest {
        let finding: Diagnostic =
            error(&link::CONTRADICTORY_CONSTRAINTS, at, "no whole number satisfies these bounds");
        sink.report(finding.help("widen the bounds"));
    }
}

fn contradiction(at: At<'_>, low: (&str, &str), high: (&str, &str)) -> Diagnostic {
    let code: &'static Code = &link::CONTRADICTORY_CONSTRAINTS;
    let message = format!("no value satisfies `{}: {}` and `{}: {}`", low.0, low.1, high.0, high.1);
    error(code, at.key(low.0), message)
        .related(&at.key(high.0).place(), Part::Value, "the other bound")
        .help("swap or widen the bounds")
}
