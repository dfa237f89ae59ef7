// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Cancellation` of the order domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::Timestamp;

use crate::order::CancellationReason;

/// The end of an order that is not fulfilled.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cancellation {
    /// Why.
    pub reason: CancellationReason,
    /// In the customer's own words.
    ///
    /// At most 500 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// When.
    pub cancelled_at: Timestamp,
}

impl fmt::Debug for Cancellation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Cancellation")
            .field("reason", &self.reason)
            .field("comment", &Redacted)
            .field("cancelled_at", &self.cancelled_at)
            .finish()
    }
}

impl Shaped for Cancellation {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Cancellation", &[
            Field::new("reason", Shape::of::<CancellationReason>()),
            Field::new("comment", Shape::string().max_length(500))
                .optional()
                .classified(Classification::Personal),
            Field::new("cancelledAt", Shape::timestamp()),
        ]);
        &SHAPE
    }
}
