// @generated from specs/models/shipping.yaml by `cargo xtask generate`. Do not edit.

//! `Shipment` of the shipping domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::{Date, Duration};

use crate::order::OrderId;
use crate::shipping::{Carrier, Parcel, ShipmentId, ShipmentStatus, TrackingEvent};

/// What leaves the warehouse for one order, in one or more parcels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Shipment {
    /// Identifies it.
    pub id: ShipmentId,
    /// What is shipped.
    pub order_id: OrderId,
    /// Who carries it.
    pub carrier: Carrier,
    /// Where it is.
    pub status: ShipmentStatus,
    /// The boxes.
    ///
    /// 1 to 50 items.
    pub parcels: Vec<Parcel>,
    /// What happened so far, the oldest first.
    ///
    /// At most 200 items.
    pub history: Vec<TrackingEvent>,
    /// Where a person can follow it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_page: Option<String>,
    /// How long the carrier says that it takes.
    pub transit: Duration,
    /// The day of delivery, null while the carrier does not know.
    pub expected_on: Option<Date>,
}

static SHIPMENT_SHAPE: Shape = Shape::object("Shipment", &[
    Field::new("id", Shape::of::<ShipmentId>()),
    Field::new("orderId", Shape::of::<OrderId>()),
    Field::new("carrier", Shape::of::<Carrier>()),
    Field::new("status", Shape::of::<ShipmentStatus>()),
    Field::new("parcels", Shape::list(&Shape::of::<Parcel>()).min_items(1).max_items(50)),
    Field::new("history", Shape::list(&Shape::of::<TrackingEvent>()).max_items(200)),
    Field::new("trackingPage", Shape::uri()).optional(),
    Field::new("transit", Shape::duration()),
    Field::new("expectedOn", Shape::date().nullable()),
]);

impl Shaped for Shipment {
    fn shape() -> &'static Shape {
        &SHIPMENT_SHAPE
    }
}
