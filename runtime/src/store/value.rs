//! Values that travel between business code and SQL.
//!
//! There are as few kinds as both stores have in common. What PostgreSQL knows beyond them travels as text, in the
//! form that JSON uses: a UUID, a time (RFC 3339), a JSON document. So one repository works on either store.

use jiff::Timestamp;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::error::Error;

/// A parameter or the value of a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A truth value; SQLite keeps 0 or 1.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A binary floating point number.
    Real(f64),
    /// A text; also UUIDs, times, decimals and JSON.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// What a value of a column can be read as.
pub trait FromValue: Sized {
    /// Reads it; `None` where the value is of another kind.
    fn from_value(value: &Value) -> Option<Self>;
}

/// Writes the conversions of types that a kind of value holds as they are.
macro_rules! into {
    ($($ty:ty => |$value:ident| $made:expr;)*) => {
        $(
            impl From<$ty> for Value {
                fn from($value: $ty) -> Self {
                    $made
                }
            }
        )*
    };
}

into! {
    bool => |value| Self::Boolean(value);
    i16 => |value| Self::Integer(value.into());
    i32 => |value| Self::Integer(value.into());
    i64 => |value| Self::Integer(value);
    u8 => |value| Self::Integer(value.into());
    u16 => |value| Self::Integer(value.into());
    u32 => |value| Self::Integer(value.into());
    f64 => |value| Self::Real(value);
    &str => |value| Self::Text(value.to_owned());
    String => |value| Self::Text(value);
    &String => |value| Self::Text(value.clone());
    &[u8] => |value| Self::Bytes(value.to_vec());
    Vec<u8> => |value| Self::Bytes(value);
    Uuid => |value| Self::Text(value.to_string());
    Timestamp => |value| Self::Text(value.to_string());
    Decimal => |value| Self::Text(value.to_string());
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Writes the readings of types.
macro_rules! from {
    ($($ty:ty { $($kind:pat => $made:expr,)* })*) => {
        $(
            impl FromValue for $ty {
                fn from_value(value: &Value) -> Option<Self> {
                    match value {
                        $($kind => $made,)*
                        _ => None,
                    }
                }
            }
        )*
    };
}

from! {
    bool {
        Value::Boolean(value) => Some(*value),
        Value::Integer(0) => Some(false),
        Value::Integer(1) => Some(true),
    }
    i64 { Value::Integer(value) => Some(*value), }
    i32 { Value::Integer(value) => (*value).try_into().ok(), }
    u32 { Value::Integer(value) => (*value).try_into().ok(), }
    u64 { Value::Integer(value) => (*value).try_into().ok(), }
    f64 {
        Value::Real(value) => Some(*value),
        // A column of SQLite may keep a whole number as an integer; up to 2^53 nothing is lost.
        Value::Integer(value) => i32::try_from(*value).ok().map(Into::into),
    }
    String { Value::Text(value) => Some(value.clone()), }
    Vec<u8> { Value::Bytes(value) => Some(value.clone()), }
    Uuid { Value::Text(value) => value.parse().ok(), }
    Timestamp { Value::Text(value) => value.parse().ok(), }
    Decimal { Value::Text(value) => value.parse().ok(), }
}

impl FromValue for Value {
    fn from_value(value: &Value) -> Option<Self> {
        Some(value.clone())
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::from_value(value).map(Some),
        }
    }
}

impl Value {
    /// What kind it is, in a word.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean(_) => "a boolean",
            Self::Integer(_) => "an integer",
            Self::Real(_) => "a floating point number",
            Self::Text(_) => "a text",
            Self::Bytes(_) => "bytes",
        }
    }
}

/// A row that a query found.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    columns: std::sync::Arc<[String]>,
    values: Vec<Value>,
}

impl Row {
    /// Rows of one query share the names of their columns.
    #[cfg(any(test, feature = "sqlite", feature = "postgres"))]
    pub(crate) fn new(columns: std::sync::Arc<[String]>, values: Vec<Value>) -> Self {
        Self { columns, values }
    }

    /// The value of a column.
    ///
    /// # Errors
    ///
    /// When there is no column of this name, or its value is of another kind.
    pub fn get<T: FromValue>(&self, column: &str) -> Result<T, Error> {
        let found = self.columns.iter().position(|name| name == column);
        let Some(value) = found.map(|index| &self.values[index]) else {
            let known = self.columns.join(", ");
            return Err(Error::rejected(format!(
                "the row has no column {column}; it has: {known}"
            )));
        };
        T::from_value(value).ok_or_else(|| {
            let kind = value.kind();
            Error::rejected(format!(
                "the column {column} holds {kind}, which cannot be read as {}",
                std::any::type_name::<T>()
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use rust_decimal::Decimal;
    use uuid::Uuid;

    use super::{FromValue, Row, Value};

    fn check<T>(value: T)
    where
        T: FromValue + Into<Value> + Clone + PartialEq + std::fmt::Debug,
    {
        let there: Value = value.clone().into();
        assert_eq!(T::from_value(&there), Some(value.clone()));
        assert_eq!(Option::<T>::from_value(&there), Some(Some(value)));
        assert_eq!(Option::<T>::from_value(&Value::Null), Some(None));
        assert_eq!(T::from_value(&Value::Null), None);
    }

    #[test]
    fn what_goes_in_comes_out() {
        check(true);
        check(-7_i64);
        check(7_i32);
        check(7_u32);
        check(0.5_f64);
        check("a".to_owned());
        check(vec![0_u8, 255]);
        check(Uuid::from_u128(7));
        check(Timestamp::from_second(1_767_225_600).expect("a time"));
        check(Decimal::new(-1050, 2));
    }

    #[test]
    fn a_column_is_asked_for_by_name_and_kind() {
        let row = Row::new(
            ["id".to_owned(), "ok".to_owned()].into(),
            vec![Value::Integer(7), Value::Integer(1)],
        );
        assert_eq!(row.get::<i64>("id"), Ok(7));
        assert_eq!(row.get::<bool>("ok"), Ok(true), "SQLite has no booleans");
        assert_eq!(row.get::<f64>("id"), Ok(7.0));
        assert_eq!(row.get::<Option<i64>>("id"), Ok(Some(7)));
        let absent = row.get::<i64>("number").expect_err("there is no such column").to_string();
        assert_eq!(absent, "the row has no column number; it has: id, ok");
        let other = row.get::<String>("id").expect_err("it is of another kind").to_string();
        assert!(other.starts_with("the column id holds an integer"), "{other}");
        assert!(row.get::<bool>("id").is_err(), "7 is no truth value");
    }
}
