//! `placeOrder`: place an order.

use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, RateLimit,
    RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IdempotencyKey, Problem};

use crate::shop::errors::{self, OutOfStock};
use crate::shop::types::{Order, PlaceOrder};

/// How `placeOrder` travels, and the policies that hold for it.
pub(crate) static OPERATION: Operation = Operation::new("placeOrder", Method::Post, "/v1/orders")
    .body(Shape::of::<PlaceOrder>())
    .success(&[Success::new(201).body(Shape::of::<Order>()).location("/v1/orders/{id}")])
    .errors(&[&errors::OUT_OF_STOCK, &errors::PAYMENT_DECLINED])
    .scopes(&["orders:write"])
    .idempotency(Idempotency::Required)
    .retry(Retry { attempts: 3, base_millis: 50, cap_millis: 1_000, budget_percent: 20 })
    .rate_limit(RateLimit { requests: 100, per_millis: 1_000, by: RateLimitBy::Client })
    .timeout_millis(2_000);

/// What `placeOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Request {
    /// Makes a repetition of this request safe.
    pub(crate) idempotency_key: IdempotencyKey,
    /// The order to place.
    pub(crate) body: PlaceOrder,
}

/// What `placeOrder` answers: `201 Created`.
pub(crate) type Response = Order;

/// Why `placeOrder` fails.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Error {
    /// One of the items is not available in the quantity asked (`409`).
    OutOfStock(OutOfStock),
    /// The payment was declined (`402`).
    PaymentDeclined,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let idempotency_key = input.idempotency_key();
        let body = input.body();
        Ok(Self { idempotency_key: idempotency_key?, body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.idempotency_key(&self.idempotency_key);
        output.body(&self.body);
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if let Some(detail) = problem.detail_of(&errors::OUT_OF_STOCK) {
            return Self::OutOfStock(detail);
        }
        if problem.is(&errors::PAYMENT_DECLINED) {
            return Self::PaymentDeclined;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::OutOfStock(detail) => errors::OUT_OF_STOCK.with(&detail),
            Self::PaymentDeclined => errors::PAYMENT_DECLINED.problem(),
            Self::Other(problem) => problem,
        }
    }
}

/// Lets `?` pass on the problem of a call further down.
impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Other(problem)
    }
}
