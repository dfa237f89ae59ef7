//! Tagged unions whose unknown members survive a round trip.
//!
//! Nearly every payload is a record of a few members that is read once and thrown away, so its members are kept in a
//! row, without the index that a map has. What has more of them becomes a map at once: an index costs less than looking
//! for a repeated name through all of them.

use std::fmt;

use serde::Deserializer;
use serde::de::value::MapDeserializer;
use serde::de::{DeserializeOwned, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

/// Members that are kept in a row.
const FEW: usize = 16;

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
#[derive(Debug, Clone)]
pub struct Tagged {
    on: &'static str,
    tag: String,
    members: Members,
}

/// The members of an object, each name once.
#[derive(Debug, Clone)]
enum Members {
    Few(Vec<(String, Value)>),
    Many(Map<String, Value>),
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
        let members = deserializer.deserialize_map(Members::default())?;
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
    pub fn payload<T: DeserializeOwned, E: Error>(self) -> Result<T, E> {
        let read = match self.members {
            Members::Few(members) => {
                let others = members.into_iter().filter(|(name, _)| name != self.on);
                T::deserialize(MapDeserializer::new(others))
            }
            Members::Many(mut members) => {
                members.remove(self.on);
                T::deserialize(Value::Object(members))
            }
        };
        read.map_err(E::custom)
    }

    /// The whole object, its tag included.
    #[must_use]
    pub fn into_value(self) -> Value {
        Value::Object(self.members.into_map())
    }
}

impl PartialEq for Tagged {
    fn eq(&self, other: &Self) -> bool {
        let members = || self.members.clone().into_map() == other.members.clone().into_map();
        self.on == other.on && self.tag == other.tag && members()
    }
}

impl Default for Members {
    fn default() -> Self {
        Self::Few(Vec::new())
    }
}

impl Members {
    fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Self::Few(members) => {
                members.iter().find_map(|(known, value)| (known == name).then_some(value))
            }
            Self::Many(members) => members.get(name),
        }
    }

    /// The last value of a name holds.
    fn insert(&mut self, name: String, value: Value) {
        match self {
            Self::Few(members) => {
                if let Some((_, earlier)) = members.iter_mut().find(|(known, _)| *known == name) {
                    *earlier = value;
                    return;
                }
                members.push((name, value));
                if members.len() > FEW {
                    *self = Self::Many(std::mem::take(self).into_map());
                }
            }
            Self::Many(members) => drop(members.insert(name, value)),
        }
    }

    fn into_map(self) -> Map<String, Value> {
        match self {
            Self::Few(members) => members.into_iter().collect(),
            Self::Many(members) => members,
        }
    }
}

impl<'de> Visitor<'de> for Members {
    type Value = Self;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some((name, value)) = map.next_entry()? {
            self.insert(name, value);
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use serde::Deserialize;
    use serde_json::{Deserializer, Value, json};

    use super::{FEW, Tagged};

    fn read(text: &str) -> Tagged {
        Tagged::read("kind", &mut Deserializer::from_str(text)).expect("it has a tag")
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Payload {
        a: i32,
    }

    #[test]
    fn few_members_and_many_are_read_alike() {
        for others in [0, FEW - 2, FEW - 1, FEW, 3 * FEW] {
            let mut text = r#"{"a":1,"kind":"x","a":2"#.to_owned();
            for number in 0..others {
                write!(text, r#","m{number}":{number}"#).expect("a string takes every text");
            }
            text.push('}');
            let whole: Value = serde_json::from_str(&text).expect("it is JSON");
            assert_eq!(read(&text).tag(), "x");
            assert_eq!(read(&text).into_value(), whole, "the last value of a name holds");
            let payload: Payload =
                read(&text).payload::<_, serde_json::Error>().expect("it is a payload");
            assert_eq!(payload, Payload { a: 2 });
        }
    }

    #[test]
    fn the_order_of_members_makes_no_difference() {
        assert_eq!(read(r#"{"kind":"x","a":1}"#), read(r#"{"a":1,"kind":"x"}"#));
        assert_ne!(read(r#"{"kind":"x","a":1}"#), read(r#"{"a":2,"kind":"x"}"#));
    }

    #[test]
    fn what_is_read_keeps_the_order_of_its_members() {
        let value = read(r#"{"b":1,"kind":"x","a":2}"#).into_value();
        assert_eq!(value.to_string(), json!({"b": 1, "kind": "x", "a": 2}).to_string());
    }
}
