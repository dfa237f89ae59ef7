//! How the pieces with a short and a long form are read and described.
//!
//! Written by hand because derived untagged enums read a document twice and report nothing but
//! "no variant matched".

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::num::NonZeroU32;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::api::{ResponseDef, ResponseLong};
use super::common::{Deprecation, Field, FieldLong, Literal, Map, Page};
use super::models::{EnumValues, Union};

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Map<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Map<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a mapping")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
                read_entries(&mut access)
            }
        }

        deserializer.deserialize_map(Entries(PhantomData))
    }
}

/// Reads the rest of a mapping, refusing a key that comes twice.
fn read_entries<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    access: &mut A,
) -> Result<Map<T>, A::Error> {
    let mut entries = IndexMap::new();
    while let Some(key) = access.next_key::<String>()? {
        let value = access.next_value()?;
        if entries.insert(key.clone(), value).is_some() {
            return Err(de::Error::custom(format_args!("duplicate key `{key}`")));
        }
    }
    Ok(Map(entries))
}

impl<'de> Deserialize<'de> for Literal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Literal;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("any value")
            }

            fn visit_unit<E>(self) -> Result<Literal, E> {
                Ok(Literal::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Literal, E> {
                Ok(Literal::Bool(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Literal, E> {
                Ok(Literal::Number(value.to_string()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Literal, E> {
                Ok(Literal::Number(value.to_string()))
            }

            fn visit_i128<E>(self, value: i128) -> Result<Literal, E> {
                Ok(Literal::Number(value.to_string()))
            }

            fn visit_u128<E>(self, value: u128) -> Result<Literal, E> {
                Ok(Literal::Number(value.to_string()))
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Literal, E> {
                let number = serde_json::Number::from_f64(value);
                number.map(|number| Literal::Number(number.to_string())).ok_or_else(|| {
                    E::custom("`.nan` and `.inf` are numbers that JSON cannot carry")
                })
            }

            fn visit_str<E>(self, value: &str) -> Result<Literal, E> {
                Ok(Literal::String(value.to_owned()))
            }

            fn visit_string<E>(self, value: String) -> Result<Literal, E> {
                Ok(Literal::String(value))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Literal, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = access.next_element()? {
                    items.push(item);
                }
                Ok(Literal::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Literal, A::Error> {
                read_entries(&mut access).map(Literal::Map)
            }
        }

        deserializer.deserialize_any(Any)
    }
}

/// Reads a piece that is a string in its short form and a mapping in its long form.
struct ShortOrLong<S, L, T> {
    expected: &'static str,
    short: S,
    long: L,
    unit: Option<T>,
}

impl<'de, S, L, X, T> Visitor<'de> for ShortOrLong<S, (L, PhantomData<X>), T>
where
    S: FnOnce(&str) -> Result<T, String>,
    L: FnOnce(X) -> T,
    X: Deserialize<'de>,
{
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.expected)
    }

    fn visit_unit<E: de::Error>(self) -> Result<T, E> {
        self.unit.ok_or_else(|| E::custom(format_args!("expected {}", self.expected)))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<T, E> {
        (self.short)(value).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        X::deserialize(MapAccessDeserializer::new(access)).map(self.long.0)
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ShortOrLong {
            expected: "a type, or a mapping with `type:`",
            short: |ty: &str| Ok(Self::Short(ty.to_owned())),
            long: (|long: FieldLong| Self::Long(Box::new(long)), PhantomData),
            unit: None,
        })
    }
}

impl<'de> Deserialize<'de> for ResponseDef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ShortOrLong {
            expected: "a type, a mapping with `type:`, or nothing",
            short: |ty: &str| Ok(Self::Type(ty.to_owned())),
            long: (|long: ResponseLong| Self::Long(Box::new(long)), PhantomData),
            unit: Some(Self::Empty),
        })
    }
}

/// The long form of `page:`.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    default: Option<NonZeroU32>,
    max: Option<NonZeroU32>,
}

impl<'de> Deserialize<'de> for Page {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ShortOrLong {
            expected: "`cursor`, or a mapping with `default:` and `max:`",
            short: |word: &str| match word {
                "cursor" => Ok(Self::Cursor),
                _ => Err(format!("expected `cursor`, found `{word}`")),
            },
            long: (
                |limits: Limits| Self::Limits {
                    default: limits.default.map_or(20, NonZeroU32::get),
                    max: limits.max.map_or(100, NonZeroU32::get),
                },
                PhantomData,
            ),
            unit: None,
        })
    }
}

impl<'de> Deserialize<'de> for Deprecation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Literal::deserialize(deserializer)? {
            Literal::Bool(flag) => Ok(Self::Flag(flag)),
            Literal::String(reason) => Ok(Self::Reason(reason)),
            _ => Err(de::Error::custom("expected `true`, or the reason in a sentence")),
        }
    }
}

impl<'de> Deserialize<'de> for EnumValues {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Values;

        impl<'de> Visitor<'de> for Values {
            type Value = EnumValues;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter
                    .write_str("a list of names, or a mapping from each name to its description")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<EnumValues, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = access.next_element()? {
                    names.push(name);
                }
                Ok(EnumValues::List(names))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<EnumValues, A::Error> {
                read_entries(&mut access).map(EnumValues::Described)
            }
        }

        let values = deserializer.deserialize_any(Values)?;
        let empty = match &values {
            Self::List(names) => names.is_empty(),
            Self::Described(names) => names.0.is_empty(),
        };
        if empty { Err(de::Error::custom("an enum has at least one value")) } else { Ok(values) }
    }
}

impl<'de> Deserialize<'de> for Union {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut variants = Map::<String>::deserialize(deserializer)?;
        match variants.0.shift_remove("on") {
            Some(_) if variants.0.is_empty() => {
                Err(de::Error::custom("a union has at least one variant"))
            }
            Some(on) => Ok(Self { on, variants }),
            None => Err(de::Error::missing_field("on")),
        }
    }
}

impl<T: JsonSchema> JsonSchema for Map<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("MapOf{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "additionalProperties": value })
    }
}

impl JsonSchema for Literal {
    fn schema_name() -> Cow<'static, str> {
        "Literal".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        Schema::from(true)
    }
}

impl JsonSchema for Field {
    fn schema_name() -> Cow<'static, str> {
        "Field".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let long = generator.subschema_for::<FieldLong>();
        json_schema!({
            "description": "A field: a type, or a mapping with `type:`.",
            "oneOf": [{ "type": "string" }, long]
        })
    }
}

impl JsonSchema for ResponseDef {
    fn schema_name() -> Cow<'static, str> {
        "Response".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let long = generator.subschema_for::<ResponseLong>();
        json_schema!({
            "description": "One successful answer: nothing, a type, or a mapping.",
            "oneOf": [{ "type": "null" }, { "type": "string" }, long]
        })
    }
}

impl JsonSchema for Page {
    fn schema_name() -> Cow<'static, str> {
        "Page".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "How a list is cut into pages: `cursor`, or a mapping with limits.",
            "oneOf": [
                { "const": "cursor" },
                {
                    "type": "object",
                    "properties": {
                        "default": { "type": "integer", "minimum": 1, "maximum": u32::MAX, "description": "Items on a page when the caller does not say; 20 unless written." },
                        "max": { "type": "integer", "minimum": 1, "maximum": u32::MAX, "description": "Greatest number of items on a page; 100 unless written." }
                    },
                    "additionalProperties": false
                }
            ]
        })
    }
}

impl JsonSchema for Deprecation {
    fn schema_name() -> Cow<'static, str> {
        "Deprecated".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Whether it should no longer be used: `true`, or the reason in a sentence.",
            "type": ["boolean", "string"]
        })
    }
}

impl JsonSchema for EnumValues {
    fn schema_name() -> Cow<'static, str> {
        "EnumValues".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The names of an enum: a list, or a mapping from each name to its description.",
            "oneOf": [
                { "type": "array", "items": { "type": "string" }, "minItems": 1 },
                { "type": "object", "additionalProperties": { "type": "string" }, "minProperties": 1 }
            ]
        })
    }
}

impl JsonSchema for Union {
    fn schema_name() -> Cow<'static, str> {
        "Union".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "One of several records: `on` names the tag, every other key is a tag's value and its record.",
            "type": "object",
            "properties": { "on": { "type": "string", "description": "The property that carries the tag." } },
            "required": ["on"],
            "additionalProperties": { "type": "string" },
            "minProperties": 2
        })
    }
}
