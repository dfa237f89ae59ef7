// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `Customer` of the customer domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Timestamp;

use crate::common::Revision;
use crate::customer::{CustomerId, CustomerStatus, LoyaltyLevel, Profile};

/// A person or a company with an account.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Customer {
    /// Given when the account is opened.
    pub id: CustomerId,
    /// Grows with every change; the source of the entity tag.
    pub revision: Revision,
    /// Where the relationship stands.
    pub status: CustomerStatus,
    /// Level in the loyalty program.
    pub loyalty: LoyaltyLevel,
    /// What the customer may change.
    pub profile: Profile,
    /// When the account was opened.
    pub customer_since: Timestamp,
    /// When the last order was placed; null for somebody who has not ordered yet.
    pub last_order_at: Option<Timestamp>,
}

impl Shaped for Customer {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Customer", &[
            Field::new("id", Shape::of::<CustomerId>()),
            Field::new("revision", Shape::of::<Revision>()),
            Field::new("status", Shape::of::<CustomerStatus>()),
            Field::new("loyalty", Shape::of::<LoyaltyLevel>()),
            Field::new("profile", Shape::of::<Profile>()),
            Field::new("customerSince", Shape::timestamp()),
            Field::new("lastOrderAt", Shape::timestamp().nullable()),
        ]);
        &SHAPE
    }
}
