// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `InvoicePayment` of the order domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Pays by invoice.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvoicePayment {
    /// Due in days.
    ///
    /// At least 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_in_days: Option<i32>,
}

impl Shaped for InvoicePayment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("InvoicePayment", &[
            Field::new("dueInDays", Shape::int32().minimum(1)).optional(),
        ]);
        &SHAPE
    }
}
