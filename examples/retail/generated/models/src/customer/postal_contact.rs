// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `PostalContact` of the customer domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::common::Address;

/// Reached by letter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PostalContact {
    /// Where letters go.
    pub address: Address,
}

impl Shaped for PostalContact {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("PostalContact", &[Field::new("address", Shape::of::<Address>())]);
        &SHAPE
    }
}
