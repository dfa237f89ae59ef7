// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `Contact` of the customer domain.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Shape, Shaped, Variant};
use tiebeam::types::Value;
use tiebeam::union::{self, Tagged, Union};

use crate::customer::{EmailContact, PhoneContact, PostalContact};

/// A way in which a customer wants to be reached.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "channel")]
pub enum Contact {
    /// Reached by e-mail.
    #[serde(rename = "email")]
    Email(EmailContact),
    /// Reached by telephone.
    #[serde(rename = "phone")]
    Phone(PhoneContact),
    /// Reached by letter.
    #[serde(rename = "post")]
    Post(PostalContact),
    /// A kind this version does not know; it survives a round trip.
    #[serde(untagged)]
    Unknown(Value),
}

impl fmt::Debug for Contact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Email(payload) => formatter.debug_tuple("Email").field(payload).finish(),
            Self::Phone(payload) => formatter.debug_tuple("Phone").field(payload).finish(),
            Self::Post(payload) => formatter.debug_tuple("Post").field(payload).finish(),
            Self::Unknown(_) => formatter.debug_tuple("Unknown").field(&Redacted).finish(),
        }
    }
}

impl Union for Contact {
    const TAG: &'static str = "channel";

    fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
        match tagged.tag() {
            "email" => tagged.payload().map(Self::Email),
            "phone" => tagged.payload().map(Self::Phone),
            "post" => tagged.payload().map(Self::Post),
            _ => tagged.into_value().map(Self::Unknown),
        }
    }
}

impl<'de> Deserialize<'de> for Contact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        union::read(deserializer)
    }
}

impl Shaped for Contact {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::union("Contact", "channel", &[
            Variant::new("email", Shape::of::<EmailContact>()),
            Variant::new("phone", Shape::of::<PhoneContact>()),
            Variant::new("post", Shape::of::<PostalContact>()),
        ]);
        &SHAPE
    }
}
