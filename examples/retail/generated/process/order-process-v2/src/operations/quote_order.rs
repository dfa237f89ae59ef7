// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! `quoteOrder`: price a basket.
//!
//! Answers what an order would cost now.
//! Nothing is set aside and nothing is remembered, so a repetition is harmless.
//!
//! `POST /v2/quotes` · scope `order-process.quotes.read`.

use std::{error, fmt};

use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, RateLimit, RateLimitBy,
    Success,
};
use tiebeam::shape::Shape;

use crate::errors::{self, UnknownProduct};
use crate::types::{Basket, Quote};

/// How `quoteOrder` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("quoteOrder", Method::Post, "/v2/quotes")
    .body(Shape::of::<Basket>())
    .success(&[Success::new(200).body(Shape::of::<Quote>())])
    .errors(&[&errors::UNKNOWN_PRODUCT, &errors::NOT_FOUND])
    .scopes(&["order-process.quotes.read"])
    .timeout_millis(3000)
    .rate_limit(RateLimit { requests: 20, per_millis: 1000, by: RateLimitBy::Subject });

/// What `quoteOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What somebody thinks of buying.
    pub body: Basket,
}

/// What `quoteOrder` answers: `200 OK`.
pub type Response = Quote;

/// Why `quoteOrder` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// One of the products does not exist, or is not sold any more (`422`).
    UnknownProduct(UnknownProduct),
    /// What was asked for does not exist (`404`).
    NotFound,
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
        if let Some(detail) = problem.detail_of(&errors::UNKNOWN_PRODUCT) {
            return Self::UnknownProduct(detail);
        }
        if problem.is(&errors::NOT_FOUND) {
            return Self::NotFound;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::UnknownProduct(detail) => errors::UNKNOWN_PRODUCT.with(&detail),
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
            Self::UnknownProduct(_) => errors::UNKNOWN_PRODUCT.fmt(formatter),
            Self::NotFound => errors::NOT_FOUND.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
