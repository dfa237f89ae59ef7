// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! `cancelOrder`: cancel an order.
//!
//! Closes the order first and then gives stock and money back, so that nobody ships what was
//! refunded.
//!
//! `POST /v2/orders/{orderId}/cancellations` · scope `order-process.orders.write` · idempotent by `Idempotency-Key` · heeds `If-Match`.

use std::{error, fmt};

use retail_models::order::{Order, OrderId};
use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, Parameter,
    Precondition, RateLimit, RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IdempotencyKey, IfMatch, Problem};

use crate::errors::{self, WrongStatus};
use crate::types::CancelRequest;

/// How `cancelOrder` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("cancelOrder", Method::Post, "/v2/orders/{orderId}/cancellations")
        .parameters(&[Parameter::path("orderId", Shape::of::<OrderId>()).required()])
        .body(Shape::of::<CancelRequest>())
        .success(&[Success::new(200).body(Shape::of::<Order>())])
        .errors(&[&errors::NOT_FOUND, &errors::WRONG_STATUS])
        .scopes(&["order-process.orders.write"])
        .idempotency(Idempotency::Required)
        .etag("revision")
        .if_match(Precondition::Optional)
        .timeout_millis(10_000)
        .retry(Retry { attempts: 2, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
        .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client });

/// What `cancelOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one order.
    pub order_id: OrderId,
    /// Which version of the entity is meant.
    pub if_match: Option<IfMatch>,
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// Why an order is cancelled.
    pub body: CancelRequest,
}

/// What `cancelOrder` answers: `200 OK`.
pub type Response = Order;

/// Why `cancelOrder` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// An order that left the house cannot be cancelled any more (`409`).
    WrongStatus(WrongStatus),
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let order_id = input.required("orderId");
        let if_match = input.optional_if_match();
        let idempotency_key = input.idempotency_key();
        let body = input.body();
        Ok(Self {
            order_id: order_id?,
            if_match: if_match?,
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("orderId", &self.order_id);
        output.optional_if_match(self.if_match.as_ref());
        output.idempotency_key(&self.idempotency_key);
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
