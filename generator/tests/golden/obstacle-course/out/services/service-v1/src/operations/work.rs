// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! `work`: work.
//!
//! `GET /v1/work` · public.

use std::{error, fmt};

use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Success,
};

/// How `work` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("work", Method::Get, "/v1/work").success(&[Success::new(204)]).public();

/// What `work` asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Request;

/// What `work` answers: `204 No Content`.
pub type Response = ();

/// Why `work` fails.
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

/// A unit of work of `work`, which emits nothing.
pub type Work = tiebeam::Work;
