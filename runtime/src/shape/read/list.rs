//! An array, item by item.

use serde::de::{DeserializeSeed, SeqAccess, Visitor};

use super::reader::{GivenUp, Reader};
use super::value::Value;
use crate::shape::build::Shape;
use crate::shape::check::Mode;
use crate::shape::layers::Layers;
use crate::shape::unique;

/// An array that is being read.
pub(super) struct List<'r, 't> {
    reader: &'r mut Reader<'t>,
    items: &'static Shape,
    depth: usize,
    count: usize,
    is_over: bool,
    /// The items as they are written, where they must differ.
    texts: Option<Vec<&'t str>>,
}

impl<'t> List<'_, 't> {
    /// Reads the array that comes next.
    pub(super) fn read<V: Visitor<'t>>(
        reader: &mut Reader<'t>,
        layers: Layers<'_>,
        items: &'static Shape,
        depth: usize,
        visitor: V,
    ) -> Result<V::Value, GivenUp> {
        let entered = reader.json.enter(depth);
        reader.found(entered)?;
        let must_differ =
            layers.constrained(Mode::Closed).any(|shape| shape.constraints().unique_items);
        let texts = must_differ.then(Vec::new);
        let mut list = List { reader, items, depth, count: 0, is_over: false, texts };
        let read = visitor.visit_seq(&mut list);
        let differ = list.texts.is_none_or(|texts| unique::first_repetition(&texts).is_none());
        if list.is_over && differ && has_right_count(layers, list.count) {
            list.reader.taken(read)
        } else {
            list.reader.give_up()
        }
    }
}

/// Whether an array has as many items, or a map as many entries, as all its layers say.
pub(super) fn has_right_count(layers: Layers<'_>, count: usize) -> bool {
    layers.constrained(Mode::Closed).all(|shape| {
        let constraints = shape.constraints();
        constraints.min_items.is_none_or(|least| count >= least)
            && constraints.max_items.is_none_or(|most| count <= most)
    })
}

impl<'t> SeqAccess<'t> for &mut List<'_, 't> {
    type Error = GivenUp;

    fn next_element_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, GivenUp> {
        let has_next = self.reader.json.next_item(self.count == 0);
        if !self.reader.found(has_next)? {
            self.is_over = true;
            return Ok(None);
        }
        self.count += 1;
        let from = self.reader.json.offset();
        let item = seed.deserialize(Value::new(self.reader, self.items, self.depth + 1))?;
        if let Some(texts) = &mut self.texts {
            texts.push(self.reader.json.slice(from, self.reader.json.end()));
        }
        Ok(Some(item))
    }
}
