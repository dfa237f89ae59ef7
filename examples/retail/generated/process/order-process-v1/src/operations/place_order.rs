// @generated from specs/apis/process/order-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! `placeOrder`: place an order.
//!
//! `POST /v1/orders` · scope `order-process.orders.write` · idempotent where `Idempotency-Key` is sent.
//!
//! **Deprecated** since 2026-10-01, answers until 2027-03-31; use `order-process@2` instead. It
//! knows cards only, and its errors do not say which item is missing.

use std::{error, fmt};

use retail_models::order::Order;
use tiebeam::operation::{
    Decode, Deprecation, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output,
    Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IdempotencyKey, Problem};

use crate::errors;
use crate::types::CardOrder;

/// How `placeOrder` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("placeOrder", Method::Post, "/v1/orders")
    .body(Shape::of::<CardOrder>())
    .success(&[Success::new(201).body(Shape::of::<Order>()).location("/v1/orders/{id}")])
    .errors(&[&errors::OUT_OF_STOCK, &errors::PAYMENT_DECLINED, &errors::CUSTOMER_ON_HOLD])
    .scopes(&["order-process.orders.write"])
    .idempotency(Idempotency::Optional)
    .timeout_millis(10_000)
    .deprecated(Deprecation {
        since: 1_790_812_800,
        sunset: Some(1_806_451_200),
        successor: Some("order-process@2"),
    });

/// What `placeOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Makes a repetition of this request safe.
    pub idempotency_key: Option<IdempotencyKey>,
    /// An order that is paid by card.
    pub body: CardOrder,
}

/// What `placeOrder` answers: `201 Created`.
pub type Response = Order;

/// Why `placeOrder` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// One of the items is not available in the quantity asked (`409`).
    OutOfStock,
    /// The card was declined (`402`).
    PaymentDeclined,
    /// The credit department does not want new orders of this customer (`403`).
    CustomerOnHold,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let idempotency_key = input.optional_idempotency_key();
        let body = input.body();
        Ok(Self { idempotency_key: idempotency_key?, body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional_idempotency_key(self.idempotency_key.as_ref());
        output.body(&self.body);
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if problem.is(&errors::OUT_OF_STOCK) {
            return Self::OutOfStock;
        }
        if problem.is(&errors::PAYMENT_DECLINED) {
            return Self::PaymentDeclined;
        }
        if problem.is(&errors::CUSTOMER_ON_HOLD) {
            return Self::CustomerOnHold;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::OutOfStock => errors::OUT_OF_STOCK.problem(),
            Self::PaymentDeclined => errors::PAYMENT_DECLINED.problem(),
            Self::CustomerOnHold => errors::CUSTOMER_ON_HOLD.problem(),
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
            Self::OutOfStock => errors::OUT_OF_STOCK.fmt(formatter),
            Self::PaymentDeclined => errors::PAYMENT_DECLINED.fmt(formatter),
            Self::CustomerOnHold => errors::CUSTOMER_ON_HOLD.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
