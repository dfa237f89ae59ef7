//! The JSON format: an event, or several, as one document (`application/cloudevents+json`).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::attribute::Attribute;
use super::envelope::{Data, Envelope, Invalid, check_media_type, is_json};

/// The media type of one event.
pub const MEDIA_TYPE: &str = "application/cloudevents+json";

/// The media type of several.
pub const BATCH_MEDIA_TYPE: &str = "application/cloudevents-batch+json";

/// An event as one JSON document.
#[must_use]
pub fn write(event: &Envelope) -> String {
    let mut members = Map::new();
    let mut add = |name: &str, value: Value| members.insert(name.to_owned(), value);
    add("specversion", "1.0".into());
    add("id", event.id().into());
    add("source", event.source().into());
    add("type", event.ty().into());
    if let Some(subject) = event.subject() {
        add("subject", subject.into());
    }
    if let Some(time) = event.time() {
        add("time", time.to_string().into());
    }
    if let Some(schema) = event.schema() {
        add("dataschema", schema.into());
    }
    for (name, value) in event.extensions() {
        add(
            name,
            match value {
                Attribute::String(text) => text.as_str().into(),
                Attribute::Integer(number) => (*number).into(),
                Attribute::Boolean(flag) => (*flag).into(),
            },
        );
    }
    let media_type = event.data().and_then(Data::media_type);
    if let Some(media_type) = media_type {
        add("datacontenttype", media_type.into());
    }
    let mut text = Value::from(members).to_string();
    if let Some(data) = event.data() {
        text.pop();
        text.push(',');
        push_data(&mut text, data);
        text.push('}');
    }
    text
}

/// Several events as one JSON document.
#[must_use]
pub fn write_batch<'e>(events: impl IntoIterator<Item = &'e Envelope>) -> String {
    let events: Vec<String> = events.into_iter().map(write).collect();
    format!("[{}]", events.join(","))
}

/// Reads one event.
///
/// # Errors
///
/// When the text is no JSON, or no event.
pub fn read(text: &[u8]) -> Result<Envelope, Invalid> {
    let event: Members<'_> = serde_json::from_slice(text).map_err(|error| not_json(&error))?;
    event.envelope()
}

/// Reads several events.
///
/// # Errors
///
/// When the text is no JSON, or one of them is no event.
pub fn read_batch(text: &[u8]) -> Result<Vec<Envelope>, Invalid> {
    let events: Vec<Members<'_>> =
        serde_json::from_slice(text).map_err(|error| not_json(&error))?;
    let read = events.into_iter().enumerate().map(|(index, event)| {
        event.envelope().map_err(|invalid| Invalid::new(format!("event {index}: {invalid}")))
    });
    read.collect()
}

/// JSON stays JSON, text is a string, and what is neither is base64 (JSON format §3.1).
fn push_data(text: &mut String, data: &Data) {
    let as_text = std::str::from_utf8(data.bytes()).ok();
    let is_json = data.is_json() && serde_json::from_slice::<&RawValue>(data.bytes()).is_ok();
    match as_text {
        Some(json) if is_json => {
            text.push_str("\"data\":");
            text.push_str(json);
        }
        _ => {
            text.push_str("\"data_base64\":\"");
            STANDARD.encode_string(data.bytes(), text);
            text.push('"');
        }
    }
}

fn not_json(error: &serde_json::Error) -> Invalid {
    Invalid::new(format!("this is no JSON of an event: {error}"))
}

/// The members of an event, as they stand.
struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'t> Members<'t> {
    fn get(&self, name: &str) -> Option<&'t RawValue> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| *value)
    }

    /// A required string.
    fn text(&self, name: &str) -> Result<String, Invalid> {
        let missing = || Invalid::new(format!("{name} is missing"));
        match attribute(name, self.get(name).ok_or_else(missing)?)? {
            Some(Attribute::String(text)) => Ok(text),
            Some(_) => Err(Invalid::new(format!("{name} must be a string"))),
            None => Err(missing()),
        }
    }

    fn envelope(self) -> Result<Envelope, Invalid> {
        let version = self.text("specversion")?;
        if version != "1.0" {
            return Err(Invalid::new(format!("specversion is `{version}`, and only 1.0 is known")));
        }
        let mut event = Envelope::new(self.text("id")?, self.text("source")?, self.text("type")?)?;
        for (name, value) in &self.0 {
            if matches!(
                name.as_str(),
                "specversion"
                    | "id"
                    | "source"
                    | "type"
                    | "datacontenttype"
                    | "data"
                    | "data_base64"
            ) {
                continue;
            }
            if let Some(value) = attribute(name, value)? {
                event.set(name, value)?;
            }
        }
        match self.data()? {
            Some(data) => Ok(event.with_data(data)),
            None => Ok(event),
        }
    }

    fn data(&self) -> Result<Option<Data>, Invalid> {
        let media_type = match self.get("datacontenttype").filter(|value| value.get() != "null") {
            None => None,
            Some(_) => Some(self.text("datacontenttype")?),
        };
        if let Some(media_type) = &media_type {
            check_media_type(media_type)?;
        }
        let encoded = self.get("data_base64").filter(|value| value.get() != "null");
        let bytes: Bytes = match (self.get("data"), encoded) {
            (Some(_), Some(_)) => {
                return Err(Invalid::new("data and data_base64 exclude each other"));
            }
            (None, None) => return Ok(None),
            (None, Some(value)) => {
                let text: String = serde_json::from_str(value.get())
                    .map_err(|_| Invalid::new("data_base64 must be a string"))?;
                let bytes = STANDARD.decode(text);
                bytes.map_err(|_| Invalid::new("data_base64 is no base64"))?.into()
            }
            // JSON is implied where nobody says otherwise; then a string is the text itself.
            (Some(value), None) => match &media_type {
                Some(media_type) if !is_json(media_type) => {
                    let text: Result<String, _> = serde_json::from_str(value.get());
                    text.unwrap_or_else(|_| value.get().to_owned()).into()
                }
                _ => value.get().to_owned().into(),
            },
        };
        Ok(Some(match (media_type, encoded) {
            (Some(media_type), _) => Data::of(&media_type, bytes)?,
            (None, Some(_)) => Data::unnamed(bytes),
            (None, None) => Data::of("application/json", bytes)?,
        }))
    }
}

/// The value of an attribute; one that is null is absent.
fn attribute(name: &str, value: &RawValue) -> Result<Option<Attribute>, Invalid> {
    let value: Value = serde_json::from_str(value.get()).map_err(|error| not_json(&error))?;
    match value {
        Value::Null => Ok(None),
        Value::Bool(flag) => Ok(Some(Attribute::Boolean(flag))),
        Value::String(text) => Attribute::string(text).map(Some),
        Value::Number(number) => {
            let integer = number.as_i64().and_then(|number| i32::try_from(number).ok());
            let refused = || Invalid::new(format!("{name} must be an integer of 32 bits"));
            Ok(Some(Attribute::Integer(integer.ok_or_else(refused)?)))
        }
        Value::Array(_) | Value::Object(_) => {
            Err(Invalid::new(format!("{name} must be a string, an integer or a boolean")))
        }
    }
}

/// Refuses a name that comes twice: which of the two counted would be a matter of the reader.
impl<'de: 't, 't> Deserialize<'de> for Members<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Members<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members: Vec<(String, &'de RawValue)> = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, &'de RawValue>()? {
                    if members.iter().any(|(known, _)| *known == name) {
                        return Err(de::Error::custom(format!("`{name}` comes twice")));
                    }
                    members.push((name, value));
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Reader)
    }
}
