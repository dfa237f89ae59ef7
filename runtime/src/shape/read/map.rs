//! An object with free keys, entry by entry.

use std::borrow::Cow;

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, MapAccess, Visitor};

use super::list::has_right_count;
use super::reader::{GivenUp, Reader};
use super::value::Value;
use crate::shape::build::Shape;
use crate::shape::layers::Layers;
use crate::shape::members::Keys;

/// An object that is being read.
pub(super) struct Map<'r, 't> {
    reader: &'r mut Reader<'t>,
    values: &'static Shape,
    depth: usize,
    keys: Keys<'t>,
    count: usize,
    is_over: bool,
}

impl<'t> Map<'_, 't> {
    /// Reads the object that comes next.
    pub(super) fn read<V: Visitor<'t>>(
        reader: &mut Reader<'t>,
        layers: Layers<'_>,
        values: &'static Shape,
        depth: usize,
        visitor: V,
    ) -> Result<V::Value, GivenUp> {
        let entered = reader.json.enter(depth);
        reader.found(entered)?;
        let keys = Keys::default();
        let mut map = Map { reader, values, depth, keys, count: 0, is_over: false };
        let read = visitor.visit_map(&mut map);
        if map.is_over && has_right_count(layers, map.count) {
            map.reader.taken(read)
        } else {
            map.reader.give_up()
        }
    }
}

impl<'t> MapAccess<'t> for &mut Map<'_, 't> {
    type Error = GivenUp;

    fn next_key_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, GivenUp> {
        let key = self.reader.json.next_key(self.count == 0);
        let Some(key) = self.reader.found(key)? else {
            self.is_over = true;
            return Ok(None);
        };
        if self.keys.contains(&key) {
            return self.reader.give_up();
        }
        self.count += 1;
        let read = match &key {
            Cow::Borrowed(key) => seed.deserialize(BorrowedStrDeserializer::new(key)),
            Cow::Owned(key) => seed.deserialize(StrDeserializer::new(key)),
        };
        self.keys.insert(key);
        self.reader.taken(read).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, GivenUp> {
        seed.deserialize(Value::new(self.reader, self.values, self.depth + 1))
    }
}
