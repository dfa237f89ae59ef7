// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! `cancelOrder`: cancel an order.
//!
//! `DELETE /v1/orders/{orderId}` · scopes `orders:write`, `orders:cancel` · heeds `If-Match`.
//!
//! **Deprecated** since 2026-01-01, answers until 2026-12-31. Change its status instead.

use std::{error, fmt};

use shop_models::order::OrderId;
use tiebeam::operation::{
    Answer, Decode, Deprecation, Encode, Failure, Input, Invalid, Method, Operation, Output,
    Parameter, Precondition, RateLimit, RateLimitBy, Reply, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::types::Uuid;
use tiebeam::{IfMatch, Problem};

use crate::errors;

/// How `cancelOrder` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("cancelOrder", Method::Delete, "/v1/orders/{orderId}")
        .parameters(&[Parameter::path("orderId", Shape::of::<OrderId>()).required()])
        .success(&[Success::new(204)])
        .errors(&[&errors::NOT_FOUND])
        .scopes(&["orders:write", "orders:cancel"])
        .if_match(Precondition::Optional)
        .timeout_millis(5000)
        .retry(Retry { attempts: 3, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
        .rate_limit(RateLimit { requests: 1, per_millis: 60_000, by: RateLimitBy::Subject })
        .deprecated(Deprecation {
            since: 1_767_225_600,
            sunset: Some(1_798_675_200),
            successor: None,
        });

/// What `cancelOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one order.
    pub order_id: OrderId,
    /// Which version of the entity is meant.
    pub if_match: Option<IfMatch>,
}

/// What `cancelOrder` answers: `204 No Content`.
///
/// It is cancelled.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// The header field `X-Refund-Id`.
    pub x_refund_id: Option<Uuid>,
}

/// Why `cancelOrder` fails.
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
        let if_match = input.optional_if_match();
        Ok(Self { order_id: order_id?, if_match: if_match? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("orderId", &self.order_id);
        output.optional_if_match(self.if_match.as_ref());
    }
}

impl Reply for Response {
    fn into_answer(self) -> Answer {
        Answer::empty(204).with_optional_header("X-Refund-Id", self.x_refund_id.as_ref())
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        Ok(Self { x_refund_id: answer.optional_header("X-Refund-Id")? })
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
