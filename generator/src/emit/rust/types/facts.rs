//! What constraints, examples and defaults say, in words.

use super::literal::grouped;
use crate::emit::example::json;
use crate::ir::{Classification, Constraints, Field, Number, TypeRef, Value};

/// What a list or a map counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    Items,
    Entries,
}

/// What a field's documentation says after its description: one sentence each.
pub fn of_field(field: &Field) -> Vec<String> {
    let counted = match super::type_ref::without_null(&field.ty).0 {
        TypeRef::Map(_) => Counted::Entries,
        _ => Counted::Items,
    };
    let mut facts = of_constraints(&field.constraints, counted);
    facts.extend(
        field.default.as_ref().map(|default| format!("{} when absent.", code(&shown(default)))),
    );
    facts.extend(examples(&field.examples));
    facts.extend(of_classification(field.classification));
    facts
}

/// What constraints ask.
pub fn of_constraints(constraints: &Constraints, counted: Counted) -> Vec<String> {
    let items = match counted {
        Counted::Items => ["item", "items"],
        Counted::Entries => ["entry", "entries"],
    };
    let mut facts = Vec::new();
    facts.extend(counts(
        constraints.min_length,
        constraints.max_length,
        ["character", "characters"],
    ));
    facts.extend(constraints.pattern.as_ref().map(|pattern| format!("Matches {}.", code(pattern))));
    facts.extend(bounds(constraints));
    facts.extend(
        constraints.multiple_of.as_ref().map(|step| format!("A multiple of {}.", number(step))),
    );
    facts.extend(counts(constraints.min_items, constraints.max_items, items));
    if constraints.unique_items {
        facts.push(String::from("No item comes twice."));
    }
    facts
}

/// An example, where there is one that fits a line.
pub fn examples(examples: &[Value]) -> Vec<String> {
    let is_short = |value: &&Value| !matches!(value, Value::List(_) | Value::Map(_) | Value::Null);
    let first = examples
        .iter()
        .find(is_short)
        .map(shown)
        .filter(|text| text.len() <= 60 && !text.is_empty());
    first.map(|text| format!("For example {}.", code(&text))).into_iter().collect()
}

/// How a sensitive value is treated.
pub fn of_classification(classification: Classification) -> Option<String> {
    let kind = match classification {
        Classification::Public | Classification::Internal => return None,
        Classification::Personal => "Personal data",
        Classification::Payment => "Payment data",
        Classification::Secret => "A secret",
    };
    Some(format!("{kind}; redacted in logs."))
}

fn counts(least: Option<u64>, greatest: Option<u64>, [one, many]: [&str; 2]) -> Option<String> {
    let noun = |count: u64| if count == 1 { one } else { many };
    let text = |count: u64| grouped(&count.to_string(), ' ');
    Some(match (least.filter(|least| *least > 0), greatest) {
        (None, None) => return None,
        (Some(least), None) => format!("At least {} {}.", text(least), noun(least)),
        (None, Some(greatest)) => format!("At most {} {}.", text(greatest), noun(greatest)),
        (Some(least), Some(greatest)) if least == greatest => {
            format!("Exactly {} {}.", text(least), noun(least))
        }
        (Some(least), Some(greatest)) => {
            format!("{} to {} {}.", text(least), text(greatest), noun(greatest))
        }
    })
}

fn bounds(constraints: &Constraints) -> Option<String> {
    if let (Some(least), Some(greatest)) = (&constraints.minimum, &constraints.maximum) {
        return Some(format!("{} to {}.", number(least), number(greatest)));
    }
    let parts = [
        ("at least", &constraints.minimum),
        ("greater than", &constraints.exclusive_minimum),
        ("at most", &constraints.maximum),
        ("less than", &constraints.exclusive_maximum),
    ];
    let parts = parts
        .iter()
        .filter_map(|(words, bound)| Some(format!("{words} {}", number(bound.as_ref()?))));
    let text = parts.collect::<Vec<_>>().join(" and ");
    let first = text.chars().next()?;
    Some(format!("{}{}.", first.to_uppercase(), &text[first.len_utf8()..]))
}

/// A number with its thousands set apart by spaces.
fn number(number: &Number) -> String {
    let (sign, digits) =
        number.0.strip_prefix('-').map_or(("", number.0.as_str()), |rest| ("-", rest));
    if !digits.bytes().all(|letter| letter.is_ascii_digit() || letter == b'.') {
        return number.0.clone();
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}", grouped(whole, ' '))
}

/// A value as a reader would name it: a string without quotes.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) if !text.is_empty() => text.clone(),
        other => json(other),
    }
}

/// Text as code in Markdown, whatever backticks it holds.
pub fn code(text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::{Counted, of_constraints};
    use crate::ir::{Constraints, Number};

    #[test]
    fn constraints_are_said_in_words() {
        let number = |text: &str| Some(Number(text.to_owned()));
        let cases = [
            (
                Constraints {
                    min_length: Some(1),
                    max_length: Some(500),
                    ..Constraints::default()
                },
                "1 to 500 characters.",
            ),
            (Constraints { max_length: Some(1), ..Constraints::default() }, "At most 1 character."),
            (
                Constraints { min_length: Some(3), max_length: Some(3), ..Constraints::default() },
                "Exactly 3 characters.",
            ),
            (
                Constraints {
                    minimum: number("1"),
                    maximum: number("10000"),
                    ..Constraints::default()
                },
                "1 to 10 000.",
            ),
            (
                Constraints {
                    exclusive_minimum: number("0"),
                    maximum: number("0.5"),
                    ..Constraints::default()
                },
                "Greater than 0 and at most 0.5.",
            ),
            (
                Constraints { minimum: number("-1234567"), ..Constraints::default() },
                "At least -1 234 567.",
            ),
            (
                Constraints { min_items: Some(1), unique_items: true, ..Constraints::default() },
                "At least 1 item. No item comes twice.",
            ),
            (
                Constraints { pattern: Some(String::from("^a`b$")), ..Constraints::default() },
                "Matches ``^a`b$``.",
            ),
        ];
        for (constraints, expected) in cases {
            assert_eq!(of_constraints(&constraints, Counted::Items).join(" "), expected);
        }
    }
}
