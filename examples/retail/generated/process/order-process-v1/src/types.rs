// @generated from specs/apis/process/order-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Order Process API.

use std::collections::BTreeMap;
use std::fmt;

use retail_models::common::Address;
use retail_models::customer::CustomerId;
use retail_models::inventory::Quantity;
use retail_models::payment::CardPayment;
use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};

/// An order that is paid by card.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CardOrder {
    /// Who orders.
    pub customer_id: CustomerId,
    /// What is ordered: quantities by SKU.
    ///
    /// 1 to 100 entries.
    pub items: BTreeMap<String, Quantity>,
    /// The card.
    pub card: CardPayment,
    /// Where it goes.
    pub ship_to: Address,
    /// For the warehouse.
    ///
    /// At most 500 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

impl fmt::Debug for CardOrder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CardOrder")
            .field("customer_id", &self.customer_id)
            .field("items", &self.items)
            .field("card", &self.card)
            .field("ship_to", &self.ship_to)
            .field("comment", &Redacted)
            .finish()
    }
}

impl Shaped for CardOrder {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("CardOrder", &[
            Field::new("customerId", Shape::of::<CustomerId>()),
            Field::new("items", Shape::map(&Shape::of::<Quantity>()).min_items(1).max_items(100)),
            Field::new("card", Shape::of::<CardPayment>()),
            Field::new("shipTo", Shape::of::<Address>()),
            Field::new("comment", Shape::string().max_length(500))
                .optional()
                .classified(Classification::Personal),
        ]);
        &SHAPE
    }
}
