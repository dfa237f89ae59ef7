// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `Standing` of the customer domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::Timestamp;

use crate::common::Money;
use crate::customer::{CustomerId, Rating};

/// The commercial standing of a customer, kept by the CRM.
/// It answers one question for everybody else: may this customer order for that much on
/// account?
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// Whose standing it is.
    pub customer_id: CustomerId,
    /// The credit department's opinion.
    pub rating: Rating,
    /// The most that may be owed at any time; null when every order is prepaid.
    pub credit_limit: Option<Money>,
    /// Whether new orders are refused, whatever the rating says.
    pub on_hold: bool,
    /// Why, for clerks; never shown to the customer.
    ///
    /// At most 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold_reason: Option<String>,
    /// Probability of default within a year, estimated every night.
    ///
    /// At least 0 and less than 1.
    pub risk_score: f64,
    /// Who looks after a business customer.
    ///
    /// Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_manager: Option<String>,
    /// When the credit department last looked.
    pub reviewed_at: Timestamp,
}

impl fmt::Debug for Standing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Standing")
            .field("customer_id", &self.customer_id)
            .field("rating", &self.rating)
            .field("credit_limit", &self.credit_limit)
            .field("on_hold", &self.on_hold)
            .field("hold_reason", &self.hold_reason)
            .field("risk_score", &self.risk_score)
            .field("account_manager", &Redacted)
            .field("reviewed_at", &self.reviewed_at)
            .finish()
    }
}

impl Shaped for Standing {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Standing", &[
            Field::new("customerId", Shape::of::<CustomerId>()),
            Field::new("rating", Shape::of::<Rating>()),
            Field::new("creditLimit", Shape::of::<Money>().nullable()),
            Field::new("onHold", Shape::boolean()),
            Field::new("holdReason", Shape::string().max_length(200)).optional(),
            Field::new(
                "riskScore",
                Shape::float64().minimum_float(0.0).exclusive_maximum_float(1.0),
            ),
            Field::new("accountManager", Shape::email())
                .optional()
                .classified(Classification::Personal),
            Field::new("reviewedAt", Shape::timestamp()),
        ]);
        &SHAPE
    }
}
