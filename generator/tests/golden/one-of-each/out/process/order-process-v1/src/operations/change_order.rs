// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! `changeOrder`: change an order.
//!
//! `PATCH /v1/orders/{orderId}` · scope `orders:write` · only with `If-Match`.

use std::{error, fmt};

use shop_models::order::{Order, OrderId};
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Precondition,
    RateLimit, RateLimitBy, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IfMatch, Problem};

use crate::errors;
use crate::types::OrderChangePatch;

/// How `changeOrder` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("changeOrder", Method::Patch, "/v1/orders/{orderId}")
        .parameters(&[Parameter::path("orderId", Shape::of::<OrderId>()).required()])
        .body(Shape::of::<OrderChangePatch>())
        .merge_patch()
        .success(&[Success::new(200).body(Shape::of::<Order>())])
        .errors(&[&errors::NOT_FOUND, &errors::CONFLICT, &errors::GONE, &errors::FORBIDDEN])
        .scopes(&["orders:write"])
        .etag("revision")
        .if_match(Precondition::Required)
        .timeout_millis(5000)
        .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client });

/// What `changeOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one order.
    pub order_id: OrderId,
    /// Which version of the entity is meant.
    pub if_match: IfMatch,
    /// What changes.
    pub body: OrderChangePatch,
}

/// What `changeOrder` answers: `200 OK`.
pub type Response = Order;

/// Why `changeOrder` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// The request contradicts the state of what it is about (`409`).
    Conflict,
    /// What was asked for existed once and does so no more (`410`).
    Gone,
    /// The caller may not do this (`403`).
    Forbidden,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let order_id = input.required("orderId");
        let if_match = input.if_match();
        let body = input.body();
        Ok(Self { order_id: order_id?, if_match: if_match?, body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("orderId", &self.order_id);
        output.if_match(&self.if_match);
        output.body(&self.body);
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if problem.is(&errors::NOT_FOUND) {
            return Self::NotFound;
        }
        if problem.is(&errors::CONFLICT) {
            return Self::Conflict;
        }
        if problem.is(&errors::GONE) {
            return Self::Gone;
        }
        if problem.is(&errors::FORBIDDEN) {
            return Self::Forbidden;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::Conflict => errors::CONFLICT.problem(),
            Self::Gone => errors::GONE.problem(),
            Self::Forbidden => errors::FORBIDDEN.problem(),
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
            Self::Conflict => errors::CONFLICT.fmt(formatter),
            Self::Gone => errors::GONE.fmt(formatter),
            Self::Forbidden => errors::FORBIDDEN.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
