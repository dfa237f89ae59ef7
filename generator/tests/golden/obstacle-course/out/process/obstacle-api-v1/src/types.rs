// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Obstacle API.

use std::fmt;

use obstacle_models::words::{BoxModel, Either, StringModel, Value, VecModel};
use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Called nearly like the trait.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Obstacle {
    /// Client.
    pub client: Server,
    /// Value.
    pub value: Value,
    /// Either.
    pub either: Either,
}

impl Shaped for Obstacle {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Obstacle", &[
            Field::new("client", Shape::of::<Server>()),
            Field::new("value", Shape::of::<Value>()),
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
