// @generated from specs/hurdles.yaml by `cargo xtask generate`. Do not edit.

//! `poll`: poll.
//!
//! `GET /v1/poll` · public.

use std::{error, fmt};

use obstacle_models::words::OptionModel;
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Success,
};
use tiebeam::shape::Shape;

/// How `poll` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("poll", Method::Get, "/v1/poll")
    .success(&[Success::new(200).body(Shape::of::<OptionModel>())])
    .public();

/// What `poll` asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Request;

/// What `poll` answers: `200 OK`.
pub type Response = OptionModel;

/// Why `poll` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(_: &mut Input<'_>) -> Result<Self, Invalid> {
        Ok(Self)
    }
}

impl Encode for Request {
    fn encode(&self, _: &mut Output) {}
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
