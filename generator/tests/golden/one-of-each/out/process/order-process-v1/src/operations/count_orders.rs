// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! `countOrders`: count the orders of a region.
//!
//! `GET /v1/regions/{region}/count` · public.

use std::{error, fmt};

use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, RateLimit,
    RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;

use crate::types::Count;

/// How `countOrders` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("countOrders", Method::Get, "/v1/regions/{region}/count")
        .parameters(&[Parameter::path("region", Shape::string().max_length(20)).required()])
        .success(&[Success::new(200).body(Shape::of::<Count>())])
        .public()
        .timeout_millis(5000)
        .retry(Retry { attempts: 3, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
        .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client });

/// What `countOrders` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// A region.
    pub region: String,
}

/// What `countOrders` answers: `200 OK`.
pub type Response = Count;

/// Why `countOrders` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let region = input.required("region");
        Ok(Self { region: region? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("region", &self.region);
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
