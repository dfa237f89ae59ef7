// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! `getProduct`: read a product.
//!
//! `GET /v1/products/{sku}` · scope `erp-system.products.read`.

use std::{error, fmt};

use retail_models::inventory::{Product, Sku};
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, RateLimit,
    RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;

use crate::errors;

/// How `getProduct` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("getProduct", Method::Get, "/v1/products/{sku}")
    .parameters(&[Parameter::path("sku", Shape::of::<Sku>()).required()])
    .success(&[Success::new(200).body(Shape::of::<Product>())])
    .errors(&[&errors::NOT_FOUND, &errors::GONE])
    .scopes(&["erp-system.products.read"])
    .etag("revision")
    .timeout_millis(2000)
    .retry(Retry { attempts: 3, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
    .rate_limit(RateLimit { requests: 200, per_millis: 1000, by: RateLimitBy::Client });

/// What `getProduct` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies a product that can be put on a shelf.
    /// Three letters for the department, four digits within it; a color or a size is a product of
    /// its own.
    pub sku: Sku,
}

/// What `getProduct` answers: `200 OK`.
pub type Response = Product;

/// Why `getProduct` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// What was asked for existed once and does so no more (`410`).
    Gone,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let sku = input.required("sku");
        Ok(Self { sku: sku? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("sku", &self.sku);
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if problem.is(&errors::NOT_FOUND) {
            return Self::NotFound;
        }
        if problem.is(&errors::GONE) {
            return Self::Gone;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::Gone => errors::GONE.problem(),
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
            Self::Gone => errors::GONE.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
