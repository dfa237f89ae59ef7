//! How things are said to customers.

use jiff::tz::TimeZone;
use retail_models::common::Money;
use retail_models::order::OrderLine;
use tiebeam::types::{Date, Timestamp};

/// An amount with its currency, `49.90 EUR`.
pub fn money(money: &Money) -> String {
    format!("{:.2} {}", money.amount.0, money.currency)
}

/// What an order is about: its first line, and how many others there are.
pub fn headline(lines: &[OrderLine]) -> String {
    match lines {
        [] => String::new(),
        [line] => format!("{} × {}", line.quantity, line.name),
        [line, others @ ..] => {
            format!("{} × {} and {} more", line.quantity, line.name, others.len())
        }
    }
}

/// The day on which something happened.
pub fn day(instant: Timestamp) -> Date {
    instant.to_zoned(TimeZone::UTC).date()
}
