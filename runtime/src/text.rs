//! Scalars as plain text, the way they stand in paths, queries and headers.

mod reader;
mod writer;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Why a value and its text do not fit together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct TextError(String);

impl serde::ser::Error for TextError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

impl serde::de::Error for TextError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Writes a scalar.
pub(crate) fn to_text<T: Serialize + ?Sized>(value: &T) -> Result<String, TextError> {
    value.serialize(writer::Writer)
}

/// Reads a scalar.
pub(crate) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, TextError> {
    T::deserialize(reader::Reader(text))
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;
    use serde::{Deserialize, Serialize};

    use super::{from_text, to_text};
    use crate::types::{Bytes, Date, Decimal, Duration, Timestamp, Uuid};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(transparent)]
    struct Id(Uuid);

    fn check<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(text: &str) {
        let value: T = from_text(text).expect("the text is a value");
        assert_eq!(to_text(&value).as_deref(), Ok(text));
    }

    #[test]
    fn scalars_survive_a_round_trip() {
        check::<String>("a b");
        check::<bool>("true");
        check::<i32>("-7");
        check::<i64>("9007199254740993");
        check::<f64>("1.5");
        check::<Decimal>("19.90");
        check::<Id>("0192d3a4-7c6e-7b1a-9f58-2f9e4d1c6b70");
        check::<Date>("2026-11-22");
        check::<Timestamp>("2026-11-22T09:30:00Z");
        check::<Duration>("P3DT12H");
        check::<Bytes>("aGVsbG8=");
        check::<Option<i32>>("7");
    }

    #[test]
    fn what_is_not_a_scalar_has_no_text() {
        assert!(to_text(&[1, 2]).is_err());
        assert!(to_text(&()).is_err());
        assert!(to_text(&Option::<i32>::None).is_err());
        assert!(from_text::<Vec<i32>>("1").is_err());
        assert!(from_text::<i32>("a").is_err());
    }
}
