// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `getPastOrder`: read what became of an order.
//!
//! `GET /v1/past-orders/{orderId}` · scope `order-history-service.past-orders.read`.

use std::{error, fmt};

use retail_models::order::{OrderId, PastOrder};
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Success,
};
use tiebeam::shape::Shape;

use crate::errors;

/// How `getPastOrder` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("getPastOrder", Method::Get, "/v1/past-orders/{orderId}")
        .parameters(&[Parameter::path("orderId", Shape::of::<OrderId>()).required()])
        .success(&[Success::new(200).body(Shape::of::<PastOrder>())])
        .errors(&[&errors::NOT_FOUND])
        .scopes(&["order-history-service.past-orders.read"])
        .timeout_millis(2000);

/// What `getPastOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one order.
    pub order_id: OrderId,
}

/// What `getPastOrder` answers: `200 OK`.
pub type Response = PastOrder;

/// Why `getPastOrder` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let order_id = input.required("orderId");
        Ok(Self { order_id: order_id? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("orderId", &self.order_id);
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

/// A unit of work of `getPastOrder`, which emits nothing.
pub type Work = tiebeam::Work;
