//! Entity tags and the preconditions that compare them (RFC 9110 §8.8.3, §13.1).

use std::fmt;
use std::str::FromStr;

use http::HeaderValue;
use serde::Serialize;

use crate::problem::{Problem, own};
use crate::text;

/// Names one version of an entity.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ETag {
    is_weak: bool,
    opaque: String,
}

/// Which versions of an entity a request may change: `If-Match`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IfMatch(Tags);

/// Which versions of an entity the caller has already: `If-None-Match`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IfNoneMatch(Tags);

/// Why a field value is not an entity tag or a list of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be `*` or a list of entity tags in double quotes, for example \"7\"")]
pub struct InvalidETag;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Tags {
    Any,
    List(Vec<ETag>),
}

impl ETag {
    /// The strong tag of a version: a revision number, an instant, any scalar.
    ///
    /// # Errors
    ///
    /// When the version is not a scalar.
    pub fn of<T: Serialize + ?Sized>(version: &T) -> Result<Self, Problem> {
        let version = text::to_text(version)
            .map_err(|error| own::internal(format!("an entity tag: {error}")))?;
        Ok(Self::strong(&version))
    }

    /// The strong tag with this text; what cannot stand in a tag is percent-encoded.
    #[must_use]
    pub fn strong(version: &str) -> Self {
        let is_plain = |byte: u8| byte.is_ascii_graphic() && byte != b'"' && byte != b'%';
        if version.bytes().all(is_plain) {
            return Self { is_weak: false, opaque: version.to_owned() };
        }
        let mut opaque = String::with_capacity(version.len() + 8);
        for byte in version.bytes() {
            if is_plain(byte) {
                opaque.push(char::from(byte));
            } else {
                opaque.push_str(percent_encoding::percent_encode_byte(byte));
            }
        }
        Self { is_weak: false, opaque }
    }

    /// The tag as it travels.
    pub(crate) fn to_field_value(&self) -> Option<HeaderValue> {
        let mut value = String::with_capacity(self.opaque.len() + 4);
        value.push_str(if self.is_weak { "W/\"" } else { "\"" });
        value.push_str(&self.opaque);
        value.push('"');
        HeaderValue::try_from(value).ok()
    }

    /// The text between the quotes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.opaque
    }

    /// Whether the tag promises only equivalence, not equality.
    #[must_use]
    pub fn is_weak(&self) -> bool {
        self.is_weak
    }

    /// Both tags are strong and the same.
    #[must_use]
    pub fn matches_strongly(&self, other: &Self) -> bool {
        !self.is_weak && !other.is_weak && self.opaque == other.opaque
    }

    /// The tags are the same but for their strength.
    #[must_use]
    pub fn matches_weakly(&self, other: &Self) -> bool {
        self.opaque == other.opaque
    }

    /// Reads a tag at the start of a text; answers the rest.
    fn read(text: &str) -> Option<(Self, &str)> {
        let (is_weak, rest) = text.strip_prefix("W/").map_or((false, text), |rest| (true, rest));
        let (opaque, rest) = rest.strip_prefix('"')?.split_once('"')?;
        let is_fine = opaque
            .bytes()
            .all(|byte| byte == 0x21 || (0x23..=0x7e).contains(&byte) || byte >= 0x80);
        is_fine.then(|| (Self { is_weak, opaque: opaque.to_owned() }, rest))
    }
}

impl IfMatch {
    /// Any version, as long as there is one.
    #[must_use]
    pub fn any() -> Self {
        Self(Tags::Any)
    }

    /// Exactly this version.
    #[must_use]
    pub fn exactly(tag: ETag) -> Self {
        Self(Tags::List(vec![tag]))
    }

    /// Exactly the version with this revision number, instant or other scalar.
    ///
    /// # Errors
    ///
    /// When the version is not a scalar.
    pub fn version<T: Serialize + ?Sized>(version: &T) -> Result<Self, Problem> {
        ETag::of(version).map(Self::exactly)
    }

    /// Refuses the request unless the current version is one that the caller named.
    ///
    /// # Errors
    ///
    /// `precondition-failed` (412).
    pub fn check<T: Serialize + ?Sized>(&self, current: &T) -> Result<(), Problem> {
        self.check_tag(&ETag::of(current)?)
    }

    /// The same for a version that is known by its tag.
    ///
    /// # Errors
    ///
    /// `precondition-failed` (412).
    pub fn check_tag(&self, current: &ETag) -> Result<(), Problem> {
        if self.allows(current) { Ok(()) } else { Err(own::precondition_failed()) }
    }

    /// Whether the current version is one that the caller named (strong comparison).
    #[must_use]
    pub fn allows(&self, current: &ETag) -> bool {
        match &self.0 {
            Tags::Any => true,
            Tags::List(tags) => tags.iter().any(|tag| tag.matches_strongly(current)),
        }
    }

    /// Whether it is `*`.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.0 == Tags::Any
    }
}

impl IfNoneMatch {
    /// Whether the caller has the current version already (weak comparison).
    #[must_use]
    pub fn has(&self, current: &ETag) -> bool {
        match &self.0 {
            Tags::Any => true,
            Tags::List(tags) => tags.iter().any(|tag| tag.matches_weakly(current)),
        }
    }
}

impl FromStr for ETag {
    type Err = InvalidETag;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match Self::read(text) {
            Some((tag, "")) => Ok(tag),
            _ => Err(InvalidETag),
        }
    }
}

impl FromStr for IfMatch {
    type Err = InvalidETag;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl FromStr for IfNoneMatch {
    type Err = InvalidETag;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl FromStr for Tags {
    type Err = InvalidETag;

    /// A tag may hold commas, so the list is read and not split.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const SPACE: [char; 2] = [' ', '\t'];
        let mut rest = text.trim_matches(SPACE);
        if rest == "*" {
            return Ok(Self::Any);
        }
        let mut tags = Vec::new();
        loop {
            rest = rest.trim_start_matches(SPACE);
            if rest.is_empty() {
                break;
            }
            if let Some(after) = rest.strip_prefix(',') {
                rest = after;
                continue;
            }
            let (tag, after) = ETag::read(rest).ok_or(InvalidETag)?;
            tags.push(tag);
            rest = after.trim_start_matches(SPACE);
            if !rest.is_empty() && !rest.starts_with(',') {
                return Err(InvalidETag);
            }
        }
        if tags.is_empty() { Err(InvalidETag) } else { Ok(Self::List(tags)) }
    }
}

impl fmt::Display for ETag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weak = if self.is_weak { "W/" } else { "" };
        write!(formatter, "{weak}\"{}\"", self.opaque)
    }
}

impl fmt::Display for Tags {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => formatter.write_str("*"),
            Self::List(tags) => {
                for (index, tag) in tags.iter().enumerate() {
                    if index > 0 {
                        formatter.write_str(", ")?;
                    }
                    tag.fmt(formatter)?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for IfMatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Display for IfNoneMatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl From<ETag> for IfMatch {
    fn from(tag: ETag) -> Self {
        Self::exactly(tag)
    }
}

#[cfg(test)]
mod tests {
    use super::{ETag, IfMatch, IfNoneMatch};

    #[test]
    fn comparison_is_strong_for_if_match_and_weak_for_if_none_match() {
        // The table of RFC 9110 §8.8.3.2.
        for (one, other, strongly, weakly) in [
            ("W/\"1\"", "W/\"1\"", false, true),
            ("W/\"1\"", "W/\"2\"", false, false),
            ("W/\"1\"", "\"1\"", false, true),
            ("\"1\"", "\"1\"", true, true),
        ] {
            let current: ETag = other.parse().expect("a tag");
            assert_eq!(
                one.parse::<IfMatch>().expect("tags").allows(&current),
                strongly,
                "{one} {other}"
            );
            assert_eq!(
                one.parse::<IfNoneMatch>().expect("tags").has(&current),
                weakly,
                "{one} {other}"
            );
        }
    }

    #[test]
    fn lists_and_the_star_are_read() {
        for (text, expected) in [
            ("*", Some("*")),
            ("\"a\", W/\"b\",\"c,d\"", Some("\"a\", W/\"b\", \"c,d\"")),
            (", \"a\" ,, \"b\",", Some("\"a\", \"b\"")),
            ("\"\"", Some("\"\"")),
            ("a", None),
            ("\"a", None),
            ("w/\"a\"", None),
            ("\"a\" \"b\"", None),
            ("\"a b\"", None),
            ("*, \"a\"", None),
            ("", None),
            (",", None),
        ] {
            let read = text.parse::<IfMatch>().ok().map(|tags| tags.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn any_scalar_is_a_version() {
        for (tag, expected) in [
            (ETag::of(&7), "\"7\""),
            (ETag::of("a b\"%é"), "\"a%20b%22%25%C3%A9\""),
            (ETag::of(&true), "\"true\""),
        ] {
            assert_eq!(tag.expect("a scalar").to_string(), expected);
        }
        assert!(ETag::of(&[1]).is_err());
        assert!(IfMatch::version(&7).expect("a scalar").check(&7).is_ok());
        assert_eq!(
            IfMatch::version(&7)
                .expect("a scalar")
                .check(&8)
                .expect_err("another version")
                .status(),
            412
        );
    }
}
