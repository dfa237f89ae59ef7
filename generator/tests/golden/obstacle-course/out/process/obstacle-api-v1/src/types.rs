// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Obstacle API.

use std::collections::BTreeMap;
use std::fmt;

use obstacle_models::words::{self, BoxModel, Either, StringModel, VecModel};
use serde::{Deserialize, Deserializer, Serialize};
use tiebeam::shape::{Classification, Field, Shape, Shaped, Variant};
use tiebeam::types::{Bytes, Decimal, Duration, Value};
use tiebeam::union::{self, Tagged, Union};
use tiebeam::{Patch, Problem, Redacted, literal, patch};

/// Hurdle.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Hurdle {
    /// Plain.
    pub plain: Inner,
    /// Wrapped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wrapped: Option<Wrapped>,
    /// Reset.
    ///
    /// `{"text":"a"}` when absent.
    #[serde(default = "Hurdle::default_reset")]
    pub reset: Inner,
    /// Marks.
    ///
    /// `{"a":"b"}` when absent.
    #[serde(default = "Hurdle::default_marks")]
    pub marks: BTreeMap<String, String>,
}

impl Hurdle {
    fn default_reset() -> Inner {
        literal("{\"text\":\"a\"}")
    }

    fn default_marks() -> BTreeMap<String, String> {
        literal("{\"a\":\"b\"}")
    }
}

impl Shaped for Hurdle {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Hurdle", &[
            Field::new("plain", Shape::of::<Inner>()),
            Field::new("wrapped", Shape::of::<Wrapped>()).optional(),
            Field::new("reset", Shape::of::<Inner>()).optional(),
            Field::new("marks", Shape::map(&Shape::string())).optional(),
        ]);
        &SHAPE
    }
}

/// What changes in [`Hurdle`]: a field that is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct HurdlePatch {
    /// Plain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plain: Option<InnerPatch>,
    /// Wrapped.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub wrapped: Patch<InnerPatch>,
    /// Reset.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub reset: Patch<Inner>,
    /// Marks.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub marks: Patch<BTreeMap<String, String>>,
}

impl HurdlePatch {
    /// Applies the patch (RFC 7396).
    ///
    /// # Errors
    ///
    /// When it adds a nested record and leaves out something that record must have.
    pub fn apply(self, hurdle: &mut Hurdle) -> Result<(), Problem> {
        if let Some(value) = self.plain {
            value.apply(&mut hurdle.plain);
        }
        patch::merge_optional(self.wrapped, &mut hurdle.wrapped, |patch, value| {
            patch.apply(&mut value.0);
            Ok(())
        })?;
        self.reset.apply_or(&mut hurdle.reset, Hurdle::default_reset);
        self.marks.apply_or(&mut hurdle.marks, Hurdle::default_marks);
        Ok(())
    }
}

impl Shaped for HurdlePatch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("HurdlePatch", &[
            Field::new("plain", Shape::of::<InnerPatch>()).optional(),
            Field::new("wrapped", Shape::of::<InnerPatch>().nullable()).optional(),
            Field::new("reset", Shape::of::<Inner>().nullable()).optional(),
            Field::new("marks", Shape::map(&Shape::string()).nullable()).optional(),
        ]);
        &SHAPE
    }
}

/// Inner.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Inner {
    /// Text.
    pub text: String,
}

impl Shaped for Inner {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Inner", &[Field::new("text", Shape::string())]);
        &SHAPE
    }
}

/// What changes in [`Inner`]: a field that is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct InnerPatch {
    /// Text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl InnerPatch {
    /// Applies the patch (RFC 7396).
    pub fn apply(self, inner: &mut Inner) {
        if let Some(value) = self.text {
            inner.text = value;
        }
    }
}

impl Shaped for InnerPatch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("InnerPatch", &[Field::new("text", Shape::string()).optional()]);
        &SHAPE
    }
}

/// Wrapped.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Wrapped(pub Inner);

impl From<Inner> for Wrapped {
    fn from(value: Inner) -> Self {
        Self(value)
    }
}

impl Shaped for Wrapped {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::of::<Inner>();
        &SHAPE
    }
}

/// Long.
///
/// For example `longer than three`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Long(pub String);

impl From<String> for Long {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for Long {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display for Long {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Shaped for Long {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string();
        &SHAPE
    }
}

/// Short.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Short {
    /// Text.
    ///
    /// At most 3 characters.
    pub text: Long,
}

impl Shaped for Short {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("Short", &[Field::new("text", Shape::of::<Long>().max_length(3))]);
        &SHAPE
    }
}

/// Hidden.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "kind")]
pub enum Hidden {
    /// Card.
    #[serde(rename = "card")]
    Card(Card),
    /// Cash.
    #[serde(rename = "cash")]
    Cash(Box<Cash>),
    /// A kind this version does not know; it survives a round trip.
    #[serde(untagged)]
    Unknown(Value),
}

impl fmt::Debug for Hidden {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Card(payload) => formatter.debug_tuple("Card").field(payload).finish(),
            Self::Cash(payload) => formatter.debug_tuple("Cash").field(payload).finish(),
            Self::Unknown(_) => formatter.debug_tuple("Unknown").field(&Redacted).finish(),
        }
    }
}

impl Union for Hidden {
    const TAG: &'static str = "kind";

    fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
        match tagged.tag() {
            "card" => tagged.payload().map(Self::Card),
            "cash" => tagged.payload().map(Self::Cash),
            _ => tagged.into_value().map(Self::Unknown),
        }
    }
}

impl<'de> Deserialize<'de> for Hidden {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        union::read(deserializer)
    }
}

impl Shaped for Hidden {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::union("Hidden", "kind", &[
            Variant::new("card", Shape::of::<Card>()),
            Variant::new("cash", Shape::of::<Cash>()),
        ]);
        &SHAPE
    }
}

/// Card.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Card {
    /// Number.
    ///
    /// Payment data; redacted in logs.
    pub number: String,
}

impl fmt::Debug for Card {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Card").field("number", &Redacted).finish()
    }
}

impl Shaped for Card {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Card", &[
            Field::new("number", Shape::string()).classified(Classification::Payment),
        ]);
        &SHAPE
    }
}

/// Cash.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cash {
    /// Amount.
    pub amount: Decimal,
    /// Span.
    pub span: Duration,
    /// Any.
    pub any: Value,
    /// Bytes.
    pub bytes: Bytes,
}

impl Shaped for Cash {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Cash", &[
            Field::new("amount", Shape::decimal()),
            Field::new("span", Shape::duration()),
            Field::new("any", Shape::any()),
            Field::new("bytes", Shape::bytes()),
        ]);
        &SHAPE
    }
}

/// Called nearly like the trait.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Obstacle {
    /// Client.
    pub client: Server,
    /// Value.
    pub value: words::Value,
    /// Either.
    pub either: Either,
}

impl Shaped for Obstacle {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Obstacle", &[
            Field::new("client", Shape::of::<Server>()),
            Field::new("value", Shape::of::<words::Value>()),
            Field::new("either", Shape::of::<Either>()),
        ]);
        &SHAPE
    }
}

/// Server.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Server {
    /// Http.
    pub http: String,
}

impl Shaped for Server {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Server", &[Field::new("http", Shape::string())]);
        &SHAPE
    }
}

/// Arc.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Arc {
    /// Arc.
    pub arc: String,
    /// Box.
    pub box_: BoxModel,
    /// Vec.
    pub vec: VecModel,
    /// String.
    pub string: StringModel,
}

impl Shaped for Arc {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Arc", &[
            Field::new("arc", Shape::string()),
            Field::new("box", Shape::of::<BoxModel>()),
            Field::new("vec", Shape::of::<VecModel>()),
            Field::new("string", Shape::of::<StringModel>()),
        ]);
        &SHAPE
    }
}

/// A very long name that goes on and on until nobody remembers what it was about and then some
/// more of it too.
///
/// At most 9 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfItToo(
    pub String,
);

impl From<String>
for AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfItToo {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str>
for AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfItToo {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display
for AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfItToo {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Shaped
for AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfItToo {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string().max_length(9);
        &SHAPE
    }
}
