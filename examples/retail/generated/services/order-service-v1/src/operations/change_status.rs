// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `changeStatus`: move an order forward.
//!
//! Sets the status; setting the status it already has changes nothing.
//! Cancelling goes through `cancelOrder`, which asks for a reason.
//!
//! `PUT /v1/orders/{orderId}/status` · scope `order-service.orders.write` · heeds `If-Match`.

use std::{error, fmt};

use retail_models::order::{Order, OrderId};
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Precondition,
    Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IfMatch, Problem};

use crate::errors::{self, WrongStatus};
use crate::types::StatusChange;

/// How `changeStatus` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("changeStatus", Method::Put, "/v1/orders/{orderId}/status")
        .parameters(&[Parameter::path("orderId", Shape::of::<OrderId>()).required()])
        .body(Shape::of::<StatusChange>())
        .success(&[Success::new(200).body(Shape::of::<Order>())])
        .errors(&[&errors::NOT_FOUND, &errors::WRONG_STATUS])
        .scopes(&["order-service.orders.write"])
        .etag("revision")
        .if_match(Precondition::Optional)
        .timeout_millis(2000)
        .retry(Retry { attempts: 3, base_millis: 20, cap_millis: 500, budget_percent: 20 });

/// What `changeStatus` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one order.
    pub order_id: OrderId,
    /// Which version of the entity is meant.
    pub if_match: Option<IfMatch>,
    /// The new status.
    pub body: StatusChange,
}

/// What `changeStatus` answers: `200 OK`.
pub type Response = Order;

/// Why `changeStatus` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// What was asked is not possible for an order in this status; read it again and decide anew
    /// (`409`).
    WrongStatus(WrongStatus),
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let order_id = input.required("orderId");
        let if_match = input.optional_if_match();
        let body = input.body();
        Ok(Self { order_id: order_id?, if_match: if_match?, body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("orderId", &self.order_id);
        output.optional_if_match(self.if_match.as_ref());
        output.body(&self.body);
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if problem.is(&errors::NOT_FOUND) {
            return Self::NotFound;
        }
        if let Some(detail) = problem.detail_of(&errors::WRONG_STATUS) {
            return Self::WrongStatus(detail);
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::WrongStatus(detail) => errors::WRONG_STATUS.with(&detail),
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
            Self::WrongStatus(_) => errors::WRONG_STATUS.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}

/// A unit of work of `changeStatus`, which emits nothing.
pub type Work = tiebeam::Work;
