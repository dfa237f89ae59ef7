//! Extension attributes: their names, and what they may be.

use std::fmt;
use std::str::FromStr;

use super::envelope::Invalid;

/// Names that belong to the envelope and to the content.
const TAKEN: [&str; 10] = [
    "id",
    "source",
    "specversion",
    "type",
    "datacontenttype",
    "dataschema",
    "subject",
    "time",
    "data",
    "data_base64",
];

/// The name of an extension attribute: lower-case letters and digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AttributeName(String);

/// The value of an extension attribute.
///
/// `CloudEvents` knows more types; on the wire they are strings, and so they stay here: a URI or a time is compared and
/// forwarded as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribute {
    /// Text without control characters.
    String(String),
    /// A 32-bit integer.
    Integer(i32),
    /// `true` or `false`.
    Boolean(bool),
}

impl AttributeName {
    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AttributeName {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let is_name = !text.is_empty()
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        if !is_name {
            return Err(Invalid::new(format!(
                "`{text}` is no name of an attribute: lower-case letters and digits are"
            )));
        }
        if TAKEN.contains(&text) {
            return Err(Invalid::new(format!("`{text}` is no extension")));
        }
        Ok(Self(text.to_owned()))
    }
}

impl Attribute {
    /// Text, if it has no control characters and is all characters.
    ///
    /// # Errors
    ///
    /// When it is not.
    pub fn string(text: impl Into<String>) -> Result<Self, Invalid> {
        let text = text.into();
        check_text("an attribute", &text)?;
        Ok(Self::String(text))
    }

    /// The text, where it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            Self::Integer(_) | Self::Boolean(_) => None,
        }
    }
}

/// The canonical string of `CloudEvents`' type system.
impl fmt::Display for Attribute {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String(text) => formatter.write_str(text),
            Self::Integer(number) => number.fmt(formatter),
            Self::Boolean(flag) => flag.fmt(formatter),
        }
    }
}

/// Refuses what a `CloudEvents` string must not hold: control characters, and code points that are no characters.
pub(super) fn check_text(what: &str, text: &str) -> Result<(), Invalid> {
    let is_refused = |character: &char| {
        let code = u32::from(*character);
        character.is_control() || (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
    };
    match text.chars().find(is_refused) {
        None => Ok(()),
        Some(found) => {
            Err(Invalid::new(format!("{what} must not hold U+{:04X}", u32::from(found))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Attribute, AttributeName};

    #[test]
    fn a_name_is_lower_case_letters_and_digits_and_not_taken() {
        for (text, is_name) in [
            ("traceparent", true),
            ("a1", true),
            ("1", true),
            ("", false),
            ("traceParent", false),
            ("trace-parent", false),
            ("data", false),
            ("id", false),
        ] {
            assert_eq!(text.parse::<AttributeName>().is_ok(), is_name, "{text}");
        }
    }

    #[test]
    fn control_characters_and_noncharacters_are_refused() {
        for (text, is_fine) in [
            ("Ärger 😀", true),
            ("", true),
            ("a\tb", false),
            ("\u{85}", false),
            ("\u{ffff}", false),
        ] {
            assert_eq!(Attribute::string(text).is_ok(), is_fine, "{text:?}");
        }
    }
}
