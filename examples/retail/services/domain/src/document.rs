//! Entities as JSON documents in a column: what nobody searches needs no column of its own.

use serde::Serialize;
use serde::de::DeserializeOwned;
use tiebeam::Problem;
use tiebeam::problem::own;
use tiebeam::store::{Row, Value};

/// The column of documents.
const COLUMN: &str = "document";

/// An entity as the value of its column.
pub fn write<T: Serialize>(entity: &T) -> Result<Value, Problem> {
    match serde_json::to_string(entity) {
        Ok(text) => Ok(text.into()),
        Err(error) => Err(own::INTERNAL_ERROR.problem().caused_by(error)),
    }
}

/// The entity in a row.
pub fn read<T: DeserializeOwned>(row: &Row) -> Result<T, Problem> {
    let text: String = row.get(COLUMN)?;
    serde_json::from_str(&text).map_err(|error| own::INTERNAL_ERROR.problem().caused_by(error))
}
