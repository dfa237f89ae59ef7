//! Values that the generator wrote down as JSON.

use serde::de::DeserializeOwned;

/// Reads a default that the generator has checked against its type.
///
/// # Panics
///
/// When the text is not a value of the type.
#[must_use]
pub fn literal<T: DeserializeOwned>(json: &str) -> T {
    match serde_json::from_str(json) {
        Ok(value) => value,
        Err(error) => panic!("the generator checked that {json} is a value of its type: {error}"),
    }
}
