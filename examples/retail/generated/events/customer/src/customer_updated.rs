// @generated from specs/events/customer.yaml by `cargo xtask generate`. Do not edit.

//! `CustomerUpdated` of the customer domain, version 1.1.0.
//!
//! `customer.customer-updated.v1` · domain event · in order for each `customerId` · kept 365d

use retail_models::common::Revision;
use retail_models::customer::{CustomerId, CustomerStatus, LoyaltyLevel, Profile};
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};

/// A customer's account was opened, changed or closed.
/// It carries the whole state, so a consumer that missed some still ends up right with the next
/// one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomerUpdated {
    /// Whose account.
    pub customer_id: CustomerId,
    /// The revision that this change produced.
    pub revision: Revision,
    /// Where the relationship stands now.
    pub status: CustomerStatus,
    /// Level in the loyalty program now.
    pub loyalty: LoyaltyLevel,
    /// What the customer says about themselves now.
    pub profile: Profile,
    /// Names of the profile's fields that changed; absent when the account was just opened.
    ///
    /// At most 50 items. No item comes twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Vec<String>>,
}

impl Shaped for CustomerUpdated {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("CustomerUpdated", &[
            Field::new("customerId", Shape::of::<CustomerId>()),
            Field::new("revision", Shape::of::<Revision>()),
            Field::new("status", Shape::of::<CustomerStatus>()),
            Field::new("loyalty", Shape::of::<LoyaltyLevel>()),
            Field::new("profile", Shape::of::<Profile>()),
            Field::new("changed", Shape::list(&Shape::string()).max_items(50).unique_items())
                .optional(),
        ]);
        &SHAPE
    }
}

impl Event for CustomerUpdated {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "customer",
            name: "CustomerUpdated",
            version: "1.1.0",
            ty: "example.acme.customer.CustomerUpdated.v1",
            topic: "customer.customer-updated.v1",
            schema_uri: "https://acme.example/schemas/customer/CustomerUpdated/1.1.0",
            schema: include_str!("../schemas/CustomerUpdated.v1.json"),
            class: Class::Domain,
            is_keyed: true,
            retention_seconds: Some(31_536_000),
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        key_of(&self.customer_id)
    }
}
