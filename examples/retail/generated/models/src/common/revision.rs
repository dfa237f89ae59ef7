// @generated from specs/models/common.yaml by `cargo xtask generate`. Do not edit.

//! `Revision` of the common domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};

/// Counts the changes of an entity, from 1.
/// It is what an `ETag` carries and what `If-Match` compares, so two people who edit the same
/// thing cannot overwrite each other unseen.
///
/// At least 1. For example `1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revision(pub i64);

impl From<i64> for Revision {
    fn from(value: i64) -> Self {
        Self(value)
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Shaped for Revision {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::int64().minimum(1);
        &SHAPE
    }
}
