//! The HTTP binding.

use http::{HeaderMap, HeaderName, HeaderValue};
use tiebeam::event::http::{Received, batch, binary, read, structured};
use tiebeam::event::{Data, Envelope};

use super::full;

fn headers(fields: &[(&str, &str)]) -> HeaderMap {
    let fields = fields.iter().map(|(name, value)| {
        let name: HeaderName = name.parse().expect("a name");
        (name, HeaderValue::from_bytes(value.as_bytes()).expect("a value"))
    });
    fields.collect()
}

const LEAST: [(&str, &str); 4] =
    [("ce-specversion", "1.0"), ("ce-id", "1"), ("ce-source", "/s"), ("ce-type", "t")];

fn with(fields: &[(&str, &str)]) -> HeaderMap {
    headers(&[&LEAST[..], fields].concat())
}

#[test]
fn binary_mode_spreads_an_event_over_fields() {
    let (fields, body) = binary(&full());
    for (name, value) in [
        ("ce-specversion", "1.0"),
        ("ce-id", "7-%C3%A9"),
        ("ce-source", "/acme/orders?a=b#c"),
        ("ce-subject", "o%201"),
        ("ce-time", "2026-11-28T02:00:00.5Z"),
        ("ce-partitionkey", "100%25%20%22o%22"),
        ("content-type", "application/json"),
    ] {
        assert_eq!(fields.get(name).and_then(|value| value.to_str().ok()), Some(value), "{name}");
    }
    assert!(!fields.contains_key("ce-datacontenttype"));
    assert_eq!(read(&fields, body), Ok(Received::One(Box::new(full()))));
}

#[test]
fn every_mode_is_told_by_its_content_type() {
    let one = Ok(Received::One(Box::new(full())));
    let (mut fields, body) = structured(&full());
    assert_eq!(read(&fields, body.clone()), one);
    let value = HeaderValue::from_static("Application/CloudEvents+JSON; charset=UTF-8");
    fields.insert("content-type", value);
    assert_eq!(read(&fields, body), one);
    let (fields, body) = batch([&full()]);
    assert_eq!(read(&fields, body), Ok(Received::Batch(vec![full()])));
}

#[test]
fn what_others_write_is_read() {
    let named =
        |media_type, bytes: &'static str| Data::of(media_type, bytes).expect("a media type");
    let event = || Envelope::new("1", "/s", "t").expect("it is one");
    for (fields, body, expected) in [
        (
            with(&[("content-type", "text/plain")]),
            "hi",
            event().with_data(named("text/plain", "hi")),
        ),
        (with(&[]), "", event()),
        (
            with(&[("CE-Subject", "\"a \\\"b\\\"\""), ("content-type", "application/json")]),
            "1",
            event()
                .with_subject("a \"b\"")
                .expect("text")
                .with_data(named("application/json", "1")),
        ),
        (
            with(&[("ce-datacontenttype", "text/xml"), ("content-type", "application/json")]),
            "1",
            event().with_data(named("application/json", "1")),
        ),
        (
            with(&[("x-other", "1"), ("ce-subject", "a b")]),
            "",
            event().with_subject("a b").expect("text"),
        ),
    ] {
        let found = read(&fields, body.into());
        assert_eq!(found, Ok(Received::One(Box::new(expected))), "{fields:?}");
    }
}

#[test]
fn what_is_no_event_is_refused_with_the_reason() {
    for (fields, reason) in [
        (headers(&LEAST[1..]), "ce-specversion is missing"),
        (headers(&[("content-type", "application/json")]), "ce-specversion is missing"),
        (with(&[("ce-id", "2")]), "ce-id comes twice"),
        (with(&[("ce-subject", "%C0%80")]), "percent-encoded UTF-8"),
        (with(&[("ce-some_thing", "1")]), "no name of an attribute"),
        (headers(&[("content-type", "application/cloudevents+avro")]), "read as JSON"),
    ] {
        let error = read(&fields, "".into()).expect_err(reason).to_string();
        assert!(error.contains(reason), "{reason}: {error}");
    }
}
