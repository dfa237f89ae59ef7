// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! `tiebeam`: tiebeam.
//!
//! `PATCH /v1/tiebeam` · public.

use std::{error, fmt};

use obstacle_models::tiebeam::ShapePatch;
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Success,
};
use tiebeam::shape::Shape;

/// How `tiebeam` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("tiebeam", Method::Patch, "/v1/tiebeam")
    .body(Shape::of::<ShapePatch>())
    .merge_patch()
    .success(&[Success::new(200).body(Shape::of::<obstacle_models::tiebeam::Error>())])
    .public();

/// What `tiebeam` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What changes.
    pub body: ShapePatch,
}

/// What `tiebeam` answers: `200 OK`.
pub type Response = obstacle_models::tiebeam::Error;

/// Why `tiebeam` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let body = input.body();
        Ok(Self { body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
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
