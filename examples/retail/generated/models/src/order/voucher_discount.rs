// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `VoucherDiscount` of the order domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Pattern, Shape, Shaped};

use crate::common::Money;

/// A fixed amount against a voucher.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VoucherDiscount {
    /// The voucher's code.
    ///
    /// 6 to 20 characters. Matches `^[A-Z0-9-]+$`.
    pub code: String,
    /// What it is worth.
    pub amount: Money,
}

static VOUCHER_DISCOUNT_CODE_PATTERN: Pattern = Pattern::new(r"^[A-Z0-9\-]+$");

impl Shaped for VoucherDiscount {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("VoucherDiscount", &[
            Field::new(
                "code",
                Shape::string()
                    .min_length(6)
                    .max_length(20)
                    .pattern(&VOUCHER_DISCOUNT_CODE_PATTERN),
            ),
            Field::new("amount", Shape::of::<Money>()),
        ]);
        &SHAPE
    }
}
