// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `PhoneContact` of the customer domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Classification, Field, Shape, Shaped};

use crate::common::PhoneNumber;
use crate::customer::DayPart;

/// Reached by telephone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PhoneContact {
    /// What we dial.
    pub number: PhoneNumber,
    /// When a call is welcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_time: Option<DayPart>,
}

impl Shaped for PhoneContact {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PhoneContact", &[
            Field::new("number", Shape::of::<PhoneNumber>()).classified(Classification::Personal),
            Field::new("bestTime", Shape::of::<DayPart>()).optional(),
        ]);
        &SHAPE
    }
}
