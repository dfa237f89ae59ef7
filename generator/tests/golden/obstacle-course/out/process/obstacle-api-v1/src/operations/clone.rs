// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! `clone`: clone.
//!
//! `GET /v1/clones/{type}/{input}` · public.

use std::{error, fmt};

use obstacle_models::words;
use tiebeam::Problem;
use tiebeam::operation::{
    Answer, Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Reply,
    Success,
};
use tiebeam::shape::Shape;

/// How `clone` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("clone", Method::Get, "/v1/clones/{type}/{input}")
    .parameters(&[
        Parameter::path("type", Shape::string()).required(),
        Parameter::path("input", Shape::string()).required(),
        Parameter::query("output", Shape::string()),
        Parameter::query("async", Shape::boolean()),
        Parameter::query("await", Shape::boolean()),
        Parameter::query("dyn", Shape::boolean()).required(),
        Parameter::query("true", Shape::boolean()).required(),
        Parameter::query("maxItems", Shape::list(&Shape::int32())),
        Parameter::header("X-Fn", Shape::string()),
        Parameter::header("X-3d", Shape::string()),
    ])
    .success(&[Success::new(200).body(Shape::of::<words::Shape>())])
    .public();

/// What `clone` asks.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "the contract has a flag each")]
pub struct Request {
    /// `type` in the path.
    pub type_: String,
    /// `input` in the path.
    pub input: String,
    /// `output` in the query.
    pub output: Option<String>,
    /// `async` in the query.
    pub async_: bool,
    /// `await` in the query.
    pub await_: bool,
    /// `dyn` in the query.
    pub dyn_: bool,
    /// `true` in the query.
    pub true_: bool,
    /// `maxItems` in the query.
    pub max_items: Vec<i32>,
    /// `X-Fn` in the header.
    pub x_fn: Option<String>,
    /// `X-3d` in the header.
    pub x_3d: Option<String>,
}

/// What `clone` answers: `200 OK`.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// The body.
    pub body: words::Shape,
    /// The header field `X-Self`.
    pub x_self: String,
    /// The header field `Retry-After`.
    pub retry_after: Option<i32>,
}

/// Why `clone` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(incoming: &mut Input<'_>) -> Result<Self, Invalid> {
        let type_ = incoming.required("type");
        let input = incoming.required("input");
        let output = incoming.optional("output");
        let async_ = incoming.with_default("async", || true);
        let await_ = incoming.with_default("await", || false);
        let dyn_ = incoming.required("dyn");
        let true_ = incoming.required("true");
        let max_items = incoming.list("maxItems");
        let x_fn = incoming.optional("X-Fn");
        let x_3d = incoming.optional("X-3d");
        Ok(Self {
            type_: type_?,
            input: input?,
            output: output?,
            async_: async_?,
            await_: await_?,
            dyn_: dyn_?,
            true_: true_?,
            max_items: max_items?,
            x_fn: x_fn?,
            x_3d: x_3d?,
        })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("type", &self.type_);
        output.required("input", &self.input);
        output.optional("output", self.output.as_ref());
        output.required("async", &self.async_);
        output.required("await", &self.await_);
        output.required("dyn", &self.dyn_);
        output.required("true", &self.true_);
        output.list("maxItems", &self.max_items);
        output.optional("X-Fn", self.x_fn.as_ref());
        output.optional("X-3d", self.x_3d.as_ref());
    }
}

impl Reply for Response {
    fn into_answer(self) -> Answer {
        Answer::json(200, &self.body)
            .with_header("X-Self", &self.x_self)
            .with_optional_header("Retry-After", self.retry_after.as_ref())
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        Ok(Self {
            x_self: answer.header("X-Self")?,
            retry_after: answer.optional_header("Retry-After")?,
            body: answer.read()?,
        })
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        let Self::Other(problem) = self;
        problem
    }
}

/// Lets `?` end with a problem of our own; a dependency's is hidden first with `upstream()`.
impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Other(problem)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Other(problem) = self;
        problem.fmt(formatter)
    }
}

impl error::Error for Error {}
