// @generated from specs/events/order.v2.yaml by `cargo xtask generate`. Do not edit.

//! `OrderArchived` of the order domain, version 1.0.0.
//!
//! `order.order-archived.v1` · platform event

use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First};
use tiebeam::shape::{Shape, Shaped};

/// An order left the books.
///
/// **Deprecated:** Nobody listens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct OrderArchived {}

impl Shaped for OrderArchived {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderArchived", &[]);
        &SHAPE
    }
}

impl Event for OrderArchived {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "order",
            name: "OrderArchived",
            version: "1.0.0",
            ty: "com.example.order.OrderArchived.v1",
            topic: "order.order-archived.v1",
            schema_uri: "https://example.com/schemas/order/OrderArchived/1.0.0",
            schema: include_str!("../schemas/OrderArchived.v1.json"),
            class: Class::Platform,
            is_keyed: false,
            retention_seconds: None,
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        None
    }
}
