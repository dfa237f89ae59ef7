//! The typed read, made as strict as JSON Schema, with an eye for what the slow path should see.
//!
//! `serde_yaml` reads `description: 12` as the text `12` because a string was asked for.
//! Here every value is read as what it is, so a number is refused where text is wanted, an optional key may
//! be absent but not empty, a word must be text, and nesting and the number of elements are bounded.

use std::cell::Cell;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor,
};

use super::scalar;
use crate::source::MAX_DEPTH;

/// Whether a document that could be read deserves a second look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// It does not.
    Nothing,
    /// Something in it is no text, or another text, to other readers of YAML.
    Suspicious,
}

/// A deserializer that passes everything on, strictly.
pub struct Strict<'c, D> {
    inner: D,
    watch: Watch<'c>,
}

/// What is counted and seen on the way; passed down by value, shared by reference.
#[derive(Clone, Copy)]
struct Watch<'c> {
    seen: &'c Cell<Seen>,
    /// How many more elements may follow.
    budget: &'c Cell<usize>,
    depth: usize,
}

impl Strict<'_, ()> {
    /// Reads a value from a deserializer.
    ///
    /// `text` is what it reads from; `budget` is the number of elements it may have.
    pub fn read<'de, T, D>(inner: D, text: &str, budget: usize) -> Result<(T, Seen), D::Error>
    where
        T: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        // A tag such as `!!str` never reaches a visitor.
        let tagged = text.as_bytes().windows(2).any(|pair| pair == b"!!" || pair == b"!<");
        let seen = Cell::new(if tagged { Seen::Suspicious } else { Seen::Nothing });
        let budget = Cell::new(budget);
        let watch = Watch { seen: &seen, budget: &budget, depth: 0 };
        let value = T::deserialize(Strict { inner, watch })?;
        Ok((value, seen.get()))
    }
}

impl Watch<'_> {
    /// Counts one element.
    fn count<E: Error>(self) -> Result<(), E> {
        match self.budget.get().checked_sub(1) {
            Some(left) => {
                self.budget.set(left);
                Ok(())
            }
            None => Err(E::custom("too many elements")),
        }
    }

    /// Goes one collection deeper.
    fn deeper<E: Error>(mut self) -> Result<Self, E> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(E::custom("too deep")) } else { Ok(self) }
    }

    fn suspect(self) {
        self.seen.set(Seen::Suspicious);
    }
}

/// Methods that read whatever stands there.
macro_rules! as_it_is {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.deserialize_any(visitor)
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<'_, D> {
    type Error = D::Error;

    as_it_is! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64 deserialize_char
        deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit deserialize_seq
        deserialize_map deserialize_ignored_any deserialize_identifier
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.watch.count()?;
        self.inner.deserialize_any(Watched { visitor, watch: self.watch })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_option(Present(Watched { visitor, watch: self.watch }))
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.deserialize_any(Word(visitor))
    }
}

/// A visitor that passes everything on and keeps watch.
struct Watched<'c, V> {
    visitor: V,
    watch: Watch<'c>,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Watched<'_, V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(formatter)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<V::Value, E> {
        self.visitor.visit_bool(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<V::Value, E> {
        self.visitor.visit_i64(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<V::Value, E> {
        self.visitor.visit_u64(value)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<V::Value, E> {
        self.visitor.visit_i128(value)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<V::Value, E> {
        self.visitor.visit_u128(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        self.visitor.visit_f64(value)
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_unit()
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_unit()
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<V::Value, E> {
        if scalar::ambiguous(value).is_some() {
            self.watch.suspect();
        }
        self.visitor.visit_str(value)
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<V::Value, E> {
        if scalar::ambiguous(value).is_some() {
            self.watch.suspect();
        }
        self.visitor.visit_borrowed_str(value)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_some(Strict { inner, watch: self.watch })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_seq(Items { access, watch: self.watch.deeper()? })
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(Items { access, watch: self.watch.deeper()? })
    }
}

/// A visitor of an optional value, which is absent or there, but never empty.
struct Present<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Present<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(inner)
    }
}

/// A visitor of an enum without data, which is a word.
struct Word<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Word<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<V::Value, E> {
        self.0.visit_enum(StrDeserializer::new(value))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<V::Value, A::Error> {
        Err(Error::custom("a tag is no word"))
    }
}

/// The items of a list or the entries of a mapping.
struct Items<'c, A> {
    access: A,
    watch: Watch<'c>,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<'_, A> {
    type Error = A::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, A::Error> {
        self.access.next_element_seed(Seed { seed, watch: self.watch })
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Items<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        self.access.next_key_seed(KeySeed { seed, watch: self.watch })
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, A::Error> {
        self.access.next_value_seed(Seed { seed, watch: self.watch })
    }
}

/// Reads a value strictly.
struct Seed<'c, T> {
    seed: T,
    watch: Watch<'c>,
}

impl<'de, T: DeserializeSeed<'de>> DeserializeSeed<'de> for Seed<'_, T> {
    type Value = T::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<T::Value, D::Error> {
        self.seed.deserialize(Strict { inner, watch: self.watch })
    }
}

/// Reads a key as the text that stands there: `201` is a name like any other.
struct KeySeed<'c, T> {
    seed: T,
    watch: Watch<'c>,
}

impl<'de, T: DeserializeSeed<'de>> DeserializeSeed<'de> for KeySeed<'_, T> {
    type Value = T::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<T::Value, D::Error> {
        self.watch.count()?;
        self.seed.deserialize(Key { inner, watch: self.watch })
    }
}

/// A deserializer of a key.
struct Key<'c, D> {
    inner: D,
    watch: Watch<'c>,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Key<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_str(KeyText { visitor, watch: self.watch })
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A visitor of a key.
struct KeyText<'c, V> {
    visitor: V,
    watch: Watch<'c>,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for KeyText<'_, V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(formatter)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<V::Value, E> {
        if scalar::is_suspicious_key(value) {
            self.watch.suspect();
        }
        self.visitor.visit_str(value)
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<V::Value, E> {
        if scalar::is_suspicious_key(value) {
            self.watch.suspect();
        }
        self.visitor.visit_borrowed_str(value)
    }
}
