// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! `findOrderByNumber`: find an order by its number.
//!
//! `GET /v2/order-numbers/{orderNumber}` · scope `order-process.orders.read`.
//!
//! **Deprecated** since 2026-11-01, answers until 2027-02-28. Use `listOrders` with `number`,
//! which does the same and can be combined.

use std::{error, fmt};

use retail_models::order::{Order, OrderNumber};
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Deprecation, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter,
    RateLimit, RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;

use crate::errors;

/// How `findOrderByNumber` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("findOrderByNumber", Method::Get, "/v2/order-numbers/{orderNumber}")
        .parameters(&[Parameter::path("orderNumber", Shape::of::<OrderNumber>()).required()])
        .success(&[Success::new(200).body(Shape::of::<Order>())])
        .errors(&[&errors::NOT_FOUND])
        .scopes(&["order-process.orders.read"])
        .timeout_millis(10_000)
        .retry(Retry { attempts: 2, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
        .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client })
        .deprecated(Deprecation {
            since: 1_793_491_200,
            sunset: Some(1_803_772_800),
            successor: None,
        });

/// What `findOrderByNumber` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The number that people read to each other on the telephone: an A and eight digits.
    pub order_number: OrderNumber,
}

/// What `findOrderByNumber` answers: `200 OK`.
pub type Response = Order;

/// Why `findOrderByNumber` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let order_number = input.required("orderNumber");
        Ok(Self { order_number: order_number? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("orderNumber", &self.order_number);
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
