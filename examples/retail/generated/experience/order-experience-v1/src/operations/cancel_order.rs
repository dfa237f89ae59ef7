// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! `cancelOrder`: cancel an order.
//!
//! `POST /v1/orders/{orderId}/cancellations` · scope `order-experience.orders.write` · idempotent by `Idempotency-Key` · heeds `If-Match`.

use std::{error, fmt};

use retail_models::order::OrderId;
use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, Parameter,
    Precondition, RateLimit, RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IdempotencyKey, IfMatch, Problem};

use crate::errors;
use crate::types::{CancelForm, OrderView};

/// How `cancelOrder` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("cancelOrder", Method::Post, "/v1/orders/{orderId}/cancellations")
        .parameters(&[Parameter::path("orderId", Shape::of::<OrderId>()).required()])
        .body(Shape::of::<CancelForm>())
        .success(&[Success::new(200).body(Shape::of::<OrderView>())])
        .errors(&[&errors::NOT_FOUND, &errors::TOO_LATE])
        .scopes(&["order-experience.orders.write"])
        .idempotency(Idempotency::Required)
        .etag("version")
        .if_match(Precondition::Optional)
        .timeout_millis(12_000)
        .retry(Retry { attempts: 2, base_millis: 200, cap_millis: 2000, budget_percent: 20 })
        .rate_limit(RateLimit { requests: 10, per_millis: 1000, by: RateLimitBy::Subject });

/// What `cancelOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one order.
    pub order_id: OrderId,
    /// Which version of the entity is meant.
    pub if_match: Option<IfMatch>,
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// The form behind the button "Cancel".
    pub body: CancelForm,
}

/// What `cancelOrder` answers: `200 OK`.
pub type Response = OrderView;

/// Why `cancelOrder` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// The parcel left already; offer to send it back (`409`).
    TooLate,
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
        if problem.is(&errors::TOO_LATE) {
            return Self::TooLate;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::TooLate => errors::TOO_LATE.problem(),
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
            Self::TooLate => errors::TOO_LATE.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
