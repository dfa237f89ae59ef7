// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! `drop`: `drop` it | or not.
//!
//! `DELETE /v1/things/{self}` · public.

use std::{error, fmt};

use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Success,
};
use tiebeam::shape::Shape;

/// How `drop` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("drop", Method::Delete, "/v1/things/{self}")
    .parameters(&[Parameter::path("self", Shape::string()).required()])
    .success(&[Success::new(204)])
    .public();

/// What `drop` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// `self` in the path.
    pub self_: String,
}

/// What `drop` answers: `204 No Content`.
pub type Response = ();

/// Why `drop` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let self_ = input.required("self");
        Ok(Self { self_: self_? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("self", &self.self_);
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
