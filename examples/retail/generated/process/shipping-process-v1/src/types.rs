// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Shipping Process API.

use std::fmt;

use retail_models::inventory::ReservationId;
use retail_models::order::OrderId;
use retail_models::shipping::Carrier;
use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Field, Shape, Shaped};

/// Which order to plan, and how fast it has to be.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlanOrder {
    /// What is to be shipped.
    pub order_id: OrderId,
    /// How fast.
    ///
    /// `standard` when absent.
    #[serde(default = "PlanOrder::default_speed")]
    pub speed: Speed,
}

impl PlanOrder {
    fn default_speed() -> Speed {
        Speed::Standard
    }
}

impl Shaped for PlanOrder {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PlanOrder", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("speed", Shape::of::<Speed>()).optional(),
        ]);
        &SHAPE
    }
}

/// How an order is to leave the house.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Which order.
    pub order_id: OrderId,
    /// The stock that leaves.
    pub reservation_id: ReservationId,
    /// Who carries it.
    pub carrier: Carrier,
    /// What it weighs in kilograms.
    ///
    /// Greater than 0.
    pub weight: f64,
    /// How many pieces there are to pack.
    ///
    /// At least 1.
    pub pieces: i32,
}

impl Shaped for Plan {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Plan", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("reservationId", Shape::of::<ReservationId>()),
            Field::new("carrier", Shape::of::<Carrier>()),
            Field::new("weight", Shape::float64().exclusive_minimum_float(0.0)),
            Field::new("pieces", Shape::int32().minimum(1)),
        ]);
        &SHAPE
    }
}

/// Which order to ship, and how fast.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ShipOrder {
    /// What to ship.
    pub order_id: OrderId,
    /// How fast.
    ///
    /// `standard` when absent.
    #[serde(default = "ShipOrder::default_speed")]
    pub speed: Speed,
    /// Printed on the label.
    ///
    /// At most 100 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

impl ShipOrder {
    fn default_speed() -> Speed {
        Speed::Standard
    }
}

impl Shaped for ShipOrder {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("ShipOrder", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("speed", Shape::of::<Speed>()).optional(),
            Field::new("remark", Shape::string().max_length(100)).optional(),
        ]);
        &SHAPE
    }
}

/// How fast a parcel travels.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum Speed {
    /// Two or three days.
    Standard,
    /// The next working day.
    Express,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl Speed {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Standard => "standard",
            Self::Express => "express",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for Speed {
    fn from(value: String) -> Self {
        match value.as_str() {
            "standard" => Self::Standard,
            "express" => Self::Express,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for Speed {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for Speed {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for Speed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for Speed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for Speed {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("Speed", &["standard", "express"]);
        &SHAPE
    }
}
