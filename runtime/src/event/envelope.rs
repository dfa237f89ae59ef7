//! One occurrence of any event: its attributes, and its data as bytes.

use std::collections::BTreeMap;

use bytes::Bytes;
use jiff::Timestamp;

use super::attribute::{Attribute, AttributeName, check_text};
use crate::shape::format;

/// One occurrence of an event, as it lies in a log or travels.
///
/// It holds what `CloudEvents` 1.0 requires; what is optional there is optional here.
///
/// ```
/// use tiebeam::event::{Data, Envelope};
///
/// let event = Envelope::new("7", "/shop/orders", "example.acme.order.OrderCreated.v1")?
///     .with_subject("o-1")?
///     .with_data(Data::json(r#"{"orderId":"o-1"}"#)?);
/// assert_eq!(event.subject(), Some("o-1"));
/// # Ok::<(), tiebeam::event::Invalid>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    id: String,
    source: String,
    ty: String,
    subject: Option<String>,
    time: Option<Timestamp>,
    schema: Option<String>,
    extensions: BTreeMap<AttributeName, Attribute>,
    data: Option<Data>,
}

/// The data of an event, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Data {
    /// `datacontenttype` (RFC 2046); JSON where nobody said.
    media_type: Option<String>,
    bytes: Bytes,
}

/// Why something is no event.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Invalid(String);

impl Invalid {
    pub(super) fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

impl Envelope {
    /// An occurrence without data: what identifies it, who says so, and what happened.
    ///
    /// # Errors
    ///
    /// When one of them is empty or holds what it must not, or the source is no URI reference.
    pub fn new(
        id: impl Into<String>,
        source: impl Into<String>,
        ty: impl Into<String>,
    ) -> Result<Self, Invalid> {
        let (id, source, ty) = (id.into(), source.into(), ty.into());
        check_filled("id", &id)?;
        check_filled("source", &source)?;
        check_reference("source", &source)?;
        check_filled("type", &ty)?;
        Ok(Self {
            id,
            source,
            ty,
            subject: None,
            time: None,
            schema: None,
            extensions: BTreeMap::new(),
            data: None,
        })
    }

    /// Names what the event is about.
    ///
    /// # Errors
    ///
    /// When it is empty or holds what it must not.
    pub fn with_subject(mut self, subject: impl Into<String>) -> Result<Self, Invalid> {
        let subject = subject.into();
        check_filled("subject", &subject)?;
        self.subject = Some(subject);
        Ok(self)
    }

    /// Says when it happened.
    #[must_use]
    pub fn with_time(mut self, time: Timestamp) -> Self {
        self.time = Some(time);
        self
    }

    /// Says which schema the data follows.
    ///
    /// # Errors
    ///
    /// When it is no absolute URI.
    pub fn with_schema(mut self, uri: impl Into<String>) -> Result<Self, Invalid> {
        let uri = uri.into();
        check_filled("dataschema", &uri)?;
        if let Some(reason) = format::uri(&uri) {
            return Err(Invalid::new(format!("dataschema {reason}")));
        }
        self.schema = Some(uri);
        Ok(self)
    }

    /// Adds an extension, over one of the same name.
    #[must_use]
    pub fn with_extension(mut self, name: AttributeName, value: Attribute) -> Self {
        self.extensions.insert(name, value);
        self
    }

    /// Gives it data.
    #[must_use]
    pub fn with_data(mut self, data: Data) -> Self {
        self.data = Some(data);
        self
    }

    /// What identifies it, together with the source.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Who says so, a URI reference.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What happened.
    #[must_use]
    pub fn ty(&self) -> &str {
        &self.ty
    }

    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// When it happened.
    #[must_use]
    pub fn time(&self) -> Option<Timestamp> {
        self.time
    }

    /// Which schema the data follows.
    #[must_use]
    pub fn schema(&self) -> Option<&str> {
        self.schema.as_deref()
    }

    /// The data.
    #[must_use]
    pub fn data(&self) -> Option<&Data> {
        self.data.as_ref()
    }

    /// The extension of a name.
    #[must_use]
    pub fn extension(&self, name: &str) -> Option<&Attribute> {
        self.extensions.iter().find(|(known, _)| known.as_str() == name).map(|(_, value)| value)
    }

    /// Every extension, by name.
    pub fn extensions(&self) -> impl Iterator<Item = (&str, &Attribute)> {
        self.extensions.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Sets the attribute of a name, as a carrier found it. `datacontenttype` is the data's and not among them.
    pub(super) fn set(&mut self, name: &str, value: Attribute) -> Result<(), Invalid> {
        let text = || match &value {
            Attribute::String(text) => Ok(text.clone()),
            _ => Err(Invalid::new(format!("{name} must be a string"))),
        };
        match name {
            "subject" => *self = self.clone().with_subject(text()?)?,
            "dataschema" => *self = self.clone().with_schema(text()?)?,
            "time" => {
                let text = text()?;
                if let Some(reason) = format::timestamp(&text) {
                    return Err(Invalid::new(format!("time {reason}")));
                }
                let time = text.parse().map_err(|error| Invalid::new(format!("time: {error}")))?;
                self.time = Some(time);
            }
            _ => {
                self.extensions.insert(name.parse()?, value);
            }
        }
        Ok(())
    }
}

impl Data {
    /// JSON.
    ///
    /// # Errors
    ///
    /// When the text is no JSON.
    pub fn json(text: impl Into<Bytes>) -> Result<Self, Invalid> {
        let bytes = text.into();
        serde_json::from_slice::<&serde_json::value::RawValue>(&bytes)
            .map_err(|error| Invalid::new(format!("the data is no JSON: {error}")))?;
        Ok(Self { media_type: Some("application/json".to_owned()), bytes })
    }

    /// Bytes of any media type.
    ///
    /// # Errors
    ///
    /// When the media type is none.
    pub fn of(media_type: &str, bytes: impl Into<Bytes>) -> Result<Self, Invalid> {
        check_media_type(media_type)?;
        Ok(Self { media_type: Some(media_type.to_owned()), bytes: bytes.into() })
    }

    /// Data of which nobody said what it is.
    pub(super) fn unnamed(bytes: Bytes) -> Self {
        Self { media_type: None, bytes }
    }

    /// `datacontenttype`, where somebody said.
    #[must_use]
    pub fn media_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// Whether it says that it is JSON: `application/json`, or anything that ends in `+json` or `/json`.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.media_type.as_deref().is_some_and(is_json)
    }
}

/// Whether a media type is one of JSON (JSON format §3.1).
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence.ends_with("/json") || essence.ends_with("+json")
}

pub(super) fn check_media_type(text: &str) -> Result<(), Invalid> {
    let essence = text.split(';').next().unwrap_or_default().trim();
    let is_token = |part: &str| {
        let is_allowed =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        !part.is_empty() && part.bytes().all(is_allowed)
    };
    let is_one = essence.split_once('/').is_some_and(|(ty, sub)| is_token(ty) && is_token(sub));
    if is_one && text.is_ascii() {
        return check_text("datacontenttype", text);
    }
    Err(Invalid::new(format!("datacontenttype `{text}` is no media type")))
}

fn check_filled(name: &str, text: &str) -> Result<(), Invalid> {
    if text.is_empty() {
        return Err(Invalid::new(format!("{name} must not be empty")));
    }
    check_text(name, text)
}

/// A URI reference (RFC 3986 §4.1): no spaces, nothing that must be percent-encoded.
fn check_reference(name: &str, text: &str) -> Result<(), Invalid> {
    let is_allowed =
        |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    if text.bytes().all(is_allowed) {
        return Ok(());
    }
    Err(Invalid::new(format!("{name} `{text}` is no URI reference")))
}

#[cfg(test)]
mod tests {
    use super::{Data, Envelope};

    #[test]
    fn what_identifies_an_event_is_not_empty() {
        for (id, source, ty, is_fine) in [
            ("1", "/s", "t", true),
            ("1", "urn:uuid:6e8bc430", "t", true),
            ("1", "https://a.example/b?c#d", "t", true),
            ("", "/s", "t", false),
            ("1", "", "t", false),
            ("1", "/s", "", false),
            ("1", "/s s", "t", false),
            ("1\n", "/s", "t", false),
        ] {
            assert_eq!(Envelope::new(id, source, ty).is_ok(), is_fine, "{id:?} {source:?} {ty:?}");
        }
    }

    #[test]
    fn a_media_type_is_one() {
        for (media_type, is_fine, is_json) in [
            ("application/json", true, true),
            ("Application/JSON; charset=utf-8", true, true),
            ("application/vnd.acme+json", true, true),
            ("text/plain", true, false),
            ("json", false, false),
            ("a/b/c", false, false),
            ("", false, false),
        ] {
            let data = Data::of(media_type, "");
            assert_eq!(data.is_ok(), is_fine, "{media_type}");
            assert_eq!(data.is_ok_and(|data| data.is_json()), is_json, "{media_type}");
        }
    }
}
