//! Between the type of an event and its envelope: strict when it is written, tolerant when it is read.

use serde::{Deserialize, Serialize};
use tiebeam::Context;
use tiebeam::event::{
    Class, Data, Definition, Envelope, Event, First, Source, Unreadable, from_json, key_of,
};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::{Timestamp, Uuid};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Opened {
    door: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
}

impl Shaped for Opened {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "Opened",
            &[
                Field::new("door", Shape::string().min_length(1)),
                Field::new("by", Shape::string()).optional(),
            ],
        );
        &SHAPE
    }
}

impl Event for Opened {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "house",
            name: "Opened",
            version: "1.1.0",
            ty: "example.acme.house.Opened.v1",
            topic: "house.opened.v1",
            schema_uri: "https://acme.example/schemas/house/Opened/1.1.0",
            schema: "{}",
            class: Class::Domain,
            is_keyed: true,
            retention_seconds: None,
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        key_of(&self.door)
    }
}

fn envelope(opened: &Opened) -> Result<Envelope, tiebeam::event::Invalid> {
    let context = Context::new().with_correlation_id("c-1");
    let cause = Envelope::new("e-0", "/house", "t").expect("it is one");
    let source = Source { uri: "/house/porter", context: &context, cause: Some(&cause) };
    Envelope::of(opened, Uuid::nil(), Timestamp::UNIX_EPOCH, &source)
}

fn opened(door: &str) -> Opened {
    Opened { door: door.to_owned(), by: None }
}

#[test]
fn an_envelope_says_what_led_to_the_event() {
    let event = envelope(&opened("front")).expect("it follows its schema");
    assert_eq!(event.id(), "00000000-0000-0000-0000-000000000000");
    assert_eq!((event.source(), event.ty()), ("/house/porter", "example.acme.house.Opened.v1"));
    assert_eq!(event.subject(), Some("front"));
    let text = |name| event.extension(name).and_then(|value| value.as_str().map(str::to_owned));
    assert_eq!(text("partitionkey").as_deref(), Some("front"));
    assert_eq!(text("correlationid").as_deref(), Some("c-1"));
    assert_eq!(text("causationid").as_deref(), Some("e-0"));
    assert_eq!(text("traceparent").map(|parent| parent.len()), Some(55));
    assert_eq!(event.read(), Ok(opened("front")));
}

#[test]
fn a_writer_is_strict() {
    let error = envelope(&opened("")).expect_err("a door has a name").to_string();
    assert!(error.starts_with("house.Opened 1.1.0 breaks its schema"), "{error}");
}

#[test]
fn a_reader_tolerates_what_it_does_not_know_and_nothing_else() {
    let read = |ty: &str, data: &'static str| {
        let event = Envelope::new("1", "/s", ty).expect("it is one");
        let event = match data {
            "" => event,
            _ => event.with_data(Data::of("application/json", data).expect("a media type")),
        };
        event.read::<Opened>()
    };
    let ty = Opened::definition().ty;
    assert_eq!(read(ty, r#"{"door":"","colour":"red"}"#), Ok(opened("")), "newer, and looser");
    assert_eq!(read("other", "{}"), Err(Unreadable::OtherType("other".to_owned())));
    assert_eq!(read(ty, ""), Err(Unreadable::NotJson));
    assert_eq!(read(ty, "{"), Err(Unreadable::NotJson));
    assert!(
        matches!(read(ty, r#"{"by":1}"#), Err(Unreadable::Misshapen(wrong)) if wrong.len() == 2)
    );
}

#[test]
fn what_is_written_down_to_be_published_is_read_strictly() {
    assert_eq!(from_json(r#"{"door":"front"}"#), Ok(opened("front")));
    let refused = |text| matches!(from_json::<Opened>(text), Err(Unreadable::Misshapen(wrong)) if wrong.len() == 1);
    assert!(refused(r#"{"door":"front","colour":"red"}"#), "an unknown name");
    assert!(refused(r#"{"door":""}"#), "a constraint");
    assert_eq!(from_json::<Opened>("{"), Err(Unreadable::NotJson));
}

#[test]
fn a_key_is_any_scalar_as_text() {
    assert_eq!(key_of(&Uuid::nil()).as_deref(), Some("00000000-0000-0000-0000-000000000000"));
    assert_eq!(key_of(&7).as_deref(), Some("7"));
    assert_eq!(key_of(&f64::NAN), None);
    assert_eq!(key_of(&["a"]), None);
}
