// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! `errors`: errors.
//!
//! `GET /v1/errors` · public.

use std::{error, fmt};

use obstacle_models::words::ResultModel;
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Success,
};
use tiebeam::shape::Shape;

use crate::errors;

/// How `errors` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("errors", Method::Get, "/v1/errors")
    .success(&[Success::new(200).body(Shape::of::<ResultModel>())])
    .errors(&[&errors::NOT_FOUND])
    .public();

/// What `errors` asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Request;

/// What `errors` answers: `200 OK`.
pub type Response = ResultModel;

/// Why `errors` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
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
        if problem.is(&errors::NOT_FOUND) {
            return Self::NotFound;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::Other(problem) => problem,
        }
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
        match self {
            Self::NotFound => errors::NOT_FOUND.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
