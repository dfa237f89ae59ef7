//! Constraints as JSON Schema keywords.
//!
//! A decimal is a string on the wire, where `minimum` and its kin have no meaning: its bounds are told
//! by extensions (`x-minimum`), and by the pattern as far as a readable pattern goes: a bound of zero
//! and a number of fraction digits.

use serde_json::Value;

use crate::emit::openapi::json;
use crate::ir;

/// What constraints apply to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text, also with a format.
    Text,
    /// A decimal number in a string.
    Decimal,
    /// A JSON number.
    Number,
    /// A list.
    List,
    /// An object with free keys.
    Map,
    /// Anything else.
    Other,
}

/// What the constraints of a use of a type apply to.
pub fn kind(platform: &ir::Platform, ty: &ir::TypeRef) -> Kind {
    use ir::Builtin as B;
    match ty {
        ir::TypeRef::Builtin(B::Decimal) => Kind::Decimal,
        ir::TypeRef::Builtin(B::Int32 | B::Int64 | B::Float64) => Kind::Number,
        ir::TypeRef::Builtin(B::Boolean | B::Any) | ir::TypeRef::Patch(_) => Kind::Other,
        ir::TypeRef::Builtin(_) => Kind::Text,
        ir::TypeRef::List(_) => Kind::List,
        ir::TypeRef::Map(_) => Kind::Map,
        ir::TypeRef::Nullable(inner) => kind(platform, inner),
        ir::TypeRef::Named(id) => match &platform.ty(id).shape {
            ir::Shape::Newtype { is, .. } => kind(platform, is),
            ir::Shape::Enum(_) => Kind::Text,
            ir::Shape::Union { .. } | ir::Shape::Record { .. } => Kind::Other,
        },
    }
}

/// The keywords that say what the constraints say.
pub fn keywords(constraints: &ir::Constraints, kind: Kind) -> Vec<(&'static str, Value)> {
    let is_decimal = kind == Kind::Decimal;
    let (min_items, max_items) = match kind {
        Kind::Map => ("minProperties", "maxProperties"),
        _ => ("minItems", "maxItems"),
    };
    let named = |plain, decimal| if is_decimal { decimal } else { plain };
    let numbers = [
        (named("minimum", "x-minimum"), &constraints.minimum),
        (named("maximum", "x-maximum"), &constraints.maximum),
        (named("exclusiveMinimum", "x-exclusiveMinimum"), &constraints.exclusive_minimum),
        (named("exclusiveMaximum", "x-exclusiveMaximum"), &constraints.exclusive_maximum),
        (named("multipleOf", "x-multipleOf"), &constraints.multiple_of),
    ];
    let counts = [
        ("minLength", constraints.min_length),
        ("maxLength", constraints.max_length),
        (min_items, constraints.min_items),
        (max_items, constraints.max_items),
    ];
    let numbers = numbers.into_iter().filter_map(|(keyword, number)| {
        number.as_ref().map(|number| (keyword, Value::Number(json::json_number(number))))
    });
    let counts = counts
        .into_iter()
        .filter_map(|(keyword, count)| count.map(|count| (keyword, count.into())));
    let pattern = match &constraints.pattern {
        Some(pattern) => Some(pattern.clone()),
        None => is_decimal
            .then(|| decimal_pattern(constraints))
            .filter(|pattern| pattern != ANY_DECIMAL),
    };
    let pattern = pattern.map(|pattern| ("pattern", pattern.into()));
    let unique = constraints.unique_items.then(|| ("uniqueItems", true.into()));
    numbers.chain(counts).chain(pattern).chain(unique).collect()
}

/// How any decimal is written.
pub const ANY_DECIMAL: &str = r"^-?[0-9]+(\.[0-9]+)?$";

fn decimal_pattern(constraints: &ir::Constraints) -> String {
    let is_zero = |number: &Option<ir::Number>| {
        number
            .as_ref()
            .is_some_and(|number| number.0.parse::<f64>().is_ok_and(|value| value == 0.0))
    };
    let is_unsigned = is_zero(&constraints.minimum) || is_zero(&constraints.exclusive_minimum);
    let sign = if is_unsigned { "" } else { "-?" };
    let fraction = match constraints.multiple_of.as_ref().and_then(fraction_digits) {
        Some(0) => r"(\.0+)?".to_owned(),
        Some(digits) => format!(r"(\.[0-9]{{1,{digits}}}0*)?"),
        None => r"(\.[0-9]+)?".to_owned(),
    };
    format!("^{sign}[0-9]+{fraction}$")
}

/// The fraction digits that multiples of a power of ten can have: 2 for `0.01`.
fn fraction_digits(step: &ir::Number) -> Option<usize> {
    match step.0.split_once('.') {
        None => (step.0 == "1").then_some(0),
        Some((whole, fraction)) => {
            let zeros = fraction.strip_suffix('1')?;
            let is_power = whole.bytes().chain(zeros.bytes()).all(|digit| digit == b'0');
            is_power.then_some(fraction.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> ir::Number {
        ir::Number(text.into())
    }

    fn check(constraints: &ir::Constraints, kind: Kind, expected: &str) {
        let keywords: serde_json::Map<String, Value> = keywords(constraints, kind)
            .into_iter()
            .map(|(keyword, value)| (keyword.to_owned(), value))
            .collect();
        assert_eq!(Value::Object(keywords).to_string(), expected);
    }

    #[test]
    fn numbers_are_bounded_by_numbers() {
        let constraints = ir::Constraints {
            exclusive_minimum: Some(number("0")),
            maximum: Some(number("10.5")),
            multiple_of: Some(number("0.5")),
            ..Default::default()
        };
        check(
            &constraints,
            Kind::Number,
            r#"{"maximum":10.5,"exclusiveMinimum":0,"multipleOf":0.5}"#,
        );
    }

    #[test]
    fn lists_count_items_and_maps_count_properties() {
        let constraints =
            ir::Constraints { min_items: Some(1), unique_items: true, ..Default::default() };
        check(&constraints, Kind::List, r#"{"minItems":1,"uniqueItems":true}"#);
        let constraints = ir::Constraints { max_items: Some(9), ..Default::default() };
        check(&constraints, Kind::Map, r#"{"maxProperties":9}"#);
    }

    #[test]
    fn decimals_are_bounded_by_extensions_and_where_it_is_readable_by_the_pattern() {
        let constraints = ir::Constraints {
            minimum: Some(number("0")),
            multiple_of: Some(number("0.01")),
            ..Default::default()
        };
        let expected =
            r#"{"x-minimum":0,"x-multipleOf":0.01,"pattern":"^[0-9]+(\\.[0-9]{1,2}0*)?$"}"#;
        check(&constraints, Kind::Decimal, expected);
        let constraints = ir::Constraints { maximum: Some(number("100")), ..Default::default() };
        check(&constraints, Kind::Decimal, r#"{"x-maximum":100}"#);
    }
}
