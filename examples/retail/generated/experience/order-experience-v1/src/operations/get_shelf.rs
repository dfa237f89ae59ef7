// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! `getShelf`: show a shelf and the shelves inside it.
//!
//! `GET /v1/shelves/{shelf}` · public.

use std::{error, fmt};

use retail_models::inventory::CategoryCode;
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, RateLimit,
    RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;

use crate::errors;
use crate::types::Shelf;

/// How `getShelf` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("getShelf", Method::Get, "/v1/shelves/{shelf}")
    .parameters(&[Parameter::path("shelf", Shape::of::<CategoryCode>()).required()])
    .success(&[Success::new(200).body(Shape::of::<Shelf>())])
    .errors(&[&errors::NOT_FOUND])
    .public()
    .timeout_millis(12_000)
    .retry(Retry { attempts: 2, base_millis: 200, cap_millis: 2000, budget_percent: 20 })
    .rate_limit(RateLimit { requests: 10, per_millis: 1000, by: RateLimitBy::Subject });

/// What `getShelf` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Where to start.
    pub shelf: CategoryCode,
}

/// What `getShelf` answers: `200 OK`.
pub type Response = Shelf;

/// Why `getShelf` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let shelf = input.required("shelf");
        Ok(Self { shelf: shelf? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("shelf", &self.shelf);
    }
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
