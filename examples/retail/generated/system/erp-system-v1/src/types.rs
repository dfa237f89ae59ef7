// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the ERP System API.

use std::fmt;

use retail_models::common::Address;
use retail_models::inventory::{ReservationId, ReservedLine};
use retail_models::order::OrderId;
use retail_models::shipping::Carrier;
use serde::{Deserialize, Serialize, Serializer};
use tiebeam::literal;
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Duration;

/// The order of a list of products.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum ProductSort {
    /// `name`.
    Name,
    /// `price`.
    Price,
    /// `sku`.
    Sku,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl ProductSort {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Name => "name",
            Self::Price => "price",
            Self::Sku => "sku",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for ProductSort {
    fn from(value: String) -> Self {
        match value.as_str() {
            "name" => Self::Name,
            "price" => Self::Price,
            "sku" => Self::Sku,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for ProductSort {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for ProductSort {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for ProductSort {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for ProductSort {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for ProductSort {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("ProductSort", &["name", "price", "sku"]);
        &SHAPE
    }
}

/// What to set aside.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReservationRequest {
    /// What.
    ///
    /// 1 to 100 items.
    pub lines: Vec<ReservedLine>,
    /// How long to keep it.
    ///
    /// `PT30M` when absent.
    #[serde(default = "ReservationRequest::default_hold")]
    pub hold: Duration,
}

impl ReservationRequest {
    fn default_hold() -> Duration {
        literal("\"PT30M\"")
    }
}

impl Shaped for ReservationRequest {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("ReservationRequest", &[
            Field::new(
                "lines",
                Shape::list(&Shape::of::<ReservedLine>()).min_items(1).max_items(100),
            ),
            Field::new("hold", Shape::duration()).optional(),
        ]);
        &SHAPE
    }
}

/// What to send, and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ShipmentRequest {
    /// For which order.
    pub order_id: OrderId,
    /// The stock that leaves.
    pub reservation_id: ReservationId,
    /// Who carries it.
    pub carrier: Carrier,
    /// Weight of everything in kilograms.
    ///
    /// Greater than 0 and less than 1000.
    pub weight: f64,
    /// Where it goes.
    pub ship_to: Address,
    /// Printed on the label.
    ///
    /// At most 100 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

impl Shaped for ShipmentRequest {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("ShipmentRequest", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("reservationId", Shape::of::<ReservationId>()),
            Field::new("carrier", Shape::of::<Carrier>()),
            Field::new(
                "weight",
                Shape::float64().exclusive_minimum_float(0.0).exclusive_maximum_float(1000.0),
            ),
            Field::new("shipTo", Shape::of::<Address>()),
            Field::new("remark", Shape::string().max_length(100)).optional(),
        ]);
        &SHAPE
    }
}
