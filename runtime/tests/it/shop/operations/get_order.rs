//! `getOrder`: a conditional read.

use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Success,
};
use tiebeam::shape::Shape;

use crate::shop::errors;
use crate::shop::types::{Order, OrderId};

/// How `getOrder` travels, and the policies that hold for it.
pub(crate) static OPERATION: Operation =
    Operation::new("getOrder", Method::Get, "/v1/orders/{orderId}")
        .parameters(&[Parameter::path("orderId", Shape::of::<OrderId>()).required()])
        .success(&[Success::new(200).body(Shape::of::<Order>())])
        .errors(&[&errors::NOT_FOUND])
        .etag("revision")
        .timeout_millis(300);

/// What `getOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Request {
    pub(crate) order_id: OrderId,
}

/// What `getOrder` answers.
pub(crate) type Response = Order;

/// Why `getOrder` fails.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Error {
    /// There is no such order (`404`).
    NotFound,
    /// Any other problem.
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

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Other(problem)
    }
}
