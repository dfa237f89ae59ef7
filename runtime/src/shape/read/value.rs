//! One value of the text, and the shape that it must have.

use std::borrow::Cow;

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{Deserializer, IgnoredAny, Visitor};

use super::list::List;
use super::map::Map;
use super::reader::{GivenUp, Reader};
use super::record::{Record, Tag};
use super::tagged::Tagged;
use crate::shape::build::{Kind, Shape};
use crate::shape::check;
use crate::shape::json::Next;
use crate::shape::layers::Layers;
use crate::union;

/// A value that comes next.
pub(super) struct Value<'r, 't, 's> {
    reader: &'r mut Reader<'t>,
    layers: Layers<'s>,
    depth: usize,
}

impl<'r, 't, 's> Value<'r, 't, 's> {
    #[inline]
    pub(super) fn new(reader: &'r mut Reader<'t>, shape: &'s Shape, depth: usize) -> Self {
        Self { reader, layers: Layers::of(shape), depth }
    }

    fn next(&mut self) -> Result<Next, GivenUp> {
        let next = self.reader.json.peek();
        self.reader.found(next)
    }

    /// Whether `null` comes next, and may.
    fn is_null(&mut self) -> Result<bool, GivenUp> {
        let may_be = self.layers.is_nullable() || matches!(self.layers.kind(), Kind::Any);
        match self.next()? {
            Next::Null if may_be => {
                let null = self.reader.json.null();
                self.reader.found(null).map(|()| true)
            }
            Next::Null => self.reader.give_up(),
            _ => Ok(false),
        }
    }

    fn boolean<V: Visitor<'t>>(mut self, visitor: V) -> Result<V::Value, GivenUp> {
        if self.next()? != Next::Boolean || !matches!(self.layers.kind(), Kind::Boolean) {
            return self.reader.give_up();
        }
        let value = self.reader.json.boolean();
        let value = self.reader.found(value)?;
        let read = visitor.visit_bool(value);
        self.reader.taken(read)
    }

    fn number<V: Visitor<'t>>(mut self, visitor: V) -> Result<V::Value, GivenUp> {
        let is_whole = match self.layers.kind() {
            Kind::Int32 | Kind::Int64 => true,
            Kind::Float64 => false,
            _ => return self.reader.give_up(),
        };
        if self.next()? != Next::Number {
            return self.reader.give_up();
        }
        let text = self.reader.json.number();
        let text = self.reader.found(text)?;
        if !check::passes_number(self.layers, text) {
            return self.reader.give_up();
        }
        let read = match text.parse::<i64>() {
            Ok(value) if is_whole => match u64::try_from(value) {
                Ok(value) => visitor.visit_u64(value),
                Err(_) => visitor.visit_i64(value),
            },
            _ if is_whole => Err(GivenUp),
            _ => foreign(text, visitor),
        };
        self.reader.taken(read)
    }

    /// The next string, which must be as the shape says.
    fn text(&mut self) -> Result<Cow<'t, str>, GivenUp> {
        if self.next()? != Next::String {
            return self.reader.give_up();
        }
        let text = self.reader.json.string();
        let text = self.reader.found(text)?;
        if check::passes_text(self.layers, &text) { Ok(text) } else { self.reader.give_up() }
    }

    fn string<V: Visitor<'t>>(mut self, visitor: V) -> Result<V::Value, GivenUp> {
        let read = match self.text()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_str(&text),
        };
        self.reader.taken(read)
    }

    fn list<V: Visitor<'t>>(mut self, visitor: V) -> Result<V::Value, GivenUp> {
        match self.layers.kind() {
            Kind::List(items) if self.next()? == Next::Array => {
                List::read(self.reader, self.layers, items, self.depth, visitor)
            }
            _ => self.reader.give_up(),
        }
    }

    fn object<V: Visitor<'t>>(mut self, visitor: V) -> Result<V::Value, GivenUp> {
        if self.next()? != Next::Object {
            return self.reader.give_up();
        }
        let Self { reader, layers, depth } = self;
        match layers.kind() {
            Kind::Object(_, fields) => Record::read(reader, fields, Tag::None, depth, visitor),
            Kind::Map(values) => Map::read(reader, layers, values, depth, visitor),
            Kind::Union(_, tag, variants) => {
                Tagged::ahead(reader, tag, variants, depth)?.whole(visitor)
            }
            _ => reader.give_up(),
        }
    }

    /// A union whose type reads the tag first.
    fn tagged<V: Visitor<'t>>(mut self, visitor: V) -> Result<V::Value, GivenUp> {
        match self.layers.kind() {
            Kind::Union(_, tag, variants) if self.next()? == Next::Object => {
                visitor.visit_enum(Tagged::ahead(self.reader, tag, variants, self.depth)?)
            }
            _ => self.reader.give_up(),
        }
    }

    /// A value of any kind, as `serde_json` reads it.
    fn any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, GivenUp> {
        let Self { reader, depth, .. } = self;
        let from = reader.json.offset();
        if !check::take_any(&mut reader.json, depth) {
            return reader.give_up();
        }
        let text = reader.json.slice(from, reader.json.end());
        reader.taken(foreign(text, visitor))
    }
}

/// What no type behind a shape asks.
impl<'t> Value<'_, 't, '_> {
    fn unknown<V: Visitor<'t>>(self, _: V) -> Result<V::Value, GivenUp> {
        self.reader.give_up()
    }
}

/// Lets `serde_json` read a text.
fn foreign<'t, V: Visitor<'t>>(text: &'t str, visitor: V) -> Result<V::Value, GivenUp> {
    serde_json::Deserializer::from_str(text).deserialize_any(visitor).map_err(|_| GivenUp)
}

/// Forwards what is asked to the method for what the shape must say then.
macro_rules! asked {
    ($($asked:ident $(($($argument:ty),+))? => $read:ident;)*) => {$(
        fn $asked<V: Visitor<'t>>(
            self,
            $($(_: $argument,)+)?
            visitor: V,
        ) -> Result<V::Value, GivenUp> {
            self.$read(visitor)
        }
    )*};
}

/// Does what a type asks as `serde_json` does it, and nothing that no type behind a shape asks.
impl<'t> Deserializer<'t> for Value<'_, 't, '_> {
    type Error = GivenUp;

    asked! {
        deserialize_bool => boolean;
        deserialize_i8 => number;
        deserialize_i16 => number;
        deserialize_i32 => number;
        deserialize_i64 => number;
        deserialize_u8 => number;
        deserialize_u16 => number;
        deserialize_u32 => number;
        deserialize_u64 => number;
        deserialize_f64 => number;
        deserialize_char => string;
        deserialize_str => string;
        deserialize_string => string;
        deserialize_identifier => string;
        deserialize_seq => list;
        deserialize_map => object;
        deserialize_struct(&'static str, &'static [&'static str]) => object;
    }

    fn deserialize_any<V: Visitor<'t>>(mut self, visitor: V) -> Result<V::Value, GivenUp> {
        match self.layers.kind() {
            Kind::Any => self.any(visitor),
            _ if self.is_null()? => {
                let read = visitor.visit_unit();
                self.reader.taken(read)
            }
            Kind::Boolean => self.boolean(visitor),
            Kind::Int32 | Kind::Int64 | Kind::Float64 => self.number(visitor),
            Kind::List(_) => self.list(visitor),
            Kind::Map(_) | Kind::Object(..) | Kind::Union(..) => self.object(visitor),
            _ => self.string(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'t>>(mut self, visitor: V) -> Result<V::Value, GivenUp> {
        if !self.is_null()? {
            return visitor.visit_some(self);
        }
        let read = visitor.visit_none();
        self.reader.taken(read)
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, GivenUp> {
        if name == union::TAGGED {
            self.tagged(visitor)
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    fn deserialize_enum<V: Visitor<'t>>(
        mut self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, GivenUp> {
        let read = match self.text()? {
            Cow::Borrowed(text) => visitor.visit_enum(BorrowedStrDeserializer::new(text)),
            Cow::Owned(text) => visitor.visit_enum(StrDeserializer::new(&text)),
        };
        self.reader.taken(read)
    }

    /// What a type does not want is checked all the same.
    fn deserialize_ignored_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, GivenUp> {
        self.deserialize_any(IgnoredAny)?;
        visitor.visit_unit()
    }

    asked! {
        deserialize_i128 => unknown;
        deserialize_u128 => unknown;
        deserialize_f32 => unknown;
        deserialize_bytes => unknown;
        deserialize_byte_buf => unknown;
        deserialize_unit => unknown;
        deserialize_unit_struct(&'static str) => unknown;
        deserialize_tuple(usize) => unknown;
        deserialize_tuple_struct(&'static str, usize) => unknown;
    }
}
