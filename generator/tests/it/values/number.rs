//! Arbitrary numbers within bounds.

use std::ops::RangeInclusive;

use serde_json::{Value, json};
use tiebeam_generator::ir;

use crate::values::Random;

/// An integer that satisfies the constraints.
pub fn integer(
    constraints: &ir::Constraints,
    range: RangeInclusive<i64>,
    random: &mut Random,
) -> Value {
    let whole = |number: &Option<ir::Number>| {
        number.as_ref().and_then(|number| number.0.parse::<i64>().ok())
    };
    let step = whole(&constraints.multiple_of).unwrap_or(1).max(1);
    let least = whole(&constraints.minimum)
        .or(whole(&constraints.exclusive_minimum).map(|bound| bound + 1));
    let greatest = whole(&constraints.maximum)
        .or(whole(&constraints.exclusive_maximum).map(|bound| bound - 1));
    let least =
        least.unwrap_or_else(|| greatest.map_or(-50, |greatest| greatest - 50)).max(*range.start());
    let greatest = greatest.unwrap_or_else(|| least.saturating_add(step * 50)).min(*range.end());
    let (first, end) = (div_up(least, step), greatest.div_euclid(step));
    let offset = random.below(u64::try_from(end - first).expect("the bounds leave room") + 1);
    json!((first + i64::try_from(offset).expect("a small number")) * step)
}

fn div_up(value: i64, step: i64) -> i64 {
    -((-value).div_euclid(step))
}

/// A double that satisfies the constraints.
pub fn float(constraints: &ir::Constraints, random: &mut Random) -> Value {
    // Quarters are exact.
    let (mantissa, scale) = scaled(constraints, random, 4);
    json!(mantissa / scale)
}

/// A decimal that satisfies the constraints, as it travels.
pub fn decimal(constraints: &ir::Constraints, random: &mut Random) -> Value {
    let (mantissa, scale) = scaled(constraints, random, 100);
    json!(format!("{:.2}", mantissa / scale))
}

/// A number of units within the bounds, and how many units make one; a step replaces the unit.
fn scaled(constraints: &ir::Constraints, random: &mut Random, units: u32) -> (f64, f64) {
    let parsed = |number: &Option<ir::Number>| {
        number.as_ref().and_then(|number| number.0.parse::<f64>().ok())
    };
    let scale = parsed(&constraints.multiple_of)
        .map_or(f64::from(units), |step| (1.0 / step).round().max(1.0));
    let open = |bound: f64, sign: f64| bound + sign / scale;
    let least = parsed(&constraints.minimum)
        .or(parsed(&constraints.exclusive_minimum).map(|bound| open(bound, 1.0)));
    let greatest = parsed(&constraints.maximum)
        .or(parsed(&constraints.exclusive_maximum).map(|bound| open(bound, -1.0)));
    let least = least.unwrap_or_else(|| greatest.map_or(-2.0, |greatest| greatest - 2.0));
    let greatest = greatest.unwrap_or(least + 2.0);
    let room = ((greatest - least) * scale).floor().clamp(0.0, 1_000.0);
    let steps = (0..=1_000_u32).take_while(|step| f64::from(*step) <= room).collect::<Vec<_>>();
    let offset = f64::from(*random.pick(&steps));
    ((least * scale).ceil() + offset, scale)
}
