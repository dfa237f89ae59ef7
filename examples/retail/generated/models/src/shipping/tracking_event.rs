// @generated from specs/models/shipping.yaml by `cargo xtask generate`. Do not edit.

//! `TrackingEvent` of the shipping domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Timestamp;

use crate::shipping::ShipmentStatus;

/// Something that happened on the way.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TrackingEvent {
    /// When.
    pub at: Timestamp,
    /// What it means for the shipment.
    pub status: ShipmentStatus,
    /// Where, in the carrier's words.
    ///
    /// At most 120 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

impl Shaped for TrackingEvent {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("TrackingEvent", &[
            Field::new("at", Shape::timestamp()),
            Field::new("status", Shape::of::<ShipmentStatus>()),
            Field::new("place", Shape::string().max_length(120)).optional(),
        ]);
        &SHAPE
    }
}
