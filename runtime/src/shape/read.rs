//! Reads and checks a value in one go, where nothing is wrong with it.
//!
//! The [walk](super::check()) goes through a text beside its shape to find everything that is wrong, with its place; then serde
//! reads the same text again. Nearly every request is fine, and the walk is there for nothing but a yes. Here the type
//! behind the shape reads the text itself, through a deserializer that walks the shape in step with it and holds every
//! value against its constraints on the way.
//!
//! It is an optimist, and gives up at the first thing that is wrong or that it does not know: a name that the shape does
//! not have, a number that serde wants respelled, a type that asks for something else than its shape says. Then nothing
//! was decided, and the walk and serde have the last word. So it may refuse what they accept, but must never accept what
//! they refuse, nor read another value than they do: property tests hold the two together.

mod list;
mod map;
mod reader;
mod record;
mod tagged;
#[cfg(test)]
mod tests;
mod value;

use serde::de::DeserializeOwned;

use self::reader::Reader;
use self::value::Value;
use super::build::Shape;

/// Reads a value that a [closed](super::Mode::Closed) walk finds nothing wrong with; `None` decides nothing.
pub(crate) fn read<T: DeserializeOwned>(text: &str, shape: &Shape) -> Option<T> {
    let mut reader = Reader::new(text);
    let value = T::deserialize(Value::new(&mut reader, shape, 0)).ok()?;
    reader.is_through().then_some(value)
}
