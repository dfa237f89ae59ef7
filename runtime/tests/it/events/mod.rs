//! Events as `CloudEvents`: written as the standard says, read as others write them.

mod http;
mod json;
mod nats;
mod typed;
mod upcast;

use tiebeam::event::{Attribute, Data, Envelope};

/// An event that has everything.
fn full() -> Envelope {
    let number = |text: &str| text.parse().expect("a name of an attribute");
    Envelope::new("7-é", "/acme/orders?a=b#c", "example.acme.order.OrderCreated.v1")
        .and_then(|event| event.with_subject("o 1"))
        .and_then(|event| event.with_schema("https://acme.example/schemas/order/1.2.0"))
        .expect("its attributes are fine")
        .with_time("2026-11-28T02:00:00.5Z".parse().expect("a time"))
        .with_extension(number("partitionkey"), Attribute::string("100% \"o\"").expect("text"))
        .with_extension(
            number("sequence"),
            Attribute::string("00000000000000000042").expect("text"),
        )
        .with_data(Data::json(r#"{"total":{"amount":"1.50"},"n":1e400}"#).expect("JSON"))
}
