// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Fulfilment Service.

use std::fmt;

use retail_models::inventory::WarehouseCode;
use retail_models::order::OrderId;
use retail_models::shipping::Carrier;
use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Field, Shape, Shaped};

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum PlanState {
    /// To be packed.
    Open,
    /// The order was cancelled, and nothing is to be packed.
    Dropped,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl PlanState {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Open => "open",
            Self::Dropped => "dropped",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for PlanState {
    fn from(value: String) -> Self {
        match value.as_str() {
            "open" => Self::Open,
            "dropped" => Self::Dropped,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for PlanState {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for PlanState {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for PlanState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for PlanState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for PlanState {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("PlanState", &["open", "dropped"]);
        &SHAPE
    }
}

/// What is to be packed for an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PackingPlan {
    /// Which order.
    pub order_id: OrderId,
    /// What is to be done.
    pub state: PlanState,
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
    /// Where they lie.
    pub warehouse: WarehouseCode,
}

impl Shaped for PackingPlan {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PackingPlan", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("state", Shape::of::<PlanState>()),
            Field::new("carrier", Shape::of::<Carrier>()),
            Field::new("weight", Shape::float64().exclusive_minimum_float(0.0)),
            Field::new("pieces", Shape::int32().minimum(1)),
            Field::new("warehouse", Shape::of::<WarehouseCode>()),
        ]);
        &SHAPE
    }
}
