//! Writes scalars as text.

use serde::Serialize;
use serde::ser::{Error, Impossible, Serializer};

use super::TextError;

/// Writes one scalar.
pub(super) struct Writer;

fn not_a_scalar<T>() -> Result<T, TextError> {
    Err(TextError::custom("only a scalar can be written as text"))
}

/// Writes the methods for values that display as JSON would show them.
macro_rules! displayed {
    ($($name:ident $ty:ty),*) => {
        $(fn $name(self, value: $ty) -> Result<String, TextError> {
            Ok(value.to_string())
        })*
    };
}

impl Serializer for Writer {
    type Ok = String;
    type Error = TextError;
    type SerializeSeq = Impossible<String, TextError>;
    type SerializeTuple = Impossible<String, TextError>;
    type SerializeTupleStruct = Impossible<String, TextError>;
    type SerializeTupleVariant = Impossible<String, TextError>;
    type SerializeMap = Impossible<String, TextError>;
    type SerializeStruct = Impossible<String, TextError>;
    type SerializeStructVariant = Impossible<String, TextError>;

    displayed!(
        serialize_bool bool, serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64,
        serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64, serialize_char char,
        serialize_str &str
    );

    fn serialize_f32(self, value: f32) -> Result<String, TextError> {
        self.serialize_f64(f64::from(value))
    }

    fn serialize_f64(self, value: f64) -> Result<String, TextError> {
        if value.is_finite() {
            Ok(value.to_string())
        } else {
            Err(TextError::custom("not a finite number"))
        }
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<String, TextError> {
        not_a_scalar()
    }

    fn serialize_none(self) -> Result<String, TextError> {
        not_a_scalar()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<String, TextError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<String, TextError> {
        not_a_scalar()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<String, TextError> {
        not_a_scalar()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<String, TextError> {
        Ok(variant.to_owned())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<String, TextError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<String, TextError> {
        not_a_scalar()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, TextError> {
        not_a_scalar()
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, TextError> {
        not_a_scalar()
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, TextError> {
        not_a_scalar()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, TextError> {
        not_a_scalar()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, TextError> {
        not_a_scalar()
    }

    fn serialize_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStruct, TextError> {
        not_a_scalar()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, TextError> {
        not_a_scalar()
    }
}
