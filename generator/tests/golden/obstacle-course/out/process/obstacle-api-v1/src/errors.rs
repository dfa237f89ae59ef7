// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Obstacle API.

use obstacle_models::words;
use serde::{Deserialize, Serialize};
use tiebeam::ProblemType;
use tiebeam::shape::{Field, Shape, Shaped};

/// Called like the enum itself; "quoted".
pub static ERROR: ProblemType = ProblemType {
    uri: "https://example.com/problems/obstacle-api/error",
    code: "error",
    title: "Error",
    status: 409,
};

/// What `ERROR` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Error {
    /// Error.
    pub error: String,
    /// Errors2.
    pub errors2: Vec<String>,
}

impl Shaped for Error {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Error", &[
            Field::new("error", Shape::string()),
            Field::new("errors2", Shape::list(&Shape::string())),
        ]);
        &SHAPE
    }
}

/// Has a table of its own, called like the next.
pub static FOO: ProblemType = ProblemType {
    uri: "https://example.com/problems/obstacle-api/foo",
    code: "foo",
    title: "Foo",
    status: 423,
};

/// What `FOO` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Foo {
    /// One1.
    pub one1: String,
    /// Two.
    pub two: String,
    /// Three.
    pub three: String,
    /// Four.
    pub four: String,
    /// Five.
    pub five: String,
    /// Six.
    pub six: String,
    /// Seven.
    pub seven: String,
    /// Eight.
    pub eight: String,
    /// Nine.
    pub nine: String,
}

static FOO_SHAPE_2: Shape = Shape::object("Foo", &[
    Field::new("one1", Shape::string()),
    Field::new("two", Shape::string()),
    Field::new("three", Shape::string()),
    Field::new("four", Shape::string()),
    Field::new("five", Shape::string()),
    Field::new("six", Shape::string()),
    Field::new("seven", Shape::string()),
    Field::new("eight", Shape::string()),
    Field::new("nine", Shape::string()),
]);

impl Shaped for Foo {
    fn shape() -> &'static Shape {
        &FOO_SHAPE_2
    }
}

/// Called like that table.
pub static FOO_SHAPE: ProblemType = ProblemType {
    uri: "https://example.com/problems/obstacle-api/foo-shape",
    code: "foo-shape",
    title: "Foo shape",
    status: 424,
};

/// What was asked for does not exist.
pub static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://example.com/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};

/// Called nearly like the variant for any other problem; it was Other.
pub static OTHER_PROBLEM: ProblemType = ProblemType {
    uri: "https://example.com/problems/obstacle-api/other-problem",
    code: "other-problem",
    title: "Other problem",
    status: 400,
};

/// Called like the runtime's type.
pub static PROBLEM: ProblemType = ProblemType {
    uri: "https://example.com/problems/obstacle-api/problem",
    code: "problem",
    title: "A \"title\" {{ with }} `ticks`",
    status: 422,
};

/// Called like the request.
pub static REQUEST: ProblemType = ProblemType {
    uri: "https://example.com/problems/obstacle-api/request",
    code: "request",
    title: "Request",
    status: 410,
};

/// What `REQUEST` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Request {
    /// Request.
    pub request: words::Request,
}

impl Shaped for Request {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("Request", &[Field::new("request", Shape::of::<words::Request>())]);
        &SHAPE
    }
}
