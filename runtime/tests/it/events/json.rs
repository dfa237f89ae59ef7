//! The JSON format.

use bytes::Bytes;
use tiebeam::event::{Attribute, Data, Envelope, json};

use super::full;

const LEAST: &str = r#""specversion":"1.0","id":"1","source":"/s","type":"t""#;

fn with(members: &str) -> String {
    format!("{{{LEAST},{members}}}")
}

#[test]
fn an_event_is_written_and_read_again() {
    let text = json::write(&full());
    assert_eq!(
        text,
        r#"{"specversion":"1.0","id":"7-é","source":"/acme/orders?a=b#c","type":"example.acme.order.OrderCreated.v1","subject":"o 1","time":"2026-11-28T02:00:00.5Z","dataschema":"https://acme.example/schemas/order/1.2.0","partitionkey":"100% \"o\"","sequence":"00000000000000000042","datacontenttype":"application/json","data":{"total":{"amount":"1.50"},"n":1e400}}"#
    );
    assert_eq!(json::read(text.as_bytes()), Ok(full()));
    let batch = json::write_batch([&full(), &full()]);
    assert_eq!(json::read_batch(batch.as_bytes()), Ok(vec![full(), full()]));
}

/// What the data of an event comes to: its media type and its bytes.
fn check_data(members: &str, expected: Option<(Option<&str>, &[u8])>) {
    let event =
        json::read(with(members).as_bytes()).unwrap_or_else(|error| panic!("{members}: {error}"));
    let found = event.data().map(|data| (data.media_type(), &**data.bytes()));
    assert_eq!(found, expected, "{members}");
}

#[test]
fn data_is_what_its_media_type_says() {
    let json = Some("application/json");
    check_data(r#""data":{"a":[1, 2.50]}"#, Some((json, br#"{"a":[1, 2.50]}"#)));
    check_data(r#""data":"text""#, Some((json, br#""text""#)));
    check_data(r#""data":null"#, Some((json, b"null")));
    check_data(
        r#""datacontenttype":"text/xml","data":"<a b=\"c\"/>""#,
        Some((Some("text/xml"), br#"<a b="c"/>"#)),
    );
    check_data(
        r#""datacontenttype":"application/vnd.x+json","data":[1]"#,
        Some((Some("application/vnd.x+json"), b"[1]")),
    );
    check_data(r#""data_base64":"AAH/""#, Some((None, b"\x00\x01\xff")));
    check_data(
        r#""datacontenttype":"image/png","data_base64":"AAH/""#,
        Some((Some("image/png"), b"\x00\x01\xff")),
    );
    check_data(r#""subject":null,"data_base64":null"#, None);
}

#[test]
fn bytes_that_are_no_json_travel_in_base64() {
    let data = Data::of("image/png", Bytes::from_static(b"\x00\x01\xff")).expect("a media type");
    let event = Envelope::new("1", "/s", "t").expect("it is one").with_data(data);
    let text = json::write(&event);
    assert!(text.ends_with(r#""datacontenttype":"image/png","data_base64":"AAH/"}"#), "{text}");
    assert_eq!(json::read(text.as_bytes()), Ok(event));
}

#[test]
fn extensions_keep_their_types() {
    let event = json::read(with(r#""anumber":-7,"aflag":true,"anull":null"#).as_bytes());
    let event = event.expect("it is one");
    assert_eq!(event.extension("anumber"), Some(&Attribute::Integer(-7)));
    assert_eq!(event.extension("aflag"), Some(&Attribute::Boolean(true)));
    assert_eq!(event.extension("anull"), None);
    assert_eq!(json::read(json::write(&event).as_bytes()), Ok(event));
}

#[test]
fn what_is_no_event_is_refused_with_the_reason() {
    for (text, reason) in [
        ("{".to_owned(), "no JSON"),
        ("[]".to_owned(), "no JSON of an event"),
        (r#"{"specversion":"0.3","id":"1","source":"/s","type":"t"}"#.to_owned(), "`0.3`"),
        (r#"{"specversion":"1.0","source":"/s","type":"t"}"#.to_owned(), "id is missing"),
        (r#"{"specversion":"1.0","id":null,"source":"/s","type":"t"}"#.to_owned(), "id is missing"),
        (
            r#"{"specversion":"1.0","id":"","source":"/s","type":"t"}"#.to_owned(),
            "id must not be empty",
        ),
        (
            r#"{"specversion":"1.0","id":1,"source":"/s","type":"t"}"#.to_owned(),
            "id must be a string",
        ),
        (with(r#""id":"2""#), "`id` comes twice"),
        (with(r#""data":1,"data_base64":"AA==""#), "exclude each other"),
        (with(r#""data_base64":"?""#), "no base64"),
        (with(r#""data_base64":1"#), "must be a string"),
        (with(r#""time":"yesterday""#), "time"),
        (with(r#""dataschema":"relative""#), "dataschema"),
        (with(r#""datacontenttype":"json""#), "no media type"),
        (with(r#""myExtension":"a""#), "no name of an attribute"),
        (with(r#""ext":1.5"#), "integer of 32 bits"),
        (with(r#""ext":2147483648"#), "integer of 32 bits"),
        (with(r#""ext":{}"#), "must be a string"),
        (with(r#""ext":"a\u0000""#), "U+0000"),
    ] {
        let error = json::read(text.as_bytes()).expect_err(&text).to_string();
        assert!(error.contains(reason), "{text}: {error}");
    }
    let error = json::read_batch(br#"[{"specversion":"1.0"}]"#).expect_err("no event");
    assert_eq!(error.to_string(), "event 0: id is missing");
}
