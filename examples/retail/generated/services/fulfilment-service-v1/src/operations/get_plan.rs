// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `getPlan`: read what is to be packed for an order.
//!
//! `GET /v1/plans/{orderId}` · scope `fulfilment-service.plans.read`.

use std::{error, fmt};

use retail_models::order::OrderId;
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Success,
};
use tiebeam::shape::Shape;

use crate::errors;
use crate::types::PackingPlan;

/// How `getPlan` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("getPlan", Method::Get, "/v1/plans/{orderId}")
    .parameters(&[Parameter::path("orderId", Shape::of::<OrderId>()).required()])
    .success(&[Success::new(200).body(Shape::of::<PackingPlan>())])
    .errors(&[&errors::NOT_FOUND])
    .scopes(&["fulfilment-service.plans.read"])
    .timeout_millis(2000);

/// What `getPlan` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one order.
    pub order_id: OrderId,
}

/// What `getPlan` answers: `200 OK`.
pub type Response = PackingPlan;

/// Why `getPlan` fails.
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

/// A unit of work of `getPlan`, which emits nothing.
pub type Work = tiebeam::Work;
