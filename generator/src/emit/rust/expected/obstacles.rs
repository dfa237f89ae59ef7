// ======== src/lib.rs
// @generated from specs/models by `cargo xtask generate`. Do not edit.

//! The canonical models of acme-retail: one module a domain.

pub mod serde;
pub mod type_;

// ======== src/serde.rs
// @generated from specs/models/serde.yaml by `cargo xtask generate`. Do not edit.

//! Serde: the canonical models of the domain, owned by serde-team.
//!
//! What customers buy.

mod decimal;
mod serde_model;

pub use decimal::Decimal;
pub use serde_model::Serde;

// ======== src/serde/decimal.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Decimal` of the serde domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types;

/// Decimal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decimal {
    /// Decimal.
    pub decimal: types::Decimal,
}

impl Shaped for Decimal {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Decimal", &[Field::new("decimal", Shape::decimal())]);
        &SHAPE
    }
}

// ======== src/serde/serde_model.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Serde` of the serde domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};

/// Serde.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Serde {}

impl Shaped for Serde {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Serde", &[]);
        &SHAPE
    }
}

// ======== src/type_.rs
// @generated from specs/models/type.yaml by `cargo xtask generate`. Do not edit.

//! Type: the canonical models of the domain, owned by type-team.
//!
//! What customers buy.

mod b_tree_map;
mod big;
mod classification;
mod debug;
mod decimal;
mod display;
mod empty;
mod field;
mod flags;
mod option;
mod patch;
mod pattern;
mod problem;
mod secrets;
mod self_;
mod serialize;
mod shape;
mod shaped;
mod tagged;
mod type_model;
mod value;
mod vec;

pub use b_tree_map::BTreeMap;
pub use big::Big;
pub use classification::Classification;
pub use debug::DebugModel;
pub use decimal::Decimal;
pub use display::Display;
pub use empty::Empty;
pub use field::Field;
pub use flags::Flags;
pub use option::OptionModel;
pub use patch::Patch;
pub use pattern::Pattern;
pub use problem::Problem;
pub use secrets::Secrets;
pub use self_::SelfModel;
pub use serialize::SerializeModel;
pub use shape::Shape;
pub use shaped::Shaped;
pub use tagged::Tagged;
pub use type_model::Type;
pub use value::{Value, ValuePatch};
pub use vec::VecModel;

// ======== src/type_/b_tree_map.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `BTreeMap` of the type domain.

use std::collections;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::type_::DebugModel;

/// B tree map.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct BTreeMap {
    /// Map.
    pub map: collections::BTreeMap<String, DebugModel>,
}

impl Shaped for BTreeMap {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("BTreeMap", &[Field::new("map", Shape::map(&Shape::of::<DebugModel>()))]);
        &SHAPE
    }
}

// ======== src/type_/big.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Big` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Big.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Big {
    /// Part0.
    pub part0: String,
    /// Part1.
    pub part1: String,
    /// Part2.
    pub part2: String,
    /// Part3.
    pub part3: String,
    /// Part4.
    pub part4: String,
    /// Part5.
    pub part5: String,
    /// Part6.
    pub part6: String,
    /// Part7.
    pub part7: String,
    /// Part8.
    pub part8: String,
    /// Part9.
    pub part9: String,
    /// Part10.
    pub part10: String,
    /// Part11.
    pub part11: String,
    /// Part12.
    pub part12: String,
    /// Part13.
    pub part13: String,
    /// Part14.
    pub part14: String,
    /// Part15.
    pub part15: String,
    /// Part16.
    pub part16: String,
    /// Part17.
    pub part17: String,
    /// Part18.
    pub part18: String,
    /// Part19.
    pub part19: String,
    /// Part20.
    pub part20: String,
    /// Part21.
    pub part21: String,
    /// Part22.
    pub part22: String,
    /// Part23.
    pub part23: String,
    /// Part24.
    pub part24: String,
    /// Part25.
    pub part25: String,
    /// Part26.
    pub part26: String,
    /// Part27.
    pub part27: String,
    /// Part28.
    pub part28: String,
    /// Part29.
    pub part29: String,
    /// Part30.
    pub part30: String,
    /// Part31.
    pub part31: String,
    /// Part32.
    pub part32: String,
    /// Part33.
    pub part33: String,
    /// Part34.
    pub part34: String,
    /// Part35.
    pub part35: String,
    /// Part36.
    pub part36: String,
    /// Part37.
    pub part37: String,
    /// Part38.
    pub part38: String,
    /// Part39.
    pub part39: String,
}

static BIG_SHAPE: Shape = Shape::object("Big", &[
    Field::new("part0", Shape::string()),
    Field::new("part1", Shape::string()),
    Field::new("part2", Shape::string()),
    Field::new("part3", Shape::string()),
    Field::new("part4", Shape::string()),
    Field::new("part5", Shape::string()),
    Field::new("part6", Shape::string()),
    Field::new("part7", Shape::string()),
    Field::new("part8", Shape::string()),
    Field::new("part9", Shape::string()),
    Field::new("part10", Shape::string()),
    Field::new("part11", Shape::string()),
    Field::new("part12", Shape::string()),
    Field::new("part13", Shape::string()),
    Field::new("part14", Shape::string()),
    Field::new("part15", Shape::string()),
    Field::new("part16", Shape::string()),
    Field::new("part17", Shape::string()),
    Field::new("part18", Shape::string()),
    Field::new("part19", Shape::string()),
    Field::new("part20", Shape::string()),
    Field::new("part21", Shape::string()),
    Field::new("part22", Shape::string()),
    Field::new("part23", Shape::string()),
    Field::new("part24", Shape::string()),
    Field::new("part25", Shape::string()),
    Field::new("part26", Shape::string()),
    Field::new("part27", Shape::string()),
    Field::new("part28", Shape::string()),
    Field::new("part29", Shape::string()),
    Field::new("part30", Shape::string()),
    Field::new("part31", Shape::string()),
    Field::new("part32", Shape::string()),
    Field::new("part33", Shape::string()),
    Field::new("part34", Shape::string()),
    Field::new("part35", Shape::string()),
    Field::new("part36", Shape::string()),
    Field::new("part37", Shape::string()),
    Field::new("part38", Shape::string()),
    Field::new("part39", Shape::string()),
]);

impl Shaped for Big {
    fn shape() -> &'static Shape {
        &BIG_SHAPE
    }
}

// ======== src/type_/classification.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Classification` of the type domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// Classification.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum Classification {
    /// `value-0`.
    Value0,
    /// `value-1`.
    Value1,
    /// `value-2`.
    Value2,
    /// `value-3`.
    Value3,
    /// `value-4`.
    Value4,
    /// `value-5`.
    Value5,
    /// `value-6`.
    Value6,
    /// `value-7`.
    Value7,
    /// `value-8`.
    Value8,
    /// `value-9`.
    Value9,
    /// `value-10`.
    Value10,
    /// `value-11`.
    Value11,
    /// `value-12`.
    Value12,
    /// `value-13`.
    Value13,
    /// `value-14`.
    Value14,
    /// `value-15`.
    Value15,
    /// `value-16`.
    Value16,
    /// `value-17`.
    Value17,
    /// `value-18`.
    Value18,
    /// `value-19`.
    Value19,
    /// `value-20`.
    Value20,
    /// `value-21`.
    Value21,
    /// `value-22`.
    Value22,
    /// `value-23`.
    Value23,
    /// `value-24`.
    Value24,
    /// `value-25`.
    Value25,
    /// `value-26`.
    Value26,
    /// `value-27`.
    Value27,
    /// `value-28`.
    Value28,
    /// `value-29`.
    Value29,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

/// Every value this version knows, and what it is called on the wire.
static CLASSIFICATION_VALUES: &[(&str, Classification)] = &[
    ("value-0", Classification::Value0),
    ("value-1", Classification::Value1),
    ("value-2", Classification::Value2),
    ("value-3", Classification::Value3),
    ("value-4", Classification::Value4),
    ("value-5", Classification::Value5),
    ("value-6", Classification::Value6),
    ("value-7", Classification::Value7),
    ("value-8", Classification::Value8),
    ("value-9", Classification::Value9),
    ("value-10", Classification::Value10),
    ("value-11", Classification::Value11),
    ("value-12", Classification::Value12),
    ("value-13", Classification::Value13),
    ("value-14", Classification::Value14),
    ("value-15", Classification::Value15),
    ("value-16", Classification::Value16),
    ("value-17", Classification::Value17),
    ("value-18", Classification::Value18),
    ("value-19", Classification::Value19),
    ("value-20", Classification::Value20),
    ("value-21", Classification::Value21),
    ("value-22", Classification::Value22),
    ("value-23", Classification::Value23),
    ("value-24", Classification::Value24),
    ("value-25", Classification::Value25),
    ("value-26", Classification::Value26),
    ("value-27", Classification::Value27),
    ("value-28", Classification::Value28),
    ("value-29", Classification::Value29),
];

impl Classification {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        if let Self::Unknown(value) = self {
            return value;
        }
        CLASSIFICATION_VALUES.iter().find(|(_, known)| known == self).map_or("", |(value, _)| value)
    }
}

impl From<String> for Classification {
    fn from(value: String) -> Self {
        let known = CLASSIFICATION_VALUES.iter().find(|(known, _)| *known == value);
        known.map_or(Self::Unknown(value), |(_, known)| known.clone())
    }
}

impl From<&str> for Classification {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for Classification {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for Classification {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for Classification {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

static CLASSIFICATION_SHAPE: Shape = Shape::enumeration("Classification", &[
    "value-0", "value-1", "value-2", "value-3", "value-4", "value-5", "value-6", "value-7",
    "value-8", "value-9", "value-10", "value-11", "value-12", "value-13", "value-14", "value-15",
    "value-16", "value-17", "value-18", "value-19", "value-20", "value-21", "value-22", "value-23",
    "value-24", "value-25", "value-26", "value-27", "value-28", "value-29",
]);

impl Shaped for Classification {
    fn shape() -> &'static Shape {
        &CLASSIFICATION_SHAPE
    }
}

// ======== src/type_/debug.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Debug` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Debug.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DebugModel {
    /// Redacted.
    #[serde(rename = "Redacted")]
    pub redacted: String,
}

impl Shaped for DebugModel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("DebugModel", &[Field::new("Redacted", Shape::string())]);
        &SHAPE
    }
}

// ======== src/type_/decimal.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Decimal` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::{self, Date};

/// Decimal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decimal {
    /// Decimal.
    pub decimal: types::Decimal,
    /// Date.
    pub date: Date,
    /// Other.
    pub other: crate::serde::Decimal,
}

impl Shaped for Decimal {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Decimal", &[
            Field::new("decimal", Shape::decimal()),
            Field::new("date", Shape::date()),
            Field::new("other", Shape::of::<crate::serde::Decimal>()),
        ]);
        &SHAPE
    }
}

// ======== src/type_/display.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Display` of the type domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// Display.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum Display {
    /// `Self`.
    SelfValue,
    /// `Unknown`.
    UnknownValue,
    /// `None`.
    None,
    /// `+`.
    Plus,
    /// `-`.
    Minus,
    /// \`\`.
    Empty,
    /// `1st`.
    N1st,
    /// `größe`.
    Größe,
    /// `Ok`.
    Ok,
    /// `type`.
    Type,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl Display {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::SelfValue => "Self",
            Self::UnknownValue => "Unknown",
            Self::None => "None",
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Empty => "",
            Self::N1st => "1st",
            Self::Größe => "größe",
            Self::Ok => "Ok",
            Self::Type => "type",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for Display {
    fn from(value: String) -> Self {
        match value.as_str() {
            "Self" => Self::SelfValue,
            "Unknown" => Self::UnknownValue,
            "None" => Self::None,
            "+" => Self::Plus,
            "-" => Self::Minus,
            "" => Self::Empty,
            "1st" => Self::N1st,
            "größe" => Self::Größe,
            "Ok" => Self::Ok,
            "type" => Self::Type,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for Display {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for Display {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for Display {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for Display {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

static DISPLAY_SHAPE: Shape = Shape::enumeration("Display", &[
    "Self", "Unknown", "None", "+", "-", "", "1st", "größe", "Ok", "type",
]);

impl Shaped for Display {
    fn shape() -> &'static Shape {
        &DISPLAY_SHAPE
    }
}

// ======== src/type_/empty.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Empty` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};

/// Empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Empty {}

impl Shaped for Empty {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Empty", &[]);
        &SHAPE
    }
}

// ======== src/type_/field.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Field` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::Patch;
use tiebeam::shape::{self, Shape, Shaped};

/// Field.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// Type.
    pub type_: String,
    /// Self.
    pub self_: bool,
    /// Async.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub async_: Patch<i32>,
}

impl Shaped for Field {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Field", &[
            shape::Field::new("type", Shape::string()),
            shape::Field::new("self", Shape::boolean()),
            shape::Field::new("async", Shape::int32().nullable()).optional(),
        ]);
        &SHAPE
    }
}

// ======== src/type_/flags.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Flags` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Flags.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "the contract has a flag each")]
pub struct Flags {
    /// A.
    pub a: bool,
    /// B.
    pub b: bool,
    /// C.
    pub c: bool,
    /// D.
    pub d: bool,
}

impl Shaped for Flags {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Flags", &[
            Field::new("a", Shape::boolean()),
            Field::new("b", Shape::boolean()),
            Field::new("c", Shape::boolean()),
            Field::new("d", Shape::boolean()),
        ]);
        &SHAPE
    }
}

// ======== src/type_/option.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Option` of the type domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};

/// Hides the prelude's.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OptionModel(pub String);

impl From<String> for OptionModel {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for OptionModel {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display for OptionModel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Shaped for OptionModel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string();
        &SHAPE
    }
}

// ======== src/type_/patch.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Patch` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::type_::ValuePatch;

/// Patch.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Patch {
    /// Patch.
    pub patch: ValuePatch,
    /// None.
    #[serde(default, skip_serializing_if = "tiebeam::Patch::is_absent")]
    pub none: tiebeam::Patch<String>,
}

impl Shaped for Patch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Patch", &[
            Field::new("patch", Shape::of::<ValuePatch>()),
            Field::new("none", Shape::string().nullable()).optional(),
        ]);
        &SHAPE
    }
}

// ======== src/type_/pattern.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Pattern` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{self, Field, Shape, Shaped};

/// Pattern.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pattern {
    /// Pattern.
    ///
    /// Matches `^["\\/]+$`.
    pub pattern: String,
}

static PATTERN_PATTERN_PATTERN: shape::Pattern = shape::Pattern::new(r#"^["\\/]+$"#);

impl Shaped for Pattern {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Pattern", &[
            Field::new("pattern", Shape::string().pattern(&PATTERN_PATTERN_PATTERN)),
        ]);
        &SHAPE
    }
}

// ======== src/type_/problem.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Problem` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::type_::Display;

/// Problem.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Problem {
    /// Fmt.
    pub fmt: String,
    /// Fmt2.
    #[serde(rename = "Fmt2")]
    pub fmt2: Display,
}

impl Shaped for Problem {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Problem", &[
            Field::new("fmt", Shape::string()),
            Field::new("Fmt2", Shape::of::<Display>()),
        ]);
        &SHAPE
    }
}

// ======== src/type_/secrets.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Secrets` of the type domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};

/// Secrets.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Secrets {
    /// Debug.
    ///
    /// A secret; redacted in logs.
    #[serde(rename = "Debug")]
    pub debug: String,
    /// Snake case.
    pub snake_case: String,
    /// Kebab case.
    #[serde(rename = "kebab-case")]
    pub kebab_case: String,
    /// 3d secure.
    #[serde(rename = "3DSecure")]
    pub n3d_secure: String,
    /// Line 2.
    pub line_2: String,
}

impl fmt::Debug for Secrets {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Secrets")
            .field("debug", &Redacted)
            .field("snake_case", &self.snake_case)
            .field("kebab_case", &self.kebab_case)
            .field("n3d_secure", &self.n3d_secure)
            .field("line_2", &self.line_2)
            .finish()
    }
}

impl Shaped for Secrets {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Secrets", &[
            Field::new("Debug", Shape::string()).classified(Classification::Secret),
            Field::new("snake_case", Shape::string()),
            Field::new("kebab-case", Shape::string()),
            Field::new("3DSecure", Shape::string()),
            Field::new("line_2", Shape::string()),
        ]);
        &SHAPE
    }
}

// ======== src/type_/self_.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Self` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::type_::Classification;

/// Self.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SelfModel {
    /// Classification.
    pub classification: Classification,
}

impl Shaped for SelfModel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("SelfModel", &[
            Field::new("classification", Shape::of::<Classification>()),
        ]);
        &SHAPE
    }
}

// ======== src/type_/serialize.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Serialize` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::type_::OptionModel;

/// Serialize.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SerializeModel {
    /// Serializer.
    pub serializer: OptionModel,
}

impl Shaped for SerializeModel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("SerializeModel", &[
            Field::new("serializer", Shape::of::<OptionModel>()),
        ]);
        &SHAPE
    }
}

// ======== src/type_/shape.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Shape` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{self, Shaped};

use crate::type_::{Field, Value};

/// Ends a comment */ and /* starts one, "quotes" \\ and \<b>bold\</b> \[Link\] {braces} \`tick
///
/// ```text
/// code
/// ```
///
/// ```text
/// fn main() { panic!() }
/// ```
///
/// A `very_snake` word, `CustomerProcess::run()`, <https://a.example/b_c> and ab.
///
/// - list
///   lazy.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Shape {
    /// Field.
    pub field: Field,
    /// Value.
    pub value: Value,
}

impl Shaped for Shape {
    fn shape() -> &'static shape::Shape {
        static SHAPE: shape::Shape = shape::Shape::object("Shape", &[
            shape::Field::new("field", shape::Shape::of::<Field>()),
            shape::Field::new("value", shape::Shape::of::<Value>()),
        ]);
        &SHAPE
    }
}

// ======== src/type_/shaped.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Shaped` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{self, Field, Shape};

use crate::type_::Problem;

/// Shaped.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Shaped {
    /// Problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
}

impl shape::Shaped for Shaped {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("Shaped", &[Field::new("problem", Shape::of::<Problem>()).optional()]);
        &SHAPE
    }
}

// ======== src/type_/tagged.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Tagged` of the type domain.

use serde::{Deserialize, Deserializer, Serialize};
use tiebeam::shape::{self, Shaped, Variant};
use tiebeam::types::Value;
use tiebeam::union::{self, Union};

use crate::type_::{Big, SelfModel, Shape};

/// Tagged.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "kind")]
pub enum Tagged {
    /// Ends a comment */ and /* starts one, "quotes" \\ and \<b>bold\</b> \[Link\] {braces} \`tick.
    #[serde(rename = "self")]
    SelfValue(Shape),
    /// Unknown.
    #[serde(rename = "Unknown")]
    UnknownValue(Box<Big>),
    /// 1.
    #[serde(rename = "1")]
    N1(SelfModel),
    /// A kind this version does not know; it survives a round trip.
    #[serde(untagged)]
    Unknown(Value),
}

impl Union for Tagged {
    const TAG: &'static str = "kind";

    fn read<'de, T: union::Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
        match tagged.tag() {
            "self" => tagged.payload().map(Self::SelfValue),
            "Unknown" => tagged.payload().map(Self::UnknownValue),
            "1" => tagged.payload().map(Self::N1),
            _ => tagged.into_value().map(Self::Unknown),
        }
    }
}

impl<'de> Deserialize<'de> for Tagged {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        union::read(deserializer)
    }
}

impl Shaped for Tagged {
    fn shape() -> &'static shape::Shape {
        static SHAPE: shape::Shape = shape::Shape::union("Tagged", "kind", &[
            Variant::new("self", shape::Shape::of::<Shape>()),
            Variant::new("Unknown", shape::Shape::of::<Big>()),
            Variant::new("1", shape::Shape::of::<SelfModel>()),
        ]);
        &SHAPE
    }
}

// ======== src/type_/type_model.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Type` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::type_::VecModel;

/// Type.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Type {
    /// Type.
    pub type_: VecModel,
}

impl Shaped for Type {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Type", &[Field::new("type", Shape::of::<VecModel>())]);
        &SHAPE
    }
}

// ======== src/type_/value.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Value` of the type domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::{Patch, Problem, patch, types};

/// Value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Value {
    /// Any.
    pub any: types::Value,
    /// Value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Box<Value>>,
}

impl Shaped for Value {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Value", &[
            Field::new("any", Shape::any()),
            Field::new("value", Shape::of::<Value>()).optional(),
        ]);
        &SHAPE
    }
}

/// What changes in [`Value`]: a field that is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct ValuePatch {
    /// Any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub any: Option<types::Value>,
    /// Value.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub value: Patch<Box<ValuePatch>>,
}

impl ValuePatch {
    /// Applies the patch (RFC 7396).
    ///
    /// # Errors
    ///
    /// When it adds a nested record and leaves out something that record must have.
    pub fn apply(self, target: &mut Value) -> Result<(), Problem> {
        if let Some(value) = self.any {
            target.any = value;
        }
        patch::merge_optional(self.value, &mut target.value, |patch, value| patch.apply(value))?;
        Ok(())
    }
}

impl Shaped for ValuePatch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("ValuePatch", &[
            Field::new("any", Shape::any()).optional(),
            Field::new("value", Shape::of::<ValuePatch>().nullable()).optional(),
        ]);
        &SHAPE
    }
}

// ======== src/type_/vec.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Vec` of the type domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};

/// Ends a comment */ and /* starts one, "quotes" \\ and \<b>bold\</b> \[Link\] {braces} \`tick
///
/// ```text
/// code
/// ```
///
/// ```text
/// fn main() { panic!() }
/// ```
///
/// A `very_snake` word, `CustomerProcess::run()`, <https://a.example/b_c> and ab.
///
/// - list
///   lazy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VecModel(pub i64);

impl From<i64> for VecModel {
    fn from(value: i64) -> Self {
        Self(value)
    }
}

impl fmt::Display for VecModel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Shaped for VecModel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::int64();
        &SHAPE
    }
}

