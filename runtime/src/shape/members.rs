//! Finds the members of an object by the fields of a record, and remembers which were there.

use std::borrow::Cow;
use std::collections::HashSet;

use super::build::Field;
use super::json::{Json, Malformed, Next};

/// What stands under the tag of a union.
pub(super) enum Tag<'t> {
    Absent,
    NotText,
    Text(Cow<'t, str>),
}

impl<'t> Tag<'t> {
    /// Looks for the tag in the object that comes next; the cursor is a copy and goes ahead alone.
    pub(super) fn ahead(mut json: Json<'t>, tag: &str, depth: usize) -> Result<Self, Malformed> {
        let mut is_first = true;
        json.enter(depth)?;
        while let Some(key) = json.next_key(is_first)? {
            is_first = false;
            if key == tag {
                return match json.peek()? {
                    Next::String => json.string().map(Self::Text),
                    _ => Ok(Self::NotText),
                };
            }
            json.skip(depth + 1)?;
        }
        Ok(Self::Absent)
    }
}

/// Reads the key of the next field that is expected, as far as only optional ones are missing before it: most texts
/// have their fields in the order of the shape and no spaces, and then a key need not be looked for.
pub(super) fn take_field(
    json: &mut Json<'_>,
    fields: &[Field],
    expected: usize,
    is_first: bool,
) -> Option<usize> {
    let mut index = expected;
    while let Some(field) = fields.get(index) {
        if field.is_plain() && json.take_key(field.name(), is_first) {
            return Some(index);
        }
        if !field.is_optional() {
            break;
        }
        index += 1;
    }
    None
}

/// Finds a field; most texts have them in the order of the shape.
pub(super) fn position(fields: &[Field], key: &str, expected: usize) -> Option<usize> {
    if fields.get(expected).is_some_and(|field| field.name() == key) {
        return Some(expected);
    }
    fields.iter().position(|field| field.name() == key)
}

/// Which fields of a record were read.
#[derive(Default)]
pub(super) struct Seen {
    first: u128,
    more: Vec<usize>,
}

impl Seen {
    pub(super) fn contains(&self, index: usize) -> bool {
        if index < 128 { self.first & (1 << index) != 0 } else { self.more.contains(&index) }
    }

    /// Answers whether it was new.
    pub(super) fn insert(&mut self, index: usize) -> bool {
        let is_new = !self.contains(index);
        if index < 128 {
            self.first |= 1 << index;
        } else {
            self.more.push(index);
        }
        is_new
    }
}

/// The keys of an object that have no place in a record.
#[derive(Default)]
pub(super) struct Keys<'t> {
    few: Vec<Cow<'t, str>>,
    many: HashSet<Cow<'t, str>>,
}

impl<'t> Keys<'t> {
    const FEW: usize = 16;

    pub(super) fn is_empty(&self) -> bool {
        self.few.is_empty()
    }

    pub(super) fn contains(&self, key: &str) -> bool {
        self.few.iter().any(|known| known == key)
            || (!self.many.is_empty() && self.many.contains(key))
    }

    pub(super) fn insert(&mut self, key: Cow<'t, str>) {
        if self.few.len() < Self::FEW {
            self.few.push(key);
        } else {
            self.many.insert(key);
        }
    }
}
