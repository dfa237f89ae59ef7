// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Discount` of the order domain.

use serde::{Deserialize, Deserializer, Serialize};
use tiebeam::shape::{Shape, Shaped, Variant};
use tiebeam::types::Value;
use tiebeam::union::{self, Tagged, Union};

use crate::order::{PercentageDiscount, VoucherDiscount};

/// Something that makes an order cheaper.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "kind")]
pub enum Discount {
    /// A share of the whole order.
    #[serde(rename = "percentage")]
    Percentage(PercentageDiscount),
    /// A fixed amount against a voucher.
    #[serde(rename = "voucher")]
    Voucher(VoucherDiscount),
    /// A kind this version does not know; it survives a round trip.
    #[serde(untagged)]
    Unknown(Value),
}

impl Union for Discount {
    const TAG: &'static str = "kind";

    fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
        match tagged.tag() {
            "percentage" => tagged.payload().map(Self::Percentage),
            "voucher" => tagged.payload().map(Self::Voucher),
            _ => tagged.into_value().map(Self::Unknown),
        }
    }
}

impl<'de> Deserialize<'de> for Discount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        union::read(deserializer)
    }
}

impl Shaped for Discount {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::union("Discount", "kind", &[
            Variant::new("percentage", Shape::of::<PercentageDiscount>()),
            Variant::new("voucher", Shape::of::<VoucherDiscount>()),
        ]);
        &SHAPE
    }
}
