//! The scalar types that generated code uses, under one roof.

mod bytes;
mod duration;

pub use bytes::Bytes;
pub use duration::{Duration, InvalidDuration};

/// A UUID (RFC 9562).
pub use uuid::Uuid;

/// A calendar date, `2026-11-22` on the wire.
pub use jiff::civil::Date;

/// An instant, RFC 3339 on the wire.
pub use jiff::Timestamp;

/// An exact decimal number of up to 28 digits, a string on the wire.
pub use rust_decimal::Decimal;

/// Any JSON value.
pub use serde_json::Value;
