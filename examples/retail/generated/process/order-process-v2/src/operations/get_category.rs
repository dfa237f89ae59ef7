// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! `getCategory`: read a category with everything inside it.
//!
//! `GET /v2/categories/{category}` · scope `order-process.products.read`.

use std::{error, fmt};

use retail_models::inventory::{Category, CategoryCode};
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, RateLimit,
    RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;

use crate::errors;

/// How `getCategory` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("getCategory", Method::Get, "/v2/categories/{category}")
        .parameters(&[Parameter::path("category", Shape::of::<CategoryCode>()).required()])
        .success(&[Success::new(200).body(Shape::of::<Category>())])
        .errors(&[&errors::NOT_FOUND])
        .scopes(&["order-process.products.read"])
        .timeout_millis(10_000)
        .retry(Retry { attempts: 2, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
        .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client });

/// What `getCategory` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Where to start.
    pub category: CategoryCode,
}

/// What `getCategory` answers: `200 OK`.
pub type Response = Category;

/// Why `getCategory` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let category = input.required("category");
        Ok(Self { category: category? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("category", &self.category);
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
