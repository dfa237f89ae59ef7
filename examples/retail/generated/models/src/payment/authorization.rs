// @generated from specs/models/payment.yaml by `cargo xtask generate`. Do not edit.

//! `Authorization` of the payment domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::{Bytes, Timestamp};

use crate::common::Money;
use crate::customer::CustomerId;
use crate::payment::{AuthorizationId, AuthorizationStatus};

/// Money of a customer that is set aside for us.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Authorization {
    /// Identifies it.
    pub id: AuthorizationId,
    /// Whose money.
    pub customer_id: CustomerId,
    /// How much is set aside.
    pub amount: Money,
    /// What the provider says.
    pub status: AuthorizationStatus,
    /// When the provider answered.
    pub authorized_at: Timestamp,
    /// The provider's signed receipt, kept for disputes.
    ///
    /// Payment data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<Bytes>,
}

impl fmt::Debug for Authorization {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Authorization")
            .field("id", &self.id)
            .field("customer_id", &self.customer_id)
            .field("amount", &self.amount)
            .field("status", &self.status)
            .field("authorized_at", &self.authorized_at)
            .field("receipt", &Redacted)
            .finish()
    }
}

impl Shaped for Authorization {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Authorization", &[
            Field::new("id", Shape::of::<AuthorizationId>()),
            Field::new("customerId", Shape::of::<CustomerId>()),
            Field::new("amount", Shape::of::<Money>()),
            Field::new("status", Shape::of::<AuthorizationStatus>()),
            Field::new("authorizedAt", Shape::timestamp()),
            Field::new("receipt", Shape::bytes()).optional().classified(Classification::Payment),
        ]);
        &SHAPE
    }
}
