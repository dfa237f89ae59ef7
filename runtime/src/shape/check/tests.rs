//! Holds the validator and serde together: what the one lets pass, the other reads.

use std::collections::BTreeMap;

use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_oneof, proptest};
use serde::Deserialize;
use serde_json::Value;

use super::{Checked, Mode, check};
use crate::shape::json::Malformed;
use crate::shape::{Field, Shape, Shaped};
use crate::types::{Bytes, Date, Decimal, Duration, Timestamp, Uuid};

/// One field of every kind.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "the test is that they can be read")]
struct Everything {
    string: Option<String>,
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
    list: Option<Vec<i32>>,
    map: Option<BTreeMap<String, f64>>,
    inner: Option<Box<Everything>>,
}

impl Shaped for Everything {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "Everything",
            &[
                Field::new("string", Shape::string()).optional(),
                Field::new("boolean", Shape::boolean()).optional(),
                Field::new("int32", Shape::int32()).optional(),
                Field::new("int64", Shape::int64().nullable()).optional(),
                Field::new("float64", Shape::float64()).optional(),
                Field::new("decimal", Shape::decimal()).optional(),
                Field::new("date", Shape::date()).optional(),
                Field::new("timestamp", Shape::timestamp()).optional(),
                Field::new("duration", Shape::duration()).optional(),
                Field::new("uuid", Shape::uuid()).optional(),
                Field::new("bytes", Shape::bytes()).optional(),
                Field::new("any", Shape::any()).optional(),
                Field::new("list", Shape::list(&Shape::int32())).optional(),
                Field::new("map", Shape::map(&Shape::float64())).optional(),
                Field::new("inner", Shape::of::<Everything>()).optional(),
            ],
        );
        &SHAPE
    }
}

const NAMES: &[&str] = &[
    "string",
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
    "list",
    "map",
    "inner",
    "strnig",
    "b\\u006folean",
];

const VALUES: &[&str] = &[
    "null",
    "true",
    "0",
    "-0",
    "1.0",
    "1e2",
    "-1E+2",
    "1.5",
    "2147483647",
    "2147483648",
    "-2147483648.0",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "123456789012345678901234567890",
    "1e308",
    "1e309",
    "1e-400",
    "0e999999999999",
    "1.7976931348623157e308",
    "\"\"",
    "\"a\"",
    "\"\\u00e9\\ud83d\\ude00\"",
    "\"19.99\"",
    "\"-0\"",
    "\"1234567890123456789012345678\"",
    "\"0.0000000000000000000000000001\"",
    "\"99999999999999999999999999999\"",
    "\"2026-11-22\"",
    "\"0000-01-01\"",
    "\"2026-11-22T09:30:00Z\"",
    "\"1998-12-31T23:59:60Z\"",
    "\"1998-12-31T15:59:60.5-08:00\"",
    "\"9999-12-31T23:59:59Z\"",
    "\"0000-01-01T00:00:00+23:59\"",
    "\"9999-12-30T22:00:00.999999999Z\"",
    "\"P1Y2M3DT4H5M6S\"",
    "\"P9999999999Y\"",
    "\"PT631107417600S\"",
    "\"0192d3a4-7c6e-7b1a-9f58-2f9e4d1c6b70\"",
    "\"aGVsbG8=\"",
    "[]",
    "[1, 2.0, -0]",
    "[[[]]]",
    "{}",
    "{\"a\": 1}",
    "{\"a\": 1e400}",
    "{\"a\": 1, \"a\": 2}",
    "{\"int32\": 7.0}",
];

/// A text that could nearly be an `Everything`.
fn near_miss() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(VALUES).prop_map(str::to_owned);
    leaf.prop_recursive(3, 24, 6, |inner| {
        let member = (prop::sample::select(NAMES), inner)
            .prop_map(|(name, value)| format!("\"{name}\": {value}"));
        prop::collection::vec(member, 0..6).prop_map(|members| format!("{{{}}}", members.join(",")))
    })
}

/// Pieces of JSON in any order.
fn scraps() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(
            &[
                "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d800", "dc00", "-", "0", "12",
                ".", "e", "E+", "1e999", "true", "null", "fals", " ", "\n", "\u{7f}", "\u{1f}",
                "é", "\u{feff}", "\"a\":", "\"a\""
            ][..]
        )
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        Just("{\"a\":[1]}".to_owned()),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn is_clean(checked: &Result<Checked, Malformed>) -> bool {
    checked.as_ref().is_ok_and(|checked| checked.violations.is_empty())
}

fn only_repeats(checked: &Result<Checked, Malformed>) -> bool {
    checked.as_ref().is_ok_and(|checked| {
        checked.violations.iter().all(|violation| violation.detail == "is written twice")
    })
}

proptest! {
    #[test]
    fn any_text_is_json_for_both_or_for_neither(text in scraps()) {
        let checked = check(&text, &Shape::any(), Mode::Closed);
        match serde_json::from_str::<Value>(&text) {
            Ok(_) => prop_assert!(only_repeats(&checked), "serde reads {text:?}: {checked:?}"),
            Err(error) => prop_assert!(!is_clean(&checked), "serde refuses {text:?}: {error}"),
        }
    }

    #[test]
    fn what_is_clean_can_be_read(text in near_miss()) {
        let checked = check(&text, Everything::shape(), Mode::Closed);
        if let Ok(checked) = checked && checked.violations.is_empty() {
            let respelled = checked.respelled(&text);
            let read = serde_json::from_str::<Everything>(&respelled);
            prop_assert!(read.is_ok(), "{respelled}: {}", read.err().map(|error| error.to_string()).unwrap_or_default());
        }
    }
}

#[test]
fn every_value_under_every_name_is_read_when_it_is_clean() {
    for name in NAMES {
        for value in VALUES {
            let text = format!("{{\"{name}\":{value}}}");
            let checked = check(&text, Everything::shape(), Mode::Closed).expect("it is JSON");
            if checked.violations.is_empty() {
                let read = serde_json::from_str::<Everything>(&checked.respelled(&text));
                assert!(read.is_ok(), "{text}: {}", read.expect_err("it cannot be read"));
            }
        }
    }
}

#[test]
fn a_reader_passes_over_what_it_does_not_know() {
    static SHAPE: Shape = Shape::object(
        "Known",
        &[
            Field::new("status", Shape::enumeration("Status", &["a"])),
            Field::new("n", Shape::int32()),
        ],
    );
    let text = r#"{"new":{"x":[1]},"status":"b","n":1.0}"#;
    let checked = check(text, &SHAPE, Mode::Open).expect("it is JSON");
    assert!(checked.violations.is_empty(), "{:?}", checked.violations);
    assert_eq!(checked.respelled(text), r#"{"new":{"x":[1]},"status":"b","n":1}"#);
    assert_eq!(check(text, &SHAPE, Mode::Closed).expect("it is JSON").violations.len(), 2);
}

#[test]
fn a_reader_asks_for_types_and_members_and_not_for_constraints() {
    static SHAPE: Shape = Shape::object(
        "Constrained",
        &[
            Field::new("text", Shape::string().max_length(1)),
            Field::new("whole", Shape::int32().maximum(1)),
            Field::new("float", Shape::float64().multiple_of(2)),
            Field::new("decimal", Shape::decimal().minimum_decimal("1")),
            Field::new("list", Shape::list(&Shape::int32()).max_items(1).unique_items()),
        ],
    );
    for (text, open, closed) in [
        (r#"{"text":"ab","whole":2,"float":3,"decimal":"0","list":[1,1]}"#, 0, 6),
        (r#"{"text":1,"whole":"a","float":"b","decimal":"c","list":[0.5]}"#, 5, 5),
        ("{}", 5, 5),
    ] {
        let count = |mode| check(text, &SHAPE, mode).expect("it is JSON").violations.len();
        assert_eq!((count(Mode::Open), count(Mode::Closed)), (open, closed), "{text}");
        assert_eq!(count(Mode::Own), closed, "{text}");
    }
}

#[test]
fn every_depth_that_passes_can_be_read() {
    for (depth, passes) in [(99, true), (100, true), (101, false)] {
        let text = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(is_clean(&check(&text, &Shape::any(), Mode::Closed)), passes, "{depth}");
        if passes {
            assert!(serde_json::from_str::<Value>(&text).is_ok(), "{depth}");
        }
    }
}
