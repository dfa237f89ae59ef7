// @generated from specs/models/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `Reservation` of the inventory domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Timestamp;

use crate::inventory::{ReservationId, ReservedLine, WarehouseCode};

/// Stock that is set aside for an order.
/// It lapses by itself when the order is not confirmed in time, so a crashed caller cannot
/// empty our shelves.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reservation {
    /// Identifies it.
    pub id: ReservationId,
    /// What is set aside.
    ///
    /// 1 to 100 items.
    pub lines: Vec<ReservedLine>,
    /// Where it lies.
    pub warehouse: WarehouseCode,
    /// When it lapses.
    pub expires_at: Timestamp,
}

impl Shaped for Reservation {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Reservation", &[
            Field::new("id", Shape::of::<ReservationId>()),
            Field::new(
                "lines",
                Shape::list(&Shape::of::<ReservedLine>()).min_items(1).max_items(100),
            ),
            Field::new("warehouse", Shape::of::<WarehouseCode>()),
            Field::new("expiresAt", Shape::timestamp()),
        ]);
        &SHAPE
    }
}
