//! Literals: numbers as a person writes them, and default values.

use super::scope::Scope;
use crate::emit::example::json;
use crate::emit::rust::code::{Code, Tree, code, number};
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::{Builtin, Number, Shape, TypeRef, Value};

/// An integer with its thousands set apart: `10_000`.
///
/// # Panics
///
/// When the number is not an integer that Rust can hold, which linking rules out.
pub fn integer(number: &Number) -> Code {
    let value = number.0.parse().unwrap_or_else(|_| whole(&number.0));
    count(value)
}

/// The same for a value.
pub fn count(value: impl Into<i128>) -> Code {
    let value: i128 = value.into();
    let digits = grouped(&value.unsigned_abs().to_string(), '_');
    signed(value < 0, &digits)
}

/// A floating point number: `0.5`.
pub fn float(number: &Number) -> Code {
    let value: f64 = number.0.parse().expect("linking has read every number");
    let text = format!("{value:?}");
    let (is_negative, text) =
        text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
    let text = match text.split_once('.') {
        Some((whole, fraction)) if !text.contains('e') => {
            let fraction: String =
                grouped(&fraction.chars().rev().collect::<String>(), '_').chars().rev().collect();
            format!("{}.{fraction}", grouped(whole, '_'))
        }
        _ => text.to_owned(),
    };
    signed(is_negative, &text)
}

/// Digits in groups of three from the right, where there are more than four.
pub fn grouped(digits: &str, separator: char) -> String {
    if digits.len() < 5 {
        return digits.to_owned();
    }
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// The expression of a default value, as the type of its field has it.
pub fn default_of(scope: &Scope<'_>, file: &mut File, ty: &TypeRef, value: &Value) -> Code {
    plain(scope, file, ty, value).unwrap_or_else(|| {
        let literal = file.uses("tiebeam::literal");
        let json = json(value);
        code!(#literal(#json))
    })
}

/// Whether a value is what its type has by itself: zero, false, nothing.
pub fn is_natural(ty: &TypeRef, value: &Value) -> bool {
    match (ty, value) {
        (TypeRef::Nullable(_), Value::Null) => true,
        (TypeRef::Builtin(Builtin::Boolean), Value::Bool(value)) => !value,
        (TypeRef::Builtin(Builtin::Int32 | Builtin::Int64), Value::Number(number)) => {
            number.0 == "0"
        }
        (TypeRef::Builtin(Builtin::String), Value::String(text)) => text.is_empty(),
        (TypeRef::List(_), Value::List(items)) => items.is_empty(),
        (TypeRef::Map(_), Value::Map(entries)) => entries.is_empty(),
        _ => false,
    }
}

/// The expression a person would write, for what has a literal in Rust.
fn plain(scope: &Scope<'_>, file: &mut File, ty: &TypeRef, value: &Value) -> Option<Code> {
    match (ty, value) {
        (TypeRef::Nullable(_), Value::Null) => Some(code!(None)),
        (TypeRef::Nullable(inner), value) => {
            let value = default_of(scope, file, inner, value);
            Some(code!(Some(#value)))
        }
        (TypeRef::Builtin(builtin), value) => scalar(*builtin, value),
        (TypeRef::List(item), Value::List(values)) => {
            let values: Vec<Code> =
                values.iter().map(|value| default_of(scope, file, item, value)).collect();
            Some(if values.is_empty() { code!(Vec::new()) } else { code!(vec![#(#values),*]) })
        }
        (TypeRef::Named(id), value) => {
            let shape = &scope.platform.ty(id).shape;
            match (shape, value) {
                (Shape::Enum(values), Value::String(text))
                    if values.iter().any(|known| known.value == *text) =>
                {
                    let (path, variant) =
                        (file.uses(&scope.path(id)), name::ident(&name::variant(text)));
                    Some(code!(#path::#variant))
                }
                (Shape::Newtype { is, .. }, value) => {
                    let inner = plain(scope, file, is, value)?;
                    let path = file.uses(&scope.path(id));
                    Some(code!(#path(#inner)))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn scalar(builtin: Builtin, value: &Value) -> Option<Code> {
    match (builtin, value) {
        (Builtin::Boolean, Value::Bool(value)) => Some(code!(#value)),
        (Builtin::Int32 | Builtin::Int64, Value::Number(number)) => Some(integer(number)),
        (Builtin::Float64, Value::Number(number)) => Some(float(number)),
        (Builtin::String | Builtin::Email | Builtin::Uri, Value::String(text)) => {
            Some(if text.is_empty() { code!(String::new()) } else { code!(String::from(#text)) })
        }
        _ => None,
    }
}

/// The integer that a number such as `1e3` or `10.0` is.
fn whole(number: &str) -> i128 {
    let decimal = rust_decimal::Decimal::from_scientific(number).or_else(|_| number.parse());
    let decimal = decimal.expect("linking has checked that every bound of an integer is one");
    decimal
        .normalize()
        .try_into()
        .expect("linking has checked that every bound of an integer is whole")
}

fn signed(is_negative: bool, digits: &str) -> Code {
    let (minus, digits) = (is_negative.then_some(Tree::Mark("-")), number(digits));
    code!(#minus #digits)
}

#[cfg(test)]
mod tests {
    use super::{Number, float, integer};
    use crate::emit::rust::print;

    #[test]
    fn numbers_are_written_as_a_person_would() {
        let number = |text: &str| Number(text.to_owned());
        for (text, expected) in [
            ("5", "5"),
            ("-5", "-5"),
            ("1000", "1000"),
            ("10000", "10_000"),
            ("1e6", "1_000_000"),
            ("10.0", "10"),
        ] {
            assert_eq!(print::line(&integer(&number(text))), expected);
        }
        for (text, expected) in [
            ("0.5", "0.5"),
            ("5", "5.0"),
            ("1e-9", "1e-9"),
            ("123456.789", "123_456.789"),
            ("-0.000125", "-0.000_125"),
        ] {
            assert_eq!(print::line(&float(&number(text))), expected);
        }
    }
}
