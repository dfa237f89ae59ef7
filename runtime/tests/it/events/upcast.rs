//! Older major versions are read step by step, and what cannot be read says so.

use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Data, Definition, Envelope, Event, First, Unreadable, Upcast};
use tiebeam::shape::{Field, Shape, Shaped};

/// Three versions of one event: each has a member and calls it otherwise.
macro_rules! versions {
    ($($name:ident $member:ident $ty:literal after $earlier:ty;)*) => {$(
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        struct $name {
            $member: String,
        }

        impl Shaped for $name {
            fn shape() -> &'static Shape {
                static SHAPE: Shape = Shape::object(
                    stringify!($name),
                    &[Field::new(stringify!($member), Shape::string())],
                );
                &SHAPE
            }
        }

        impl Event for $name {
            type Earlier = $earlier;

            fn definition() -> &'static Definition {
                static DEFINITION: Definition = Definition {
                    domain: "house",
                    name: "Opened",
                    version: "1.0.0",
                    ty: $ty,
                    topic: "house.opened",
                    schema_uri: "https://acme.example/schemas/house/Opened/1.0.0",
                    schema: "{}",
                    class: Class::Domain,
                    is_keyed: false,
                    retention_seconds: None,
                };
                &DEFINITION
            }

            fn key(&self) -> Option<String> {
                None
            }
        }
    )*};
}

versions! {
    Opened door "example.acme.house.Opened.v1" after First;
    OpenedV2 entrance "example.acme.house.Opened.v2" after Opened;
    OpenedV3 gate "example.acme.house.Opened.v3" after OpenedV2;
}

/// Knows what the versions mean; of a door without a name there is nothing to be said.
struct Reader;

impl Upcast<OpenedV2> for Reader {
    fn upcast(&self, earlier: Opened) -> Result<OpenedV2, Unreadable> {
        if earlier.door.is_empty() {
            return Err(Unreadable::Outdated("the door has no name".to_owned()));
        }
        Ok(OpenedV2 { entrance: format!("{} door", earlier.door) })
    }
}

impl Upcast<OpenedV3> for Reader {
    fn upcast(&self, earlier: OpenedV2) -> Result<OpenedV3, Unreadable> {
        Ok(OpenedV3 { gate: format!("the {}", earlier.entrance) })
    }
}

fn envelope(version: &str, data: &'static str) -> Envelope {
    let ty = format!("example.acme.house.Opened.{version}");
    Envelope::new("1", "/house", ty)
        .and_then(|envelope| Ok(envelope.with_data(Data::json(data)?)))
        .expect("it is one")
}

fn newest(version: &str, data: &'static str) -> Result<OpenedV3, Unreadable> {
    envelope(version, data).read_with(&Reader)
}

#[test]
fn every_version_is_read_as_the_newest() {
    let gate = |gate: &str| Ok(OpenedV3 { gate: gate.to_owned() });
    assert_eq!(newest("v1", r#"{"door":"front"}"#), gate("the front door"));
    assert_eq!(newest("v2", r#"{"entrance":"front door"}"#), gate("the front door"));
    assert_eq!(newest("v3", r#"{"gate":"the front door"}"#), gate("the front door"));
}

#[test]
fn a_reader_of_a_version_needs_no_steps_beyond_it() {
    let opened = envelope("v1", r#"{"door":"front"}"#);
    let entrance = OpenedV2 { entrance: "front door".to_owned() };
    assert_eq!(opened.read_with(&Reader), Ok(entrance));
    assert_eq!(opened.read_with(&()), Ok(Opened { door: "front".to_owned() }), "a first version");
    assert!(opened.is::<Opened>() && !opened.is::<OpenedV2>());
}

#[test]
fn what_cannot_be_read_says_why() {
    let other = |ty: &str| Err(Unreadable::OtherType(format!("example.acme.house.Opened.{ty}")));
    assert_eq!(newest("v4", "{}"), other("v4"), "a newer one");
    let newer = envelope("v3", r#"{"gate":"the front door"}"#);
    assert_eq!(newer.read_with::<OpenedV2, _>(&Reader).map(drop), other("v3").map(drop));
    let outdated = Err(Unreadable::Outdated("the door has no name".to_owned()));
    assert_eq!(newest("v1", r#"{"door":""}"#), outdated);
    assert!(matches!(newest("v1", r#"{"gate":"front"}"#), Err(Unreadable::Misshapen(_))));
}
