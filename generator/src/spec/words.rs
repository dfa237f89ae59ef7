//! Words: text of which only a few are right, and bounds, which are numbers or decimals in text.
//!
//! The types keep them as written; that the word is one of its list is checked when it is read, and the same
//! list goes into the schema.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer, Unexpected};

use super::common::Literal;

/// A list of words.
pub trait Words {
    /// The name of the list in the schemas.
    const NAME: &'static str;
    /// The words, in the order in which editors offer them.
    const WORDS: &'static [&'static str];
}

/// Stands for a list of words where a schema is described.
pub struct Word<W>(PhantomData<W>);

impl<W: Words> JsonSchema for Word<W> {
    fn schema_name() -> Cow<'static, str> {
        W::NAME.into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": W::WORDS })
    }
}

/// Reads a word.
pub fn read<'de, W: Words, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let word = String::deserialize(deserializer)?;
    if W::WORDS.contains(&word.as_str()) {
        Ok(word)
    } else {
        Err(de::Error::invalid_value(Unexpected::Str(&word), &W::NAME))
    }
}

/// Reads the word of a key that may be absent.
pub fn read_some<'de, W: Words, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    read::<W, D>(deserializer).map(Some)
}

/// Stands for a bound where a schema is described.
pub struct Bound;

impl JsonSchema for Bound {
    fn schema_name() -> Cow<'static, str> {
        "Bound".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["number", "string"] })
    }
}

/// Reads a bound.
pub fn read_bound<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Literal>, D::Error> {
    match Literal::deserialize(deserializer)? {
        bound @ (Literal::Number(_) | Literal::String(_)) => Ok(Some(bound)),
        _ => Err(de::Error::custom("expected a number")),
    }
}

/// Reads a value that may be `null` and is then there all the same.
pub fn read_present<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Literal>, D::Error> {
    Literal::deserialize(deserializer).map(Some)
}

/// Declares lists of words.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $($word:literal)*;)*) => {$(
        $(#[$doc])*
        pub struct $name;

        impl Words for $name {
            const NAME: &'static str = stringify!($name);
            const WORDS: &'static [&'static str] = &[$($word),*];
        }
    )*};
}

words! {
    /// What sort of fact an event states.
    EventClass: "domain" "integration" "platform";
    /// What may change from one version of an event to the next.
    Compatibility: "none" "backward" "backward-transitive" "forward" "forward-transitive" "full" "full-transitive";
    /// In which order events are handled.
    Ordering: "ordered" "unordered";
    /// What becomes of an event that cannot be handled.
    OnFailure: "deadLetter" "skip";
    /// What a rate limit counts together.
    CountedBy: "client" "subject" "all";
    /// How requests find a region.
    Strategy: "active-active" "active-passive";
    /// Which region is preferred.
    Preference: "local";
    /// Where requests go when a region fails.
    Failover: "healthy";
    /// How services trust each other.
    MutualTls: "service-to-service" "off";
}
