//! An object with the fields of a record, member by member.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, MapAccess, Visitor};

use super::reader::{GivenUp, Reader};
use super::value::Value;
use crate::shape::build::{Field, Shape};
use crate::shape::members;

/// What the tag of a union is read as.
static TAG: Shape = Shape::string();

/// Fields that are told apart by a bit each; a record with more is left to the walk.
const MOST_FIELDS: usize = 64;

/// The tag that stands among the members of a record.
#[derive(Clone, Copy)]
pub(super) enum Tag {
    /// None: the record is no member of a union.
    None,
    /// The type reads it as any other member.
    Shown(&'static str),
    /// It was read before, and the type knows it.
    Hidden(&'static str),
}

/// An object that is being read.
pub(super) struct Record<'r, 't> {
    reader: &'r mut Reader<'t>,
    fields: &'static [Field],
    tag: Tag,
    depth: usize,
    /// The field that follows the last one.
    expected: usize,
    /// A bit for each field that was there.
    seen: u64,
    has_tag: bool,
    is_first: bool,
    is_over: bool,
    /// What the next value must look like.
    next: &'static Shape,
}

impl<'t> Record<'_, 't> {
    /// Reads the object that comes next.
    pub(super) fn read<V: Visitor<'t>>(
        reader: &mut Reader<'t>,
        fields: &'static [Field],
        tag: Tag,
        depth: usize,
        visitor: V,
    ) -> Result<V::Value, GivenUp> {
        let entered = reader.json.enter(depth);
        reader.found(entered)?;
        if fields.len() > MOST_FIELDS {
            return reader.give_up();
        }
        let mut record = Record {
            reader,
            fields,
            tag,
            depth,
            expected: 0,
            seen: 0,
            has_tag: false,
            is_first: true,
            is_over: false,
            next: &TAG,
        };
        let read = visitor.visit_map(&mut record);
        if record.is_over { record.reader.taken(read) } else { record.reader.give_up() }
    }

    /// Reads the next key; answers its name, which must be known, unless the object is over.
    ///
    /// Most texts have all fields in the order of the shape: what they need is inlined, the rest is not.
    #[inline]
    fn next_name(&mut self) -> Result<Option<&'static str>, GivenUp> {
        let next = self.fields.get(self.expected).filter(|field| field.is_plain());
        match next {
            Some(field) if self.reader.json.take_key(field.name(), self.is_first) => {
                self.enter_field(self.expected, field).map(Some)
            }
            _ => self.search_name(),
        }
    }

    #[inline(never)]
    fn search_name(&mut self) -> Result<Option<&'static str>, GivenUp> {
        loop {
            let json = &mut self.reader.json;
            let taken = members::take_field(json, self.fields, self.expected, self.is_first);
            if let Some(index) = taken {
                return self.enter_field(index, &self.fields[index]).map(Some);
            }
            let key = json.next_key(self.is_first);
            let Some(key) = self.reader.found(key)? else { return self.leave() };
            if let Some(index) = members::position(self.fields, &key, self.expected) {
                return self.enter_field(index, &self.fields[index]).map(Some);
            }
            self.is_first = false;
            match self.tag {
                Tag::Shown(tag) if tag == key && !self.has_tag => {
                    self.has_tag = true;
                    self.next = &TAG;
                    return Ok(Some(tag));
                }
                Tag::Hidden(tag) if tag == key && !self.has_tag => {
                    self.has_tag = true;
                    let skipped = self.reader.json.skip(self.depth + 1);
                    self.reader.found(skipped)?;
                }
                _ => return self.reader.give_up(),
            }
        }
    }

    #[inline]
    fn enter_field(
        &mut self,
        index: usize,
        field: &'static Field,
    ) -> Result<&'static str, GivenUp> {
        let is_tag = match self.tag {
            Tag::None => false,
            Tag::Shown(tag) | Tag::Hidden(tag) => tag == field.name(),
        };
        let bit = 1 << index;
        if is_tag || self.seen & bit != 0 {
            return self.reader.give_up();
        }
        self.is_first = false;
        self.seen |= bit;
        self.expected = index + 1;
        self.next = field.shape();
        Ok(field.name())
    }

    /// Leaves the object; what must be in it must have been.
    fn leave<T>(&mut self) -> Result<Option<T>, GivenUp> {
        self.is_over = true;
        let mut fields = self.fields.iter().enumerate();
        if fields.all(|(index, field)| field.is_optional() || self.seen & (1 << index) != 0) {
            Ok(None)
        } else {
            self.reader.give_up()
        }
    }
}

impl<'t> MapAccess<'t> for &mut Record<'_, 't> {
    type Error = GivenUp;

    fn next_key_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, GivenUp> {
        match self.next_name()? {
            Some(name) => {
                let read = seed.deserialize(BorrowedStrDeserializer::new(name));
                self.reader.taken(read).map(Some)
            }
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, GivenUp> {
        seed.deserialize(Value::new(self.reader, self.next, self.depth + 1))
    }
}
