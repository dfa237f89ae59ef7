// @generated from specs/events/customer.yaml by `cargo xtask generate`. Do not edit.

//! `CustomerSyncedToCRM` of the customer domain, version 1.0.0.
//!
//! `customer.customer-synced-to-crm.v1` · integration event · in order for each `customerId` · kept 30d

use retail_models::common::Revision;
use retail_models::customer::CustomerId;
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Timestamp;

/// The CRM confirmed that it holds a certain revision of a customer.
/// Reports that are made from the CRM wait for it before they trust what they read.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomerSyncedToCrm {
    /// Who was copied.
    pub customer_id: CustomerId,
    /// The revision that the CRM now holds.
    pub revision: Revision,
    /// The account's number inside the CRM.
    ///
    /// At most 20 characters.
    pub account_number: String,
    /// When the CRM confirmed.
    pub synced_at: Timestamp,
}

impl Shaped for CustomerSyncedToCrm {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("CustomerSyncedToCrm", &[
            Field::new("customerId", Shape::of::<CustomerId>()),
            Field::new("revision", Shape::of::<Revision>()),
            Field::new("accountNumber", Shape::string().max_length(20)),
            Field::new("syncedAt", Shape::timestamp()),
        ]);
        &SHAPE
    }
}

impl Event for CustomerSyncedToCrm {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "customer",
            name: "CustomerSyncedToCRM",
            version: "1.0.0",
            ty: "example.acme.customer.CustomerSyncedToCRM.v1",
            topic: "customer.customer-synced-to-crm.v1",
            schema_uri: "https://acme.example/schemas/customer/CustomerSyncedToCRM/1.0.0",
            schema: include_str!("../schemas/CustomerSyncedToCRM.v1.json"),
            class: Class::Integration,
            is_keyed: true,
            retention_seconds: Some(2_592_000),
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        key_of(&self.customer_id)
    }
}
