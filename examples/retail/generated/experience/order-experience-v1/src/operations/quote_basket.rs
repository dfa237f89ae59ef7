// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! `quoteBasket`: show what a basket costs.
//!
//! `POST /v1/quotes` · scope `order-experience.quotes.read`.

use std::{error, fmt};

use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, RateLimit, RateLimitBy,
    Success,
};
use tiebeam::shape::Shape;

use crate::errors::{self, NotOrderable};
use crate::types::{Basket, BasketPrice};

/// How `quoteBasket` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("quoteBasket", Method::Post, "/v1/quotes")
    .body(Shape::of::<Basket>())
    .success(&[Success::new(200).body(Shape::of::<BasketPrice>())])
    .errors(&[&errors::NOT_FOUND, &errors::NOT_ORDERABLE])
    .scopes(&["order-experience.quotes.read"])
    .timeout_millis(12_000)
    .rate_limit(RateLimit { requests: 10, per_millis: 1000, by: RateLimitBy::Subject });

/// What `quoteBasket` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What is in the basket.
    pub body: Basket,
}

/// What `quoteBasket` answers: `200 OK`.
pub type Response = BasketPrice;

/// Why `quoteBasket` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// A product in the basket is not sold any more; remove it (`422`).
    NotOrderable(NotOrderable),
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
        if problem.is(&errors::NOT_FOUND) {
            return Self::NotFound;
        }
        if let Some(detail) = problem.detail_of(&errors::NOT_ORDERABLE) {
            return Self::NotOrderable(detail);
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::NotOrderable(detail) => errors::NOT_ORDERABLE.with(&detail),
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
            Self::NotOrderable(_) => errors::NOT_ORDERABLE.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
