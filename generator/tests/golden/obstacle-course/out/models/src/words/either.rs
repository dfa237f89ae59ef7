// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Either` of the words domain.

use serde::{Deserialize, Deserializer, Serialize};
use tiebeam::shape::{Shape, Shaped, Variant};
use tiebeam::types::Value;
use tiebeam::union::{self, Tagged, Union};

use crate::words::{Context, Problem, Response};

/// Either.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "type")]
pub enum Either {
    /// Self.
    #[serde(rename = "self")]
    SelfValue(Response),
    /// 1st.
    #[serde(rename = "1st")]
    N1st(Problem),
    /// Unknown.
    #[serde(rename = "Unknown")]
    UnknownValue(Context),
    /// A kind this version does not know; it survives a round trip.
    #[serde(untagged)]
    Unknown(Value),
}

impl Union for Either {
    const TAG: &'static str = "type";

    fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
        match tagged.tag() {
            "self" => tagged.payload().map(Self::SelfValue),
            "1st" => tagged.payload().map(Self::N1st),
            "Unknown" => tagged.payload().map(Self::UnknownValue),
            _ => tagged.into_value().map(Self::Unknown),
        }
    }
}

impl<'de> Deserialize<'de> for Either {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        union::read(deserializer)
    }
}

impl Shaped for Either {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::union("Either", "type", &[
            Variant::new("self", Shape::of::<Response>()),
            Variant::new("1st", Shape::of::<Problem>()),
            Variant::new("Unknown", Shape::of::<Context>()),
        ]);
        &SHAPE
    }
}
