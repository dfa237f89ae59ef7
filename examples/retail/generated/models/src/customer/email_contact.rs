// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `EmailContact` of the customer domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::Timestamp;

/// Reached by e-mail.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EmailContact {
    /// Where mails go.
    ///
    /// At most 254 characters. Personal data; redacted in logs.
    pub address: String,
    /// When the customer last followed a confirmation link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_at: Option<Timestamp>,
}

impl fmt::Debug for EmailContact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EmailContact")
            .field("address", &Redacted)
            .field("verified_at", &self.verified_at)
            .finish()
    }
}

impl Shaped for EmailContact {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("EmailContact", &[
            Field::new("address", Shape::email().max_length(254))
                .classified(Classification::Personal),
            Field::new("verifiedAt", Shape::timestamp()).optional(),
        ]);
        &SHAPE
    }
}
