//! Numbers as specs write them: compared exactly where they fit a decimal, as doubles where they do not.

use std::cmp::Ordering;
use std::str::FromStr;

use rust_decimal::Decimal;

/// A number that was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// Exact.
    Exact(Decimal),
    /// Outside what a decimal holds.
    Double(f64),
}

/// Reads `10`, `-0.5` or `1e9`.
pub fn read(text: &str) -> Option<Amount> {
    let exact = if text.contains(['e', 'E']) {
        Decimal::from_scientific(text)
    } else {
        Decimal::from_str_exact(text)
    };
    match exact {
        Ok(exact) => Some(Amount::Exact(exact)),
        Err(_) => f64::from_str(text).ok().filter(|double| double.is_finite()).map(Amount::Double),
    }
}

/// Reads a number that is whole.
pub fn read_whole(text: &str) -> Option<i128> {
    match read(text)? {
        Amount::Exact(exact) if exact.is_integer() => i128::try_from(exact).ok(),
        _ => None,
    }
}

/// Compares two numbers; texts that are no numbers are equal to everything.
pub fn compare(left: &str, right: &str) -> Ordering {
    match (read(left), read(right)) {
        (Some(Amount::Exact(left)), Some(Amount::Exact(right))) => left.cmp(&right),
        (Some(left), Some(right)) => left.double().total_cmp(&right.double()),
        _ => Ordering::Equal,
    }
}

/// Whether a number is a multiple of another; what cannot be divided exactly is taken as one.
pub fn is_multiple(text: &str, of: &str) -> bool {
    match (read(text), read(of)) {
        (Some(Amount::Exact(amount)), Some(Amount::Exact(of))) => {
            amount.checked_rem(of).is_none_or(|rest| rest.is_zero())
        }
        _ => true,
    }
}

/// Whether a text is a decimal as it travels: digits, and a fraction after a point.
pub fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all_digits(whole) && all_digits(fraction) && Decimal::from_str_exact(text).is_ok()
}

impl Amount {
    fn double(self) -> f64 {
        match self {
            Self::Exact(exact) => f64::try_from(exact).unwrap_or(f64::NAN),
            Self::Double(double) => double,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_by_value() {
        assert_eq!(compare("1e3", "999.5"), Ordering::Greater);
        assert_eq!(compare("-1e300", "0"), Ordering::Less);
        assert_eq!(compare("1.10", "1.1"), Ordering::Equal);
    }

    #[test]
    fn multiples_are_exact() {
        assert!(is_multiple("0.3", "0.1") && !is_multiple("0.35", "0.1"));
        assert!(is_multiple("1e300", "7"));
    }

    #[test]
    fn decimals_have_digits_on_both_sides() {
        assert!(is_decimal("-12.50") && is_decimal("0"));
        assert!(
            !is_decimal("1e3")
                && !is_decimal(".5")
                && !is_decimal("1.")
                && !is_decimal("+1")
                && !is_decimal("")
        );
        assert!(!is_decimal("1234567890123456789012345678901"));
    }

    #[test]
    fn whole_numbers_may_be_written_with_a_fraction_of_zero() {
        assert_eq!(read_whole("10.0"), Some(10));
        assert_eq!(read_whole("10.5"), None);
    }
}
