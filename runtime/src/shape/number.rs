//! Exact arithmetic on numbers as JSON writes them.

use std::borrow::Cow;

use rust_decimal::Decimal;

/// What a number is, seen as an integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whole {
    /// An integer that 64 bits hold.
    Integer(i64),
    /// An integer that 64 bits do not hold.
    TooLarge,
    /// Not an integer.
    Fraction,
}

/// A number as significant digits and a power of ten: `-12.50e1` is `-`, `125`, `0`.
///
/// Two numbers are equal exactly when their forms are: no leading or trailing zeros, zero is no digits at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Exact<'t> {
    is_negative: bool,
    digits: Cow<'t, str>,
    exponent: i64,
}

impl<'t> Exact<'t> {
    /// Takes a number apart; the text must be a JSON number.
    pub(crate) fn of(text: &'t str) -> Self {
        let (is_negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = match rest.find(['e', 'E']) {
            Some(at) => (&rest[..at], saturating(&rest[at + 1..])),
            None => (rest, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: Cow<'t, str> = if fraction.is_empty() {
            Cow::Borrowed(whole)
        } else {
            Cow::Owned(format!("{whole}{fraction}"))
        };
        let digits = trimmed(digits, |digits| digits.trim_start_matches('0'));
        let length = digits.len();
        let digits = trimmed(digits, |digits| digits.trim_end_matches('0'));
        if digits.is_empty() {
            return Self { is_negative: false, digits: Cow::Borrowed(""), exponent: 0 };
        }
        let dropped = as_signed(length - digits.len());
        let exponent = exponent.saturating_sub(as_signed(fraction.len())).saturating_add(dropped);
        Self { is_negative, digits, exponent }
    }

    /// Sees the number as an integer.
    pub(crate) fn whole(&self) -> Whole {
        if self.digits.is_empty() {
            return Whole::Integer(0);
        }
        if self.exponent < 0 {
            return Whole::Fraction;
        }
        let zeros = usize::try_from(self.exponent).unwrap_or(usize::MAX);
        if self.digits.len().saturating_add(zeros) > 19 {
            return Whole::TooLarge;
        }
        let sign = if self.is_negative { "-" } else { "" };
        match format!("{sign}{}{}", self.digits, "0".repeat(zeros)).parse() {
            Ok(value) => Whole::Integer(value),
            Err(_) => Whole::TooLarge,
        }
    }

    /// Text that is the same for equal numbers.
    pub(crate) fn canonical(&self) -> String {
        let sign = if self.is_negative { "-" } else { "" };
        if self.digits.is_empty() {
            "0".to_owned()
        } else {
            format!("{sign}{}e{}", self.digits, self.exponent)
        }
    }

    /// Tells whether this is a multiple of another, `None` where 38 digits do not suffice to tell.
    pub(crate) fn is_multiple_of(&self, unit: &Exact<'_>) -> Option<bool> {
        if self.digits.is_empty() {
            return Some(true);
        }
        let smallest = self.exponent.min(unit.exponent);
        let value = self.scaled(smallest)?;
        let unit = unit.scaled(smallest)?;
        (unit != 0).then(|| value % unit == 0)
    }

    fn scaled(&self, smallest: i64) -> Option<i128> {
        let power = u32::try_from(self.exponent.checked_sub(smallest)?).ok()?;
        self.digits.parse::<i128>().ok()?.checked_mul(10i128.checked_pow(power)?)
    }
}

/// Reads a JSON number as an integer; the plain forms take the short way.
pub(crate) fn whole(text: &str) -> Whole {
    match text.parse() {
        Ok(value) => Whole::Integer(value),
        Err(_) => Exact::of(text).whole(),
    }
}

/// Reads `-?[0-9]+(\.[0-9]+)?` of at most 28 digits.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let count = digits.len() - usize::from(digits.contains('.'));
    if !is_number(whole) || !is_number(fraction) || count > 28 {
        return None;
    }
    text.parse().ok()
}

fn trimmed(digits: Cow<'_, str>, trim: impl Fn(&str) -> &str) -> Cow<'_, str> {
    match digits {
        Cow::Borrowed(digits) => Cow::Borrowed(trim(digits)),
        Cow::Owned(digits) => Cow::Owned(trim(&digits).to_owned()),
    }
}

/// An exponent; one that 64 bits do not hold is as good as the greatest.
fn saturating(text: &str) -> i64 {
    let digits = text.strip_prefix('+').unwrap_or(text);
    digits.parse().unwrap_or(if digits.starts_with('-') { i64::MIN } else { i64::MAX })
}

fn as_signed(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Exact, Whole, decimal, whole};

    #[test]
    fn numbers_are_seen_as_integers_whatever_their_notation() {
        for (text, expected) in [
            ("0", Whole::Integer(0)),
            ("-0", Whole::Integer(0)),
            ("1.0", Whole::Integer(1)),
            ("1e2", Whole::Integer(100)),
            ("1.50e1", Whole::Integer(15)),
            ("100e-2", Whole::Integer(1)),
            ("1.5", Whole::Fraction),
            ("1e-1", Whole::Fraction),
            ("0e999999999999999999999", Whole::Integer(0)),
            ("1e999999999999999999999", Whole::TooLarge),
            ("1e-999999999999999999999", Whole::Fraction),
            ("9223372036854775807", Whole::Integer(i64::MAX)),
            ("-9223372036854775808.0", Whole::Integer(i64::MIN)),
            ("9223372036854775808", Whole::TooLarge),
            ("123456789012345678901234567890", Whole::TooLarge),
        ] {
            assert_eq!(whole(text), expected, "{text}");
        }
    }

    #[test]
    fn multiples_are_exact() {
        for (value, unit, expected) in [
            ("0.3", "0.1", Some(true)),
            ("0.35", "0.1", Some(false)),
            ("19.99", "0.01", Some(true)),
            ("1e3", "10", Some(true)),
            ("0", "7", Some(true)),
            ("1e99", "0.01", None),
        ] {
            assert_eq!(
                Exact::of(value).is_multiple_of(&Exact::of(unit)),
                expected,
                "{value} of {unit}"
            );
        }
    }

    #[test]
    fn decimals_have_one_notation_and_28_digits() {
        for (text, is_decimal) in [
            ("0", true),
            ("-1.50", true),
            ("1234567890123456789012345678", true),
            ("12345678901234567890123456789", false),
            ("007", true),
            (".5", false),
            ("5.", false),
            ("1e3", false),
            ("+1", false),
            ("", false),
            ("-", false),
        ] {
            assert_eq!(decimal(text).is_some(), is_decimal, "{text}");
        }
    }
}
