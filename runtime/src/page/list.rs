//! Lists that are cut into pages.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use crate::problem::{Problem, own};
use crate::shape::{ParameterIn, Violation};

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Page<T> {
    /// What the page holds.
    pub items: Vec<T>,
    /// Where the next page begins; absent on the last page.
    #[serde(default = "Option::default")]
    pub next_cursor: Option<Cursor>,
}

/// Which page of a list is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageRequest {
    /// Greatest number of items; zero leaves it to the server.
    pub limit: u32,
    /// Where the page begins; absent for the first page.
    pub cursor: Option<Cursor>,
}

/// Where a page begins; only the server that made it knows what it means.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(String);

impl<T> Page<T> {
    /// The only page, or the last one.
    #[must_use]
    pub fn last(items: Vec<T>) -> Self {
        Self { items, next_cursor: None }
    }

    /// A page that others follow.
    #[must_use]
    pub fn followed(items: Vec<T>, next: Cursor) -> Self {
        Self { items, next_cursor: Some(next) }
    }

    /// The same page of something else.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), next_cursor: self.next_cursor }
    }
}

/// The cursor comes first, so that the server finds it without reading over the items.
impl<T: Serialize> Serialize for Page<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Page", 2)?;
        match &self.next_cursor {
            Some(cursor) => members.serialize_field("nextCursor", cursor)?,
            None => members.skip_field("nextCursor")?,
        }
        members.serialize_field("items", &self.items)?;
        members.end()
    }
}

/// The cursor in the text of a page that was written here, and the text behind it.
pub(crate) fn next_cursor(page: &str) -> Option<(String, &str)> {
    let rest = page.strip_prefix(BEFORE_CURSOR)?;
    let mut texts = serde_json::Deserializer::from_str(rest).into_iter::<String>();
    let cursor = texts.next()?.ok()?;
    Some((cursor, &rest[texts.byte_offset()..]))
}

/// The text of a page with another cursor, which needs no escapes.
pub(crate) fn with_cursor(cursor: &str, behind: &str) -> String {
    [BEFORE_CURSOR, "\"", cursor, "\"", behind].concat()
}

/// How a page begins that others follow.
const BEFORE_CURSOR: &str = "{\"nextCursor\":";

impl PageRequest {
    /// The first page, as long as the server likes.
    #[must_use]
    pub fn first() -> Self {
        Self::default()
    }

    /// The page that follows another, if there is one.
    #[must_use]
    pub fn after<T>(self, page: &Page<T>) -> Option<Self> {
        page.next_cursor.clone().map(|cursor| Self { cursor: Some(cursor), ..self })
    }
}

impl Cursor {
    /// Takes any text as a cursor.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Hides a position, for example the key of the last item, in a cursor.
    ///
    /// # Errors
    ///
    /// When the position cannot be written as JSON.
    pub fn encode<T: Serialize>(position: &T) -> Result<Self, Problem> {
        let text = serde_json::to_vec(position)
            .map_err(|error| own::internal(format!("a cursor: {error}")))?;
        Ok(Self(URL_SAFE_NO_PAD.encode(text)))
    }

    /// Finds the position again.
    ///
    /// # Errors
    ///
    /// `validation-failed` when the cursor was not made by [`encode`](Self::encode) of the same type.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let text = URL_SAFE_NO_PAD.decode(&self.0).ok();
        text.and_then(|text| serde_json::from_slice(&text).ok()).ok_or_else(|| {
            let detail = "is not a cursor that this list gave out";
            own::validation(vec![Violation::in_parameter("cursor", ParameterIn::Query, detail)])
        })
    }

    /// The text of the cursor.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Page, next_cursor, with_cursor};

    #[test]
    fn the_cursor_of_a_written_page_is_found() {
        for (page, expected) in [
            (Page::last(vec![1]), None),
            (Page::followed(vec![1], Cursor::new("a\"b")), Some("a\"b".to_owned())),
        ] {
            let text = serde_json::to_string(&page).expect("a page can be written");
            assert_eq!(next_cursor(&text).map(|(cursor, _)| cursor), expected, "{text}");
            if let Some((_, behind)) = next_cursor(&text) {
                assert_eq!(with_cursor("x", behind), r#"{"nextCursor":"x","items":[1]}"#);
            }
            assert_eq!(serde_json::from_str::<Page<i32>>(&text).expect("a page can be read"), page);
        }
    }

    #[test]
    fn a_position_survives_in_a_cursor() {
        let cursor = Cursor::encode(&("2026-11-22", 7)).expect("a position can be written");
        assert_eq!(
            cursor.decode::<(String, i32)>().expect("it is our own"),
            ("2026-11-22".to_owned(), 7)
        );
        assert_eq!(
            Cursor::new("%").decode::<i32>().expect_err("it is not ours").code(),
            "validation-failed"
        );
    }
}
