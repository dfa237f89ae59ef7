//! Between the type of an event and its envelope.

use jiff::Timestamp;
use uuid::Uuid;

use super::attribute::Attribute;
use super::definition::Event;
use super::envelope::{Data, Envelope, Invalid};
use crate::context::Context;
use crate::shape::{Mode, Violation, check};

/// Who publishes, and as part of what.
#[derive(Debug, Clone)]
pub struct Source<'c> {
    /// `CloudEvents`' `source`: a URI reference, such as `/acme-retail/order-service`.
    pub uri: &'c str,
    /// The circumstances under which it happened.
    pub context: &'c Context,
    /// The event that led to this one, where one did.
    pub cause: Option<&'c Envelope>,
}

/// Why an envelope is not the event that was expected.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Unreadable {
    /// It is another event.
    #[error("it is a `{0}`")]
    OtherType(String),
    /// Its data is missing, or is no JSON.
    #[error("its data is no JSON")]
    NotJson,
    /// Its data does not have the shape that a reader relies on.
    #[error("its data is not what the schema says: {0:?}")]
    Misshapen(Vec<Violation>),
    /// Its data has the shape, and is refused by the type all the same.
    #[error("its data cannot be read: {0}")]
    Refused(String),
    /// It is of an older major version, which says too little to be read as a newer one.
    #[error("its version is too old: {0}")]
    Outdated(String),
}

impl Envelope {
    /// An occurrence of an event: with an id of its own, or the one that a repetition must have too.
    ///
    /// A writer is strict: data that breaks the schema is refused.
    ///
    /// # Errors
    ///
    /// When the data breaks the schema, or the key is nothing that an attribute may hold.
    pub fn of<E: Event>(
        event: &E,
        id: Uuid,
        time: Timestamp,
        source: &Source<'_>,
    ) -> Result<Self, Invalid> {
        let definition = E::definition();
        let data = serde_json::to_string(event)
            .map_err(|error| Invalid::new(format!("{definition} cannot be written: {error}")))?;
        let checked = check(&data, E::shape(), Mode::Own)
            .map_err(|_| Invalid::new(format!("{definition} is written as no JSON")))?;
        if let Some(first) = checked.violations.first() {
            return Err(Invalid::new(format!("{definition} breaks its schema: {first:?}")));
        }
        let mut envelope = Self::new(id.to_string(), source.uri, definition.ty)?
            .with_time(time)
            .with_schema(definition.schema_uri)?
            .with_data(Data::json(data)?);
        if let Some(key) = event.key() {
            envelope = envelope.with_subject(&*key)?;
            envelope.set("partitionkey", Attribute::string(key)?)?;
        }
        let context = source.context;
        envelope.set("correlationid", Attribute::string(context.correlation_id())?)?;
        envelope.set("traceparent", Attribute::string(context.trace().traceparent())?)?;
        if let Some(state) = context.trace().state() {
            envelope.set("tracestate", Attribute::string(state.as_str())?)?;
        }
        if let Some(cause) = source.cause {
            envelope.set("causationid", Attribute::string(cause.id())?)?;
        }
        Ok(envelope)
    }

    /// The event in the envelope, read as an open reader reads: unknown members, enum values and union payloads pass,
    /// and constraints are the writer's affair.
    ///
    /// # Errors
    ///
    /// When it is another event, or its data is not what the schema says.
    pub fn read<E: Event>(&self) -> Result<E, Unreadable> {
        if self.ty() != E::definition().ty {
            return Err(Unreadable::OtherType(self.ty().to_owned()));
        }
        let data = self.data().filter(|data| data.media_type().is_none() || data.is_json());
        let text = data.and_then(|data| std::str::from_utf8(data.bytes()).ok());
        let text = text.ok_or(Unreadable::NotJson)?;
        parse(text, Mode::Open)
    }
}

/// An event that somebody wrote down as JSON in order to publish it.
///
/// It is read as strictly as a request: names that its version does not know are refused, and constraints hold.
///
/// # Errors
///
/// When it is no JSON, or breaks the schema.
pub fn from_json<E: Event>(text: &str) -> Result<E, Unreadable> {
    parse(text, Mode::Closed)
}

fn parse<E: Event>(text: &str, mode: Mode) -> Result<E, Unreadable> {
    let checked = check(text, E::shape(), mode).map_err(|_| Unreadable::NotJson)?;
    if !checked.violations.is_empty() {
        return Err(Unreadable::Misshapen(checked.violations));
    }
    serde_json::from_str(&checked.respelled(text))
        .map_err(|error| Unreadable::Refused(error.to_string()))
}
