//! Tagged unions whose unknown members survive a round trip.
//!
//! Nearly every payload is a record of a few members that is read once and thrown away, so its members are kept in a
//! row, without the index that a map has. What has more of them becomes a map at once: an index costs less than looking
//! for a repeated name through all of them.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::value::MapDeserializer;
use serde::de::{DeserializeOwned, EnumAccess, Error, MapAccess, VariantAccess, Visitor};
use serde_json::{Map, Value};

/// Members that are kept in a row.
const FEW: usize = 16;

/// What a type asks for that reads the tag first: a reader that knows this name finds the tag by itself and shows it as
/// the variant of an enumeration, and the payload is read where it stands. All others show an object.
pub(crate) const TAGGED: &str = "$tiebeam::union";

/// A type that is one of several records, told apart by a tag inside the object.
///
/// ```
/// use serde::{Deserialize, Deserializer};
/// use serde_json::Value;
/// use tiebeam::union::{self, Tagged, Union};
///
/// #[derive(Deserialize)]
/// struct Card {
///     number: String,
/// }
///
/// enum Payment {
///     Card(Card),
///     Unknown(Value),
/// }
///
/// impl Union for Payment {
///     const TAG: &'static str = "method";
///
///     fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
///         match tagged.tag() {
///             "card" => tagged.payload().map(Self::Card),
///             _ => tagged.into_value().map(Self::Unknown),
///         }
///     }
/// }
///
/// impl<'de> Deserialize<'de> for Payment {
///     fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
///         union::read(deserializer)
///     }
/// }
///
/// let payment: Payment = serde_json::from_str(r#"{"number":"4111","method":"card"}"#)?;
/// assert!(matches!(payment, Payment::Card(card) if card.number == "4111"));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait Union: Sized {
    /// The property that tells the records apart.
    const TAG: &'static str;

    /// Reads the record that the tag names.
    ///
    /// # Errors
    ///
    /// When the members are not those of the record.
    fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error>;
}

/// An object whose tag was read.
pub trait Tagged<'de> {
    /// Why it cannot be read.
    type Error;

    /// The value of the tag.
    fn tag(&self) -> &str;

    /// Reads everything but the tag.
    ///
    /// # Errors
    ///
    /// When the members are not those of the type.
    fn payload<P: DeserializeOwned>(self) -> Result<P, Self::Error>;

    /// The whole object, its tag included.
    ///
    /// # Errors
    ///
    /// When the reader knows more tags than the type.
    fn into_value(self) -> Result<Value, Self::Error>;
}

/// Reads a union, wherever in the object the tag is.
///
/// # Errors
///
/// When it is not an object, has no tag that is a string, or not the members that the tag asks for.
pub fn read<'de, U: Union, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    deserializer.deserialize_newtype_struct(TAGGED, Shown(PhantomData))
}

/// Takes what a reader shows of a union.
struct Shown<U>(PhantomData<U>);

impl<'de, U: Union> Visitor<'de> for Shown<U> {
    type Value = U;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, reader: D) -> Result<U, D::Error> {
        Kept::of(U::TAG, reader.deserialize_map(Members::default())?).and_then(U::read)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<U, A::Error> {
        Kept::of(U::TAG, Members::default().visit_map(map)?).and_then(U::read)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<U, A::Error> {
        let (tag, payload) = access.variant()?;
        U::read(Streamed { tag, payload })
    }
}

/// A union whose payload is read where it stands.
struct Streamed<'de, A> {
    tag: &'de str,
    payload: A,
}

impl<'de, A: VariantAccess<'de>> Tagged<'de> for Streamed<'de, A> {
    type Error = A::Error;

    fn tag(&self) -> &str {
        self.tag
    }

    fn payload<P: DeserializeOwned>(self) -> Result<P, A::Error> {
        self.payload.newtype_variant()
    }

    fn into_value(self) -> Result<Value, A::Error> {
        Err(A::Error::custom("the type does not know a tag that the reader knows"))
    }
}

/// A union whose members are kept until its tag is known.
#[derive(Debug, Clone)]
struct Kept<E> {
    on: &'static str,
    tag: String,
    members: Members,
    error: PhantomData<fn() -> E>,
}

/// The members of an object, each name once.
#[derive(Debug, Clone)]
enum Members {
    Few(Vec<(String, Value)>),
    Many(Map<String, Value>),
}

impl<E: Error> Kept<E> {
    fn of(on: &'static str, members: Members) -> Result<Self, E> {
        match members.get(on) {
            Some(Value::String(tag)) => {
                Ok(Self { on, tag: tag.clone(), members, error: PhantomData })
            }
            Some(_) => Err(E::custom(format_args!("`{on}` must be a string"))),
            None => Err(E::missing_field(on)),
        }
    }
}

impl<E: Error> Tagged<'_> for Kept<E> {
    type Error = E;

    fn tag(&self) -> &str {
        &self.tag
    }

    fn payload<P: DeserializeOwned>(self) -> Result<P, E> {
        let read = match self.members {
            Members::Few(members) => {
                let others = members.into_iter().filter(|(name, _)| name != self.on);
                P::deserialize(MapDeserializer::new(others))
            }
            Members::Many(mut members) => {
                members.remove(self.on);
                P::deserialize(Value::Object(members))
            }
        };
        read.map_err(|error: serde_json::Error| E::custom(error))
    }

    fn into_value(self) -> Result<Value, E> {
        Ok(Value::Object(self.members.into_map()))
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

    use serde::{Deserialize, Deserializer};
    use serde_json::{Value, json};

    use super::{FEW, Tagged, Union};

    #[derive(Debug, PartialEq)]
    enum Either {
        Known(Payload),
        Unknown(Value),
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Payload {
        a: i32,
    }

    impl Union for Either {
        const TAG: &'static str = "kind";

        fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
            match tagged.tag() {
                "known" => tagged.payload().map(Self::Known),
                _ => tagged.into_value().map(Self::Unknown),
            }
        }
    }

    impl<'de> Deserialize<'de> for Either {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            super::read(deserializer)
        }
    }

    fn read(text: &str) -> Either {
        serde_json::from_str(text).expect("it has a tag")
    }

    #[test]
    fn few_members_and_many_are_read_alike() {
        for others in [0, FEW - 2, FEW - 1, FEW, 3 * FEW] {
            for kind in ["known", "new"] {
                let mut text = format!(r#"{{"a":1,"kind":"{kind}","a":2"#);
                for number in 0..others {
                    write!(text, r#","m{number}":{number}"#).expect("a string takes every text");
                }
                text.push('}');
                let whole: Value = serde_json::from_str(&text).expect("it is JSON");
                let expected = match kind {
                    "known" => Either::Known(Payload { a: 2 }),
                    _ => Either::Unknown(whole),
                };
                assert_eq!(read(&text), expected, "the last value of a name holds");
            }
        }
    }

    #[test]
    fn a_value_is_read_as_a_text_is() {
        let value = json!({"a": 1, "kind": "known"});
        let read = serde_json::from_value::<Either>(value).expect("it has a tag");
        assert_eq!(read, Either::Known(Payload { a: 1 }));
    }

    #[test]
    fn what_has_no_tag_is_refused() {
        for text in ["{}", r#"{"kind":1}"#, r#"{"kind":null}"#, "[]", "1", "\"known\""] {
            assert!(serde_json::from_str::<Either>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_read_keeps_the_order_of_its_members() {
        let Either::Unknown(value) = read(r#"{"b":1,"kind":"x","a":2}"#) else {
            unreachable!("the tag is not known")
        };
        assert_eq!(value.to_string(), json!({"b": 1, "kind": "x", "a": 2}).to_string());
    }
}
