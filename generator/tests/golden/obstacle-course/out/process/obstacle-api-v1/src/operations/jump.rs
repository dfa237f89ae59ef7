// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! `jump`: change what is nested.
//!
//! `PATCH /v1/hurdles/{self}` · public.

use std::{error, fmt};

use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Success,
};
use tiebeam::shape::Shape;

use crate::types::{Hurdle, HurdlePatch};

/// How `jump` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("jump", Method::Patch, "/v1/hurdles/{self}")
    .parameters(&[Parameter::path("self", Shape::string()).required()])
    .body(Shape::of::<HurdlePatch>())
    .merge_patch()
    .success(&[Success::new(200).body(Shape::of::<Hurdle>())])
    .public();

/// What `jump` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// `self` in the path.
    pub self_: String,
    /// What changes.
    pub body: HurdlePatch,
}

/// What `jump` answers: `200 OK`.
pub type Response = Hurdle;

/// Why `jump` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let self_ = input.required("self");
        let body = input.body();
        Ok(Self { self_: self_?, body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("self", &self.self_);
        output.body(&self.body);
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
