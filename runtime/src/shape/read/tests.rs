//! Holds the reader to the walk and to serde: what it reads, they accept, and read the same.

use std::collections::BTreeMap;

use proptest::prelude::{
    Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::read;
use crate::Patch;
use crate::shape::{Field, Mode, Pattern, Shape, Shaped, Variant, check};
use crate::types::{Bytes, Date, Decimal, Duration, Timestamp, Uuid};
use crate::union::{self, Tagged, Union};

static CODE: Pattern = Pattern::new("^[A-Z]{2}$");
static NUMBER: Shape = Shape::int32();

#[derive(Debug, PartialEq, Deserialize)]
#[serde(transparent)]
struct Code(String);

impl Shaped for Code {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string().pattern(&CODE);
        &SHAPE
    }
}

#[derive(Debug, PartialEq, Deserialize)]
enum Status {
    #[serde(rename = "placed")]
    Placed,
    #[serde(rename = "sent")]
    Sent,
    #[serde(untagged)]
    Unknown(String),
}

impl Shaped for Status {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("Status", &["placed", "sent"]);
        &SHAPE
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Card {
    code: Code,
    float: Option<f64>,
}

impl Shaped for Card {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "Card",
            &[
                Field::new("code", Shape::of::<Code>()),
                Field::new("float", Shape::float64().multiple_of_float(0.5)).optional(),
            ],
        );
        &SHAPE
    }
}

#[derive(Debug, PartialEq)]
enum Payment {
    Card(Card),
    Nested(Box<Everything>),
    Unknown(Value),
}

impl Union for Payment {
    const TAG: &'static str = "kind";

    fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
        match tagged.tag() {
            "card" => tagged.payload().map(Self::Card),
            "nested" => tagged.payload().map(Self::Nested),
            _ => tagged.into_value().map(Self::Unknown),
        }
    }
}

impl<'de> Deserialize<'de> for Payment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        union::read(deserializer)
    }
}

static PAYMENTS: &[Variant] = &[
    Variant::new("card", Shape::of::<Card>()),
    Variant::new("nested", Shape::of::<Everything>()),
    // The type does not know it.
    Variant::new("new", Shape::of::<Card>()),
];

impl Shaped for Payment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::union("Payment", "kind", PAYMENTS);
        &SHAPE
    }
}

/// A union as serde derives it, which keeps the members by itself.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum Derived {
    Card(Card),
}

/// One field of every kind, and constraints on some.
#[derive(Debug, PartialEq, Deserialize)]
struct Everything {
    string: Option<String>,
    code: Option<Code>,
    boolean: Option<bool>,
    int32: Option<i32>,
    int64: Option<i64>,
    float64: Option<f64>,
    decimal: Option<Decimal>,
    date: Option<Date>,
    timestamp: Option<Timestamp>,
    duration: Option<Duration>,
    uuid: Option<Uuid>,
    bytes: Option<Bytes>,
    any: Option<Value>,
    #[serde(default)]
    status: Option<Status>,
    list: Option<Vec<i32>>,
    map: Option<BTreeMap<String, f64>>,
    payment: Option<Payment>,
    derived: Option<Derived>,
    #[serde(default)]
    patch: Patch<i64>,
    inner: Option<Box<Everything>>,
}

impl Shaped for Everything {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "Everything",
            &[
                Field::new("string", Shape::string().min_length(1).max_length(3)).optional(),
                Field::new("code", Shape::of::<Code>().nullable()).optional(),
                Field::new("boolean", Shape::boolean()).optional(),
                Field::new("int32", Shape::int32().minimum(-2).maximum(100)).optional(),
                Field::new("int64", Shape::int64().nullable()).optional(),
                Field::new("float64", Shape::float64()).optional(),
                Field::new("decimal", Shape::decimal().minimum_decimal("0")).optional(),
                Field::new("date", Shape::date()).optional(),
                Field::new("timestamp", Shape::timestamp()).optional(),
                Field::new("duration", Shape::duration()).optional(),
                Field::new("uuid", Shape::uuid()).optional(),
                Field::new("bytes", Shape::bytes()).optional(),
                Field::new("any", Shape::any()).optional(),
                Field::new("status", Shape::of::<Status>()).optional(),
                Field::new("list", Shape::list(&Shape::int32()).max_items(2).unique_items())
                    .optional(),
                Field::new("map", Shape::map(&Shape::float64()).min_items(1)).optional(),
                Field::new("payment", Shape::of::<Payment>()).optional(),
                Field::new("derived", Shape::of::<Payment>()).optional(),
                Field::new("patch", Shape::int64().nullable()).optional(),
                // No type reads it: it is checked all the same.
                Field::new("ignored", Shape::list(&Shape::of::<Code>())).optional(),
                Field::new("inner", Shape::of::<Everything>()).optional(),
            ],
        );
        &SHAPE
    }
}

const NAMES: &[&str] = &[
    "string",
    "code",
    "boolean",
    "int32",
    "int64",
    "float64",
    "decimal",
    "date",
    "timestamp",
    "duration",
    "uuid",
    "bytes",
    "any",
    "status",
    "list",
    "map",
    "payment",
    "derived",
    "patch",
    "ignored",
    "inner",
    "strnig",
    "kind",
    "b\\u006folean",
    "float",
];

/// What is fine under some name.
const FINE: &[(&str, &str)] = &[
    ("string", "\"a\""),
    ("string", "\"\\u00e9\\n\""),
    ("code", "\"AB\""),
    ("code", "null"),
    ("boolean", "true"),
    ("boolean", "false"),
    ("int32", "0"),
    ("int32", "-2"),
    ("int64", "9223372036854775807"),
    ("int64", "null"),
    ("float64", "0.1"),
    ("float64", "-1E+2"),
    ("float64", "7"),
    ("decimal", "\"19.99\""),
    ("decimal", "\"1234567890123456789012345678\""),
    ("date", "\"2026-11-22\""),
    ("timestamp", "\"2026-11-22T09:30:00Z\""),
    ("duration", "\"P3DT12H\""),
    ("uuid", "\"0192d3a4-7c6e-7b1a-9f58-2f9e4d1c6b70\""),
    ("bytes", "\"aGVsbG8=\""),
    ("any", "null"),
    ("any", "[1, {\"a\": \"b\", \"c\": 1e3}]"),
    ("status", "\"placed\""),
    ("status", "\"s\\u0065nt\""),
    ("list", "[]"),
    ("list", "[1, 2]"),
    ("map", "{\"a\": 1, \"b\\n\": 0.5}"),
    ("payment", "{\"kind\":\"card\",\"code\":\"AB\",\"float\":1.5}"),
    ("payment", "{\"code\":\"AB\", \"kind\":\"card\"}"),
    (
        "payment",
        "{\"kind\":\"nested\",\"list\":[1],\"payment\":{\"code\":\"CD\",\"kind\":\"card\"}}",
    ),
    ("derived", "{\"code\":\"AB\",\"kind\":\"card\",\"float\":2}"),
    ("patch", "null"),
    ("patch", "-7"),
    ("ignored", "[\"AB\"]"),
    ("inner", "{}"),
    ("inner", " { \"int32\" : 1 , \"string\" : \"x\" } "),
];

/// What is fine nowhere, or only somewhere.
const ODD: &[&str] = &[
    "null",
    "-0",
    "1.0",
    "1e2",
    "2147483648",
    "9223372036854775808",
    "1e309",
    "\"\"",
    "\"abcd\"",
    "\"-0\"",
    "\"-1\"",
    "\"ab\"",
    "\"1998-12-31T23:59:60Z\"",
    "\"lost\"",
    "[1, 1]",
    "[1, 1.0]",
    "[1, 2, 3]",
    "{\"a\": 1, \"a\": 2}",
    "[\"ab\"]",
    "{\"kind\":\"new\",\"code\":\"AB\"}",
    "{\"kind\":\"card\",\"code\":\"AB\",\"kind\":\"card\"}",
    "{\"kind\":\"card\"}",
    "{\"kind\":\"card\",\"code\":\"AB\",\"float\":0.3}",
    "{\"kind\":\"other\"}",
    "{\"kind\":1}",
];

fn member() -> impl Strategy<Value = String> {
    let fine = prop::sample::select(FINE);
    let odd = (prop::sample::select(NAMES), prop::sample::select(ODD));
    let crossed = (prop::sample::select(NAMES), prop::sample::select(FINE));
    prop_oneof![
        8 => fine.prop_map(|(name, value)| format!("\"{name}\":{value}")),
        1 => odd.prop_map(|(name, value)| format!("\"{name}\": {value}")),
        1 => crossed.prop_map(|(name, (_, value))| format!("\"{name}\":{value}")),
    ]
}

/// A text that is an `Everything`, or nearly one.
fn near_miss() -> impl Strategy<Value = String> {
    let flat = prop::collection::vec(member(), 0..5).prop_map(|members| members.join(","));
    flat.prop_recursive(3, 16, 3, |inner| {
        (inner.clone(), inner, prop::sample::select(&["inner", "payment"][..])).prop_map(
            |(outer, inner, name)| {
                let tag = if name == "payment" { "\"kind\":\"nested\"" } else { "\"int32\":1" };
                let comma = |text: &str| if text.is_empty() { "" } else { "," };
                format!("{outer}{}\"{name}\":{{{inner}{}{tag}}}", comma(&outer), comma(&inner))
            },
        )
    })
    .prop_map(|members| format!("{{{members}}}"))
}

/// A text in which something was cut out, doubled or put in.
fn mutated() -> impl Strategy<Value = String> {
    let change = prop_oneof![
        Just(String::new()),
        any::<char>().prop_map(String::from),
        prop::sample::select(
            &["{", "}", "[", "]", ",", ":", "\"", "\\", "0", "-", " ", "null"][..]
        )
        .prop_map(str::to_owned),
    ];
    (near_miss(), any::<prop::sample::Index>(), 0..4_usize, change).prop_map(
        |(text, at, length, change)| {
            let letters: Vec<char> = text.chars().collect();
            let at = at.index(letters.len());
            let end = (at + length).min(letters.len());
            let (before, after) = (letters[..at].iter(), letters[end..].iter());
            before.copied().chain(change.chars()).chain(after.copied()).collect()
        },
    )
}

/// What the walk and serde make of a text.
fn slowly(text: &str) -> Result<Everything, String> {
    let checked = check(text, Everything::shape(), Mode::Closed)
        .map_err(|malformed| format!("{malformed:?}"))?;
    if !checked.violations.is_empty() {
        return Err(format!("{:?}", checked.violations));
    }
    serde_json::from_str(&checked.respelled(text)).map_err(|error| error.to_string())
}

fn is_read(text: &str) -> bool {
    read::<Everything>(text, Everything::shape()).is_some()
}

proptest! {
    #[test]
    fn what_is_read_is_what_the_walk_and_serde_read(text in prop_oneof![near_miss(), mutated()]) {
        if let Some(value) = read::<Everything>(&text, Everything::shape()) {
            prop_assert_eq!(Ok(value), slowly(&text), "{}", text);
        }
    }

    #[test]
    fn members_that_are_fine_are_read_in_any_order(
        members in prop::collection::vec(prop::sample::select(FINE), 0..8)
    ) {
        let mut kept = BTreeMap::new();
        let mut texts = Vec::new();
        for (name, value) in members {
            if kept.insert(name, value).is_none() {
                texts.push(format!("\"{name}\":{value}"));
            }
        }
        let text = format!("{{{}}}", texts.join(","));
        prop_assert!(is_read(&text), "{}: {:?}", text, slowly(&text));
    }
}

#[test]
fn each_value_under_each_name_is_read_only_where_it_is_fine() {
    let values = FINE.iter().map(|(_, value)| *value).chain(ODD.iter().copied());
    for value in values {
        for name in NAMES {
            let text = format!("{{\"{name}\":{value}}}");
            if let Some(read) = read::<Everything>(&text, Everything::shape()) {
                assert_eq!(Ok(read), slowly(&text), "{text}");
            }
        }
    }
}

/// A type that makes light of what it cannot read.
#[derive(Debug, PartialEq)]
struct Careless(Option<Everything>);

impl<'de> Deserialize<'de> for Careless {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Everything::deserialize(deserializer).ok()))
    }
}

#[test]
fn a_type_that_makes_light_of_a_mistake_hides_it_from_nobody() {
    let read = |text| read::<Careless>(text, Everything::shape());
    assert!(read(r#"{"int32":1}"#).is_some());
    for text in [r#"{"int32":101}"#, r#"{"strnig":"a"}"#, r#"{"code":"ab"}"#, "1"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn a_type_that_stops_early_reads_nothing() {
    let read = |text| read::<(i32,)>(text, &Shape::list(&NUMBER));
    for text in ["[1]", "[1,2]", "[1] 2"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn a_type_that_asks_for_something_else_reads_nothing() {
    assert_eq!(read::<f64>("1.5", &Shape::float64()), Some(1.5));
    assert_eq!(read::<f32>("1.5", &Shape::float64()), None);
    assert_eq!(read::<i32>("\"1\"", &Shape::string()), None);
    assert_eq!(read::<String>("1", &Shape::int32()), None);
    assert_eq!(read::<Vec<i32>>("{}", &Shape::map(&NUMBER)), None);
    assert_eq!(read::<String>("\"a\"", &Shape::page(&NUMBER)), None);
}

#[test]
fn what_is_nested_too_deeply_is_left_to_the_walk() {
    for (depth, is_fine) in [(99, true), (100, true), (101, false)] {
        let text = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(read::<Value>(&text, &Shape::any()).is_some(), is_fine, "{depth}");
    }
    let text = |depth| format!("{}{{}}{}", "{\"inner\":".repeat(depth), "}".repeat(depth));
    assert!(is_read(&text(99)));
    assert!(!is_read(&text(100)));
}
