//! A union whose type asks for the tag first, and for the payload then: nothing is kept in between.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::reader::{GivenUp, Reader};
use super::record::{Record, Tag};
use crate::shape::build::{Field, Kind, Variant};
use crate::shape::members;

/// A union that is being read, where the tag is known.
pub(super) struct Tagged<'r, 't> {
    reader: &'r mut Reader<'t>,
    /// The name of the tag, and its value.
    on: &'static str,
    tag: &'static str,
    fields: &'static [Field],
    depth: usize,
}

/// The members that travel with the tag.
struct Payload<'r, 't>(Tagged<'r, 't>);

impl<'r, 't> Tagged<'r, 't> {
    /// Looks for the tag in the object that comes next.
    pub(super) fn ahead(
        reader: &'r mut Reader<'t>,
        on: &'static str,
        variants: &'static [Variant],
        depth: usize,
    ) -> Result<Self, GivenUp> {
        let Ok(members::Tag::Text(tag)) = members::Tag::ahead(reader.json, on, depth) else {
            return reader.give_up();
        };
        let Some(variant) = variants.iter().find(|variant| variant.tag() == tag) else {
            return reader.give_up();
        };
        match variant.shape().resolved().kind() {
            Kind::Object(_, fields) => Ok(Self { reader, on, tag: variant.tag(), fields, depth }),
            _ => reader.give_up(),
        }
    }

    /// Reads all members, and the tag as one of them.
    pub(super) fn whole<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, GivenUp> {
        Record::read(self.reader, self.fields, Tag::Shown(self.on), self.depth, visitor)
    }
}

impl<'t> EnumAccess<'t> for Tagged<'_, 't> {
    type Error = GivenUp;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'t>>(self, seed: S) -> Result<(S::Value, Self), GivenUp> {
        let read = seed.deserialize(BorrowedStrDeserializer::new(self.tag));
        self.reader.taken(read).map(|tag| (tag, self))
    }
}

/// All that a tag has is a payload.
impl<'t> VariantAccess<'t> for Tagged<'_, 't> {
    type Error = GivenUp;

    fn newtype_variant_seed<S: DeserializeSeed<'t>>(self, seed: S) -> Result<S::Value, GivenUp> {
        seed.deserialize(Payload(self))
    }

    fn unit_variant(self) -> Result<(), GivenUp> {
        self.reader.give_up()
    }

    fn tuple_variant<V: Visitor<'t>>(self, _: usize, _: V) -> Result<V::Value, GivenUp> {
        self.reader.give_up()
    }

    fn struct_variant<V: Visitor<'t>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, GivenUp> {
        self.reader.give_up()
    }
}

impl<'de> Deserializer<'de> for Payload<'_, 'de> {
    type Error = GivenUp;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, GivenUp> {
        let Tagged { reader, on, fields, depth, .. } = self.0;
        Record::read(reader, fields, Tag::Hidden(on), depth, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
