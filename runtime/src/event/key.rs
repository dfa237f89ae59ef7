//! The key of an event: a value of its data, as text.

use serde::Serialize;

use crate::text;

/// A scalar as the text that occurrences are ordered and partitioned by.
///
/// There is none for what is no scalar, or no JSON, such as a number that is not finite; an event that holds such a
/// value cannot be written either.
pub fn key_of<T: Serialize + ?Sized>(value: &T) -> Option<String> {
    text::to_text(value).ok()
}
