// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! `placeOrder`: place an order.
//!
//! The stock is reserved before the payment is taken.
//!
//! ```text
//! reserve → authorize → create
//! ```
//!
//! `POST /v1/orders` · scope `orders:write` · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use shop_models::order::Order;
use tiebeam::operation::{
    Answer, Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output,
    RateLimit, RateLimitBy, Reply, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IdempotencyKey, Problem};

use crate::errors::{self, OutOfStock};
use crate::types::{OrderTicket, PlaceOrder};

/// How `placeOrder` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("placeOrder", Method::Post, "/v1/orders")
    .body(Shape::of::<PlaceOrder>())
    .success(&[
        Success::new(201).body(Shape::of::<Order>()).location("/v1/orders/{id}"),
        Success::new(202).body(Shape::of::<OrderTicket>()),
    ])
    .errors(&[&errors::OUT_OF_STOCK, &errors::PAYMENT_DECLINED])
    .scopes(&["orders:write"])
    .idempotency(Idempotency::Required)
    .timeout_millis(2000)
    .retry(Retry { attempts: 3, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
    .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client });

/// What `placeOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// What a caller sends to place an order.
    pub body: PlaceOrder,
}

/// What `placeOrder` answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Response {
    /// `201 Created`.
    Created(Box<Order>),
    /// `202 Accepted`.
    ///
    /// The order is looked at by a person.
    Accepted {
        /// The body.
        body: OrderTicket,
        /// The header field `X-Queue-Length`.
        x_queue_length: i32,
        /// The header field `X-Note`.
        x_note: Option<String>,
    },
}

/// Why `placeOrder` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// One of the articles is not available in the quantity asked (`409`).
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

impl Reply for Response {
    fn into_answer(self) -> Answer {
        match self {
            Self::Created(body) => Answer::json(201, &body),
            Self::Accepted { body, x_queue_length, x_note } => Answer::json(202, &body)
                .with_header("X-Queue-Length", &x_queue_length)
                .with_optional_header("X-Note", x_note.as_ref()),
        }
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        match answer.status() {
            201 => answer.read().map(Self::Created),
            202 => Ok(Self::Accepted {
                x_queue_length: answer.header("X-Queue-Length")?,
                x_note: answer.optional_header("X-Note")?,
                body: answer.read()?,
            }),
            _ => Err(answer.unexpected()),
        }
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

/// Lets `?` end with a problem of our own; a dependency's is hidden first with `upstream()`.
impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Other(problem)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfStock(_) => errors::OUT_OF_STOCK.fmt(formatter),
            Self::PaymentDeclined => errors::PAYMENT_DECLINED.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
