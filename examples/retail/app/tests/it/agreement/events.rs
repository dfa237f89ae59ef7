//! Events travel as `CloudEvents` in every mode, and their types agree with the schemas that they embed: strict where
//! they are written, tolerant where they are read.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jsonschema::{Draft, Validator};
use retail_models::customer::CustomerId;
use retail_models::inventory::ReservationId;
use retail_models::order::OrderId;
use retail_order_events::OrderConfirmed;
use serde_json::{Value, json};
use tiebeam::Context;
use tiebeam::bus::{Message, Position};
use tiebeam::event::http::Received;
use tiebeam::event::{Data, Definition, Envelope, Event, Source, Unreadable, from_json};
use tiebeam::event::{http, nats};
use tiebeam::types::{Timestamp, Uuid};

use super::damage::damaged;
use super::is_laxer_schema;
use super::roundtrip::Spelling;
use super::values::{Random, valid};

/// Values that are drawn per event, and the changes that are made to each.
const VALUES: usize = 40;
const CHANGES: usize = 20;

/// Does the same with every event: calls a function of one type parameter, with the arguments that are given.
macro_rules! every_event {
    ($function:ident($($argument:expr),*)) => {[
        $function::<retail_customer_events::CustomerSyncedToCrm>($($argument),*),
        $function::<retail_customer_events::CustomerUpdated>($($argument),*),
        $function::<retail_inventory_events::InventoryAdjusted>($($argument),*),
        $function::<retail_inventory_events::InventoryReserved>($($argument),*),
        $function::<retail_inventory_events::InventoryShort>($($argument),*),
        $function::<retail_order_events::OrderCancelled>($($argument),*),
        $function::<OrderConfirmed>($($argument),*),
        $function::<retail_order_events::OrderCreated>($($argument),*),
        $function::<retail_payment_events::PaymentAuthorized>($($argument),*),
        $function::<retail_payment_events::PaymentFailed>($($argument),*),
        $function::<retail_platform_events::DeploymentCompleted>($($argument),*),
    ]};
}

fn definition<E: Event>() -> &'static Definition {
    E::definition()
}

fn schema<E: Event>() -> Value {
    serde_json::from_str(E::definition().schema).expect("an embedded schema is JSON")
}

/// Asserts formats, as the reader does.
fn validator(schema: &Value) -> Validator {
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .build(schema)
        .expect("the schema is valid")
}

/// An occurrence whose data nobody checked.
fn unchecked<E: Event>(data: &Value) -> Envelope {
    Envelope::new("1", "/elsewhere", E::definition().ty)
        .and_then(|envelope| Ok(envelope.with_data(Data::json(data.to_string())?)))
        .expect("it is one")
}

#[test]
fn no_event_is_left_out() {
    let generated = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/events");
    let list = |directory: &Path| {
        let entries = fs::read_dir(directory).expect("the directory is generated");
        entries.map(|entry| entry.expect("it can be listed").path()).collect::<Vec<_>>()
    };
    let domains = list(&generated);
    let schemas = domains.iter().flat_map(|domain| list(&domain.join("schemas")));
    let texts: BTreeSet<String> =
        schemas.map(|path| fs::read_to_string(path).expect("a schema can be read")).collect();
    let embedded = every_event!(definition()).map(|definition| definition.schema.to_owned());
    assert_eq!(texts, BTreeSet::from(embedded));
}

#[test]
fn an_event_is_called_as_the_specs_say() {
    let said = every_event!(definition()).map(|definition| {
        let Definition { ty, topic, schema_uri, is_keyed, retention_seconds, .. } = definition;
        assert!(*is_keyed && retention_seconds.is_some(), "{definition}");
        (*ty, *topic, *schema_uri)
    });
    assert_eq!(
        said[0],
        (
            "example.acme.customer.CustomerSyncedToCRM.v1",
            "customer.customer-synced-to-crm.v1",
            "https://acme.example/schemas/customer/CustomerSyncedToCRM/1.0.0",
        )
    );
    let named = |index: fn(&(&'static str, &'static str, &'static str)) -> &'static str| {
        said.iter().map(index).collect::<BTreeSet<_>>().len()
    };
    assert_eq!([named(|said| said.0), named(|said| said.1), named(|said| said.2)], [said.len(); 3]);
}

#[test]
fn an_order_that_is_confirmed_is_heard_of() {
    let confirmed = OrderConfirmed {
        order_id: OrderId(Uuid::from_u128(7)),
        customer_id: CustomerId(Uuid::from_u128(8)),
        reservation_id: ReservationId(Uuid::from_u128(9)),
        confirmed_at: Timestamp::UNIX_EPOCH,
    };
    let context = Context::new();
    let source = Source { uri: "/acme-retail/order-service", context: &context, cause: None };
    let envelope = Envelope::of(&confirmed, Uuid::from_u128(1), Timestamp::UNIX_EPOCH, &source)
        .expect("it follows its schema");

    let (headers, body) = http::binary(&envelope);
    assert_eq!(headers["ce-type"], "example.acme.order.OrderConfirmed.v1");
    assert_eq!(headers["ce-partitionkey"], "00000000-0000-0000-0000-000000000007");

    let Ok(Received::One(received)) = http::read(&headers, body) else { panic!("one was sent") };
    assert_eq!(received.read(), Ok(confirmed));
}

/// Every example of a spec: written, sent in each mode, read; returns the member that is the key.
fn travels<E: Event + std::fmt::Debug + PartialEq>() -> String {
    let (definition, schema) = (E::definition(), schema::<E>());
    let validator = validator(&schema);
    assert_eq!(schema["$id"], definition.schema_uri);
    let context = Context::new();
    let source = Source { uri: "/acme-retail/test", context: &context, cause: None };
    let examples = schema["examples"].as_array().expect("every event has an example");
    let mut key = None;
    for example in examples {
        let event: E = from_json(&example.to_string()).expect("an example follows its schema");
        let envelope = Envelope::of(&event, Uuid::max(), Timestamp::UNIX_EPOCH, &source)
            .expect("what was read strictly can be written");
        let data = envelope.data().expect("an event has data");
        let data: Value = serde_json::from_slice(data.bytes()).expect("it is JSON");
        assert!(validator.is_valid(&data), "{definition}: its own schema refuses {data}");
        assert_eq!(Spelling::of(&schema).difference(example, &data), None, "{definition}");
        assert_eq!(
            (envelope.ty(), envelope.schema()),
            (definition.ty, Some(definition.schema_uri))
        );
        let keyed = envelope.extension("partitionkey").and_then(|value| value.as_str());
        assert_eq!(envelope.subject(), keyed);
        let members = example.as_object().expect("data is an object");
        let member = members.iter().find(|(_, value)| value.as_str() == keyed);
        key = member.map(|(name, _)| name.clone());
        for (headers, body) in [http::structured(&envelope), http::binary(&envelope)] {
            let received = http::read(&headers, body).expect("it is an event");
            assert_eq!(received, Received::One(Box::new(envelope.clone())), "{definition}");
        }
        for (headers, body) in [nats::structured(&envelope), nats::binary(&envelope)] {
            let headers = headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            assert_eq!(nats::read(headers, body).as_ref(), Ok(&envelope), "{definition}");
        }
        assert_eq!(envelope.read().as_ref(), Ok(&event), "{definition}");
    }
    key.unwrap_or_else(|| panic!("{definition} has no example with a key"))
}

#[test]
fn an_event_is_written_sent_and_read_in_every_mode() {
    assert_eq!(
        every_event!(travels()),
        [
            "customerId",
            "customerId",
            "sku",
            "orderId",
            "orderId",
            "orderId",
            "orderId",
            "orderId",
            "orderId",
            "orderId",
            "component",
        ]
    );
}

/// The document of the platform, which is embedded nowhere.
fn platform() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/docs/asyncapi.json");
    let text = fs::read_to_string(path).expect("the document is generated");
    serde_json::from_str(&text).expect("a document is JSON")
}

/// What a document says of a schema that stands in it, in the draft that it is written in, by a reader that knows the
/// formats that came with the next.
fn of_document(document: &Value, schema: &Value) -> Validator {
    let whole = json!({ "allOf": [schema], "components": document["components"] });
    let later = |format: &str| {
        let validator = validator(&json!({ "format": format }));
        move |text: &str| validator.is_valid(&text.into())
    };
    jsonschema::options()
        .with_draft(Draft::Draft7)
        .with_format("duration", later("duration"))
        .with_format("uuid", later("uuid"))
        .should_validate_formats(true)
        .build(&whole)
        .expect("the schema is valid")
}

/// What travels over NATS is what the document says; returns how many values both drafts judged alike.
fn is_as_documented<E: Event>(document: &Value, random: &mut Random) -> usize {
    let (definition, schema) = (E::definition(), schema::<E>());
    let messages = &document["channels"][definition.topic]["messages"];
    let messages = messages.as_object().expect("the topic is a channel");
    let [message] = messages.values().collect::<Vec<_>>()[..] else { panic!("{messages:?}") };
    let headers_of = of_document(document, &message["headers"]);
    let (payload_of, validator) = (of_document(document, &message["payload"]), validator(&schema));
    let context = Context::new();
    let source = Source { uri: "/acme-retail/test", context: &context, cause: None };
    for example in schema["examples"].as_array().expect("every event has an example") {
        let event: E = from_json(&example.to_string()).expect("an example follows its schema");
        let envelope = Envelope::of(&event, Uuid::max(), Timestamp::UNIX_EPOCH, &source)
            .expect("what was read strictly can be written");
        let message = Message::new(definition.topic, envelope)
            .with_position(Position { epoch: 1, sequence: 7 });
        let (headers, body) = nats::binary(message.event());
        let headers: Value =
            headers.into_iter().map(|(name, value)| (name, Value::String(value))).collect();
        let errors: Vec<String> =
            headers_of.iter_errors(&headers).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{definition}: {errors:?}\n{headers:#}");
        let missing = headers.as_object().into_iter().flat_map(|headers| headers.keys());
        for name in missing {
            let mut fewer = headers.clone();
            fewer.as_object_mut().expect("an object").shift_remove(name);
            assert!(!headers_of.is_valid(&fewer), "{definition} always has {name}");
        }
        let body: Value = serde_json::from_slice(&body).expect("it is JSON");
        assert!(payload_of.is_valid(&body), "{definition}: {body}");
    }
    let mut judged = 0;
    for _ in 0..VALUES {
        let sent = valid(&schema, &schema, random);
        let damaged = (0..CHANGES).map(|_| damaged(&sent, random).0);
        for value in damaged.chain([sent.clone()]) {
            let verdict = validator.is_valid(&value);
            assert_eq!(payload_of.is_valid(&value), verdict, "{definition}: {value}");
            judged += 1;
        }
    }
    judged
}

#[test]
fn a_message_on_nats_is_what_the_document_of_the_platform_says() {
    let (document, mut random) = (platform(), Random::new(Random::seed()));
    let judged = every_event!(is_as_documented(&document, &mut random));
    assert_eq!(judged, [VALUES * (CHANGES + 1); 11]);
}

/// Whatever a schema accepts is read and survives; returns how many values were changed without harm.
fn is_read<E: Event + std::fmt::Debug + PartialEq>(random: &mut Random) -> usize {
    let (definition, schema) = (E::definition(), schema::<E>());
    let (validator, spelling) = (validator(&schema), Spelling::of(&schema));
    let read = |value: &Value| match unchecked::<E>(value).read::<E>() {
        Ok(event) => Some(event),
        Err(Unreadable::Misshapen(wrong)) if wrong.iter().all(|it| is_laxer_schema(it, value)) => {
            None
        }
        Err(error) => panic!("{definition} is not read: {error}\n{value}"),
    };
    let mut accepted = 0;
    for _ in 0..VALUES {
        let sent = valid(&schema, &schema, random);
        assert!(validator.is_valid(&sent), "{definition}: the schema refuses {sent}");
        let event = read(&sent);
        let written = serde_json::to_value(&event).expect("what was read can be written");
        let difference = spelling.difference(&sent, &written);
        assert_eq!(difference, None, "{definition}\n{sent}\n{written}");
        let mut newer = sent.clone();
        newer["noSuchMember"] = json!({ "of": ["a", "later", "version"] });
        assert_eq!(read(&newer), event, "{definition} tolerates what it does not know");
        let refused = from_json::<E>(&newer.to_string());
        assert!(matches!(refused, Err(Unreadable::Misshapen(_))), "{definition}: {refused:?}");
        for _ in 0..CHANGES {
            let (damaged, _) = damaged(&sent, random);
            if validator.is_valid(&damaged) {
                accepted += usize::from(read(&damaged).is_some());
            }
        }
    }
    accepted
}

#[test]
fn whatever_the_schema_accepts_is_read_and_what_nobody_knows_is_not_written() {
    let mut random = Random::new(Random::seed());
    let accepted = every_event!(is_read(&mut random));
    assert!(accepted.iter().all(|accepted| *accepted > 20), "{accepted:?}");
}
