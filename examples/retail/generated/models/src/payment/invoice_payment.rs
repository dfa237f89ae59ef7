// @generated from specs/models/payment.yaml by `cargo xtask generate`. Do not edit.

//! `InvoicePayment` of the payment domain.

use serde::{Deserialize, Serialize};
use tiebeam::literal;
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Duration;

/// On account; for customers with a credit limit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvoicePayment {
    /// Time to pay after delivery.
    ///
    /// `P14D` when absent.
    #[serde(default = "InvoicePayment::default_terms")]
    pub terms: Duration,
    /// The customer's own number, printed on the invoice.
    ///
    /// At most 35 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purchase_order: Option<String>,
}

impl InvoicePayment {
    fn default_terms() -> Duration {
        literal("\"P14D\"")
    }
}

impl Shaped for InvoicePayment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("InvoicePayment", &[
            Field::new("terms", Shape::duration()).optional(),
            Field::new("purchaseOrder", Shape::string().max_length(35)).optional(),
        ]);
        &SHAPE
    }
}
