//! Attributes as header fields, which the bindings of HTTP and NATS write alike.

use super::attribute::Attribute;
use super::envelope::{Envelope, Invalid};
use super::escape::{escaped, unescaped};

/// How the names of fields begin that carry attributes.
pub(super) const PREFIX: &str = "ce-";

/// The fields of an event in binary mode, except for the type of the content.
pub(super) fn of(event: &Envelope) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut add =
        |name: &str, value: &str| fields.push((format!("{PREFIX}{name}"), escaped(value)));
    add("specversion", "1.0");
    add("id", event.id());
    add("source", event.source());
    add("type", event.ty());
    if let Some(subject) = event.subject() {
        add("subject", subject);
    }
    if let Some(time) = event.time() {
        add("time", &time.to_string());
    }
    if let Some(schema) = event.schema() {
        add("dataschema", schema);
    }
    for (name, value) in event.extensions() {
        add(name, &value.to_string());
    }
    fields
}

/// The attributes that fields carry; others are left aside.
#[derive(Default)]
pub(super) struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// Takes a field, if it carries an attribute.
    pub(super) fn take(&mut self, name: &str, value: &[u8]) -> Result<(), Invalid> {
        let name = name.to_ascii_lowercase();
        let Some(name) = name.strip_prefix(PREFIX) else { return Ok(()) };
        if self.get(name).is_some() {
            return Err(Invalid::new(format!("{PREFIX}{name} comes twice")));
        }
        self.0.push((name.to_owned(), unescaped(name, value)?));
        Ok(())
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The event without its data; `datacontenttype` belongs to the data.
    pub(super) fn envelope(&self) -> Result<Envelope, Invalid> {
        let required = |name: &str| {
            self.get(name).ok_or_else(|| Invalid::new(format!("{PREFIX}{name} is missing")))
        };
        let version = required("specversion")?;
        if version != "1.0" {
            return Err(Invalid::new(format!("specversion is `{version}`, and only 1.0 is known")));
        }
        let mut event = Envelope::new(required("id")?, required("source")?, required("type")?)?;
        for (name, value) in &self.0 {
            if !matches!(
                name.as_str(),
                "specversion" | "id" | "source" | "type" | "datacontenttype"
            ) {
                event.set(name, Attribute::string(value)?)?;
            }
        }
        Ok(event)
    }
}
