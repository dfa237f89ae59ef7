//! The event that everything is measured with, of the size that events have.

use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::store::{Error, Store, Transaction};
use tiebeam::types::Uuid;
use tiebeam::work::{Declared, Declares, Emits};

/// Where it is published.
pub(crate) const TOPIC: &str = "bench.order-placed.v1";

/// Something that fills an event.
const NOTE: &str = "Leave it with the neighbours on the second floor, they are at home in the afternoon and know about it.";

/// The business row.
pub(crate) const ENTER: &str =
    "INSERT INTO bench_order (id, customer, total, note) VALUES ($1, $2, $3, $4)";

/// An order was placed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderPlaced {
    pub(crate) order_id: String,
    pub(crate) customer_id: String,
    pub(crate) total: String,
    pub(crate) note: String,
}

/// Declares the event.
pub(crate) struct Placing;

/// Declares nothing.
pub(crate) struct Entering;

impl Declares for Placing {
    const EVENTS: &'static [Declared] = &[Declared::always::<OrderPlaced>()];
}

impl Emits<OrderPlaced> for Placing {}

impl Declares for Entering {
    const EVENTS: &'static [Declared] = &[];
}

impl OrderPlaced {
    /// An order of its own, with a key of its own.
    pub(crate) fn new() -> Self {
        Self::with_id(Uuid::now_v7().to_string())
    }

    /// The event of a certain order.
    pub(crate) fn with_id(order_id: String) -> Self {
        let customer_id = Uuid::from_u128(7).to_string();
        Self { order_id, customer_id, total: "129.90".to_owned(), note: NOTE.to_owned() }
    }

    /// Writes the business row.
    pub(crate) async fn enter(&self, transaction: &Transaction) -> Result<(), Error> {
        let row = [&self.order_id, &self.customer_id, &self.total, &self.note];
        transaction.execute(ENTER, &row.map(Into::into)).await.map(drop)
    }
}

impl Shaped for OrderPlaced {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "OrderPlaced",
            &[
                Field::new("orderId", Shape::string().min_length(1)),
                Field::new("customerId", Shape::string().min_length(1)),
                Field::new("total", Shape::string()),
                Field::new("note", Shape::string().max_length(500)),
            ],
        );
        &SHAPE
    }
}

impl Event for OrderPlaced {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "bench",
            name: "OrderPlaced",
            version: "1.0.0",
            ty: "example.acme.bench.OrderPlaced.v1",
            topic: TOPIC,
            schema_uri: "https://acme.example/schemas/bench/OrderPlaced/1.0.0",
            schema: "{}",
            class: Class::Domain,
            is_keyed: true,
            retention_seconds: Some(60 * 60 * 24),
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        Some(self.order_id.clone())
    }
}

/// Creates the tables.
pub(crate) async fn prepare(store: &dyn Store) {
    store.migrate().await.expect("tables");
    let open = store.begin().await.expect("a transaction");
    for table in [
        "CREATE TABLE bench_order (id TEXT PRIMARY KEY, customer TEXT NOT NULL, total TEXT NOT NULL, note TEXT NOT NULL)",
        "CREATE TABLE bench_effect (id TEXT PRIMARY KEY, total TEXT NOT NULL)",
    ] {
        open.execute(table, &[]).await.expect("a table");
    }
    open.commit().await.expect("it is kept");
}
