// @generated from specs/models/catalog.yaml by `cargo xtask generate`. Do not edit.

//! `Tags` of the catalog domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};

/// Words that an article is found by.
///
/// At most 20 items. No item comes twice.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tags(pub Vec<String>);

impl From<Vec<String>> for Tags {
    fn from(value: Vec<String>) -> Self {
        Self(value)
    }
}

impl Shaped for Tags {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::list(&Shape::string()).max_items(20).unique_items();
        &SHAPE
    }
}
