//! Single values: of which type of the language a literal is, and what to say where it is another one.

use crate::diag::Diagnostic;
use crate::diag::codes::link;
use crate::ir::Builtin;
use crate::resolve::at::At;
use crate::resolve::formats;
use crate::resolve::numbers;
use crate::resolve::sink::{Sink, error};
use crate::spec::Literal;

/// Whether a literal is of a type of the language; a finding where it is not.
pub fn check(literal: &Literal, builtin: Builtin, at: At<'_>, sink: &mut Sink) -> bool {
    let finding = match (builtin, literal) {
        (Builtin::Any, _)
        | (Builtin::Boolean, Literal::Bool(_))
        | (Builtin::Float64, Literal::Number(_)) => return true,
        (Builtin::Boolean, other) => mismatch("`true` or `false`", other, at),
        (Builtin::Int32 | Builtin::Int64, Literal::Number(text)) => {
            match check_integer(builtin, text, at) {
                Some(finding) => finding,
                None => return true,
            }
        }
        (Builtin::Int32 | Builtin::Int64, other) => mismatch("a whole number", other, at),
        (Builtin::Float64, other) => mismatch("a number", other, at),
        (_, Literal::String(text)) => match formats::mistake(builtin, text) {
            Some(expected) => error(
                &link::MISMATCHED_LITERAL,
                at,
                format!("expected {expected}, found `{}`", shorten(text)),
            ),
            None => return true,
        },
        (Builtin::Decimal, Literal::Number(text)) => error(
            &link::MISMATCHED_LITERAL,
            at,
            format!("expected a decimal, found the number {text}"),
        )
        .label("a decimal travels as a string, so that it stays exact")
        .help("put it in quotes")
        .replace(format!("\"{text}\"")),
        (_, Literal::Number(text)) => mismatch("a string", literal, at)
            .help("put it in quotes")
            .replace(format!("\"{text}\"")),
        (_, other) => mismatch("a string", other, at),
    };
    sink.report(finding);
    false
}

fn check_integer(builtin: Builtin, text: &str, at: At<'_>) -> Option<Diagnostic> {
    let (name, fits) = match builtin {
        Builtin::Int32 => ("int32", text.parse::<i32>().is_ok()),
        _ => ("int64", text.parse::<i64>().is_ok()),
    };
    if fits {
        return None;
    }
    let message = match numbers::read_whole(text) {
        Some(_) if !text.contains(['.', 'e', 'E']) => {
            format!("{text} is outside the range of `{name}`")
        }
        _ => format!("expected a whole number, found {text}"),
    };
    Some(error(&link::MISMATCHED_LITERAL, at, message))
}

/// A literal of another kind than expected.
pub fn mismatch(expected: &str, found: &Literal, at: At<'_>) -> Diagnostic {
    let found = match found {
        Literal::Null => "null".to_owned(),
        Literal::Bool(flag) => format!("the boolean `{flag}`"),
        Literal::Number(text) => format!("the number {text}"),
        Literal::String(text) => format!("the string `{}`", shorten(text)),
        Literal::List(_) => "a list".to_owned(),
        Literal::Map(_) => "an object".to_owned(),
    };
    error(&link::MISMATCHED_LITERAL, at, format!("expected {expected}, found {found}"))
}

/// A text on one line, of a length that can be read.
pub fn shorten(text: &str) -> String {
    let shown: String = text.chars().take(60).flat_map(char::escape_debug).collect();
    if text.chars().nth(60).is_some() { format!("{shown}…") } else { shown }
}
