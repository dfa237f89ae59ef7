//! Tagged unions whose unknown members survive a round trip.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

/// An object that was read and whose tag tells what it is.
///
/// ```
/// use tiebeam::union::Tagged;
///
/// let mut text = serde_json::Deserializer::from_str(r#"{"method":"card","number":"4111"}"#);
/// let tagged = Tagged::read("method", &mut text)?;
/// assert_eq!(tagged.tag(), "card");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Tagged {
    on: &'static str,
    tag: String,
    members: Map<String, Value>,
}

impl Tagged {
    /// Reads an object and its tag, wherever in the object the tag is.
    ///
    /// # Errors
    ///
    /// When it is not an object or has no tag that is a string.
    pub fn read<'de, D: Deserializer<'de>>(
        on: &'static str,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        let members = Map::deserialize(deserializer)?;
        match members.get(on) {
            Some(Value::String(tag)) => Ok(Self { on, tag: tag.clone(), members }),
            Some(_) => Err(D::Error::custom(format_args!("`{on}` must be a string"))),
            None => Err(D::Error::missing_field(on)),
        }
    }

    /// The value of the tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Reads everything but the tag.
    ///
    /// # Errors
    ///
    /// When the members are not those of the type.
    pub fn payload<T: DeserializeOwned, E: Error>(mut self) -> Result<T, E> {
        self.members.remove(self.on);
        T::deserialize(Value::Object(self.members)).map_err(E::custom)
    }

    /// The whole object, its tag included.
    #[must_use]
    pub fn into_value(self) -> Value {
        Value::Object(self.members)
    }
}
