//! Checks decimals; most of them are amounts of a few digits, which need no arithmetic of decimals.

use rust_decimal::Decimal;

use super::Mode;
use super::leaf::{Report, bounds};
use crate::shape::build::{Bound, Constraints};
use crate::shape::layers::Layers;
use crate::shape::number;

/// Digits that always fit into 64 bits.
const FEW: usize = 18;

/// A decimal of few digits: so many units of a power of ten.
#[derive(Debug, Clone, Copy)]
struct Small {
    units: i64,
    /// Digits behind the point.
    scale: u32,
}

impl Small {
    /// Reads what is written as [`number::decimal`] reads it; `None` for more digits, and for a zero with a sign.
    fn of(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
        let is_negative = digits.len() < text.len();
        let (mut units, mut scale, mut has_point) = (0, 0, false);
        // What is longer than it may be is not looked at to its end.
        for byte in digits.iter().take(FEW) {
            match byte {
                b'0'..=b'9' => units = units * 10 + i64::from(byte - b'0'),
                b'.' if !has_point => has_point = true,
                _ => return None,
            }
            scale += u32::from(has_point);
        }
        let has_digits = digits.first() != Some(&b'.') && digits.last() != Some(&b'.');
        if digits.is_empty() || digits.len() > FEW || !has_digits || is_negative && units == 0 {
            return None;
        }
        let units = if is_negative { -units } else { units };
        Some(Self { units, scale: scale.saturating_sub(1) })
    }

    fn of_bound(bound: Bound) -> Option<Self> {
        match bound {
            Bound::Decimal(text) => Self::of(text),
            Bound::Integer(units) => Some(Self { units, scale: 0 }),
            Bound::Float(_) => None,
        }
    }

    /// Two decimals in units of the same power of ten.
    fn aligned(self, other: Self) -> Option<(i64, i64)> {
        let scale = self.scale.max(other.scale);
        let units = |small: Self| small.units.checked_mul(10_i64.checked_pow(scale - small.scale)?);
        Some((units(self)?, units(other)?))
    }

    /// Whether it certainly satisfies all constraints.
    fn satisfies(self, constraints: &Constraints) -> bool {
        let holds = |bound: Option<Bound>, test: fn(i64, i64) -> bool| {
            let Some(bound) = bound else { return true };
            let pair = Self::of_bound(bound).and_then(|bound| self.aligned(bound));
            pair.is_some_and(|(value, bound)| test(value, bound))
        };
        holds(constraints.minimum, |value, bound| value >= bound)
            && holds(constraints.maximum, |value, bound| value <= bound)
            && holds(constraints.exclusive_minimum, |value, bound| value > bound)
            && holds(constraints.exclusive_maximum, |value, bound| value < bound)
            && holds(constraints.multiple_of, |value, unit| unit > 0 && value % unit == 0)
    }
}

/// Checks a decimal.
pub(super) fn check(layers: Layers<'_>, text: &str, mode: Mode, report: Report<'_>) {
    let small = Small::of(text);
    let satisfies =
        |small: Small| layers.constrained(mode).all(|shape| small.satisfies(shape.constraints()));
    if small.is_some_and(satisfies) {
        return;
    }
    let Some(value) = number::decimal(text) else {
        report("must be a decimal number of at most 28 digits, for example 19.99".to_owned());
        return;
    };
    for shape in layers.constrained(mode) {
        let bound = |bound: Bound| match bound {
            Bound::Decimal(text) => text.parse::<Decimal>().ok(),
            Bound::Integer(value) => Some(Decimal::from(value)),
            Bound::Float(_) => None,
        };
        bounds(shape.constraints(), |limit| Some(value.cmp(&bound(limit)?)), report);
        // What cannot be negative is published with a pattern that has no sign.
        let from_zero =
            shape.constraints().minimum.and_then(bound).is_some_and(|least| least.is_zero());
        if from_zero && value.is_zero() && text.starts_with('-') {
            report("must be at least 0 and have no sign".to_owned());
        }
        let unit = shape.constraints().multiple_of;
        let is_multiple = unit
            .and_then(bound)
            .is_none_or(|unit| value.checked_rem(unit).is_some_and(|rest| rest.is_zero()));
        if let Some(unit) = unit.filter(|_| !is_multiple) {
            report(format!("must be a multiple of {unit}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::Small;
    use crate::shape::build::{Bound, Shape};
    use crate::shape::number;

    proptest! {
        #[test]
        fn what_is_small_is_the_decimal_that_it_is_read_as(text in "-?[0-9]{0,20}\\.?[0-9]{0,20}|[-0-9.e+]{0,6}") {
            if let Some(small) = Small::of(&text) {
                let value = number::decimal(&text).expect("a decimal");
                prop_assert_eq!(value, Decimal::new(small.units, small.scale));
            }
        }

        #[test]
        fn what_satisfies_a_bound_does_so_as_a_decimal(
            text in "-?[0-9]{1,9}(\\.[0-9]{1,9})?",
            units in -1_000_000_000_i64..1_000_000_000,
            scale in 0_u32..9,
        ) {
            let (value, bound) = (number::decimal(&text).expect("a decimal"), Decimal::new(units, scale));
            let Some(small) = Small::of(&text) else { return Ok(()) };
            let written: &'static str = Box::leak(bound.to_string().into_boxed_str());
            let keeps = |shape: Shape| small.satisfies(shape.constraints());
            prop_assert_eq!(keeps(Shape::decimal().minimum_decimal(written)), value >= bound);
            prop_assert_eq!(keeps(Shape::decimal().maximum_decimal(written)), value <= bound);
            prop_assert_eq!(keeps(Shape::decimal().exclusive_minimum_decimal(written)), value > bound);
            prop_assert_eq!(keeps(Shape::decimal().exclusive_maximum_decimal(written)), value < bound);
            if keeps(Shape::decimal().multiple_of_decimal(written)) {
                prop_assert!(value.checked_rem(bound).is_some_and(|rest| rest.is_zero()));
            }
            prop_assert!(Small::of_bound(Bound::Decimal(written)).is_some());
        }
    }
}
