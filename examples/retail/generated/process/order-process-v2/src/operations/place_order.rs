// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! `placeOrder`: place an order.
//!
//! Looks the customer up, prices the basket, sets stock aside, authorizes the payment and
//! enters the order.
//! An order whose payment is still under review is taken with `202`: it is confirmed or
//! cancelled as soon as the provider knows.
//!
//! `POST /v2/orders` · scope `order-process.orders.write` · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use retail_models::order::Order;
use tiebeam::operation::{
    Answer, Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output,
    Parameter, RateLimit, RateLimitBy, Reply, Retry, Success,
};
use tiebeam::shape::{Pattern, Shape};
use tiebeam::types::Timestamp;
use tiebeam::{IdempotencyKey, Problem};

use crate::errors::{self, CreditExceeded, OutOfStock, PaymentDeclined, UnknownProduct};
use crate::types::PlaceOrder;

static X_CHANNEL_PATTERN: Pattern = Pattern::new("^[a-z]+$");

/// How `placeOrder` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("placeOrder", Method::Post, "/v2/orders")
    .parameters(&[
        Parameter::header("X-Channel", Shape::string().max_length(20).pattern(&X_CHANNEL_PATTERN)),
    ])
    .body(Shape::of::<PlaceOrder>())
    .success(&[
        Success::new(201).body(Shape::of::<Order>()).location("/v2/orders/{id}"),
        Success::new(202).body(Shape::of::<Order>()),
    ])
    .errors(&[
        &errors::NOT_FOUND,
        &errors::OUT_OF_STOCK,
        &errors::UNKNOWN_PRODUCT,
        &errors::PAYMENT_DECLINED,
        &errors::CREDIT_EXCEEDED,
        &errors::CUSTOMER_ON_HOLD,
    ])
    .scopes(&["order-process.orders.write"])
    .idempotency(Idempotency::Required)
    .timeout_millis(10_000)
    .retry(Retry { attempts: 2, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
    .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client });

/// What `placeOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Where the order comes from, `mobile` for example.
    pub x_channel: Option<String>,
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// What it takes to place an order.
    pub body: PlaceOrder,
}

/// What `placeOrder` answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Response {
    /// `201 Created`.
    ///
    /// The order is confirmed.
    Created {
        /// The body.
        body: Box<Order>,
        /// Points that the loyalty program will add.
        x_points_earned: i32,
    },
    /// `202 Accepted`.
    ///
    /// The order is taken; its payment is under review.
    Accepted {
        /// The body.
        body: Box<Order>,
        /// When the review ends at the latest, where the provider says so.
        x_review_until: Option<Timestamp>,
    },
}

/// Why `placeOrder` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// One of the products is not available in the quantity asked; offer what there is (`409`).
    OutOfStock(OutOfStock),
    /// One of the products does not exist, or is not sold any more (`422`).
    UnknownProduct(UnknownProduct),
    /// The payment was declined; nothing was charged and nothing is set aside (`402`).
    PaymentDeclined(PaymentDeclined),
    /// The customer may not owe that much; offer to pay by card (`409`).
    CreditExceeded(CreditExceeded),
    /// The credit department or a clerk does not want new orders of this customer (`403`).
    CustomerOnHold,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let x_channel = input.optional("X-Channel");
        let idempotency_key = input.idempotency_key();
        let body = input.body();
        Ok(Self { x_channel: x_channel?, idempotency_key: idempotency_key?, body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional("X-Channel", self.x_channel.as_ref());
        output.idempotency_key(&self.idempotency_key);
        output.body(&self.body);
    }
}

impl Reply for Response {
    fn into_answer(self) -> Answer {
        match self {
            Self::Created { body, x_points_earned } => {
                Answer::json(201, &body).with_header("X-Points-Earned", &x_points_earned)
            }
            Self::Accepted { body, x_review_until } => Answer::json(202, &body)
                .with_optional_header("X-Review-Until", x_review_until.as_ref()),
        }
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        match answer.status() {
            201 => Ok(Self::Created {
                x_points_earned: answer.header("X-Points-Earned")?,
                body: answer.read()?,
            }),
            202 => Ok(Self::Accepted {
                x_review_until: answer.optional_header("X-Review-Until")?,
                body: answer.read()?,
            }),
            _ => Err(answer.unexpected()),
        }
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if problem.is(&errors::NOT_FOUND) {
            return Self::NotFound;
        }
        if let Some(detail) = problem.detail_of(&errors::OUT_OF_STOCK) {
            return Self::OutOfStock(detail);
        }
        if let Some(detail) = problem.detail_of(&errors::UNKNOWN_PRODUCT) {
            return Self::UnknownProduct(detail);
        }
        if let Some(detail) = problem.detail_of(&errors::PAYMENT_DECLINED) {
            return Self::PaymentDeclined(detail);
        }
        if let Some(detail) = problem.detail_of(&errors::CREDIT_EXCEEDED) {
            return Self::CreditExceeded(detail);
        }
        if problem.is(&errors::CUSTOMER_ON_HOLD) {
            return Self::CustomerOnHold;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::OutOfStock(detail) => errors::OUT_OF_STOCK.with(&detail),
            Self::UnknownProduct(detail) => errors::UNKNOWN_PRODUCT.with(&detail),
            Self::PaymentDeclined(detail) => errors::PAYMENT_DECLINED.with(&detail),
            Self::CreditExceeded(detail) => errors::CREDIT_EXCEEDED.with(&detail),
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
            Self::NotFound => errors::NOT_FOUND.fmt(formatter),
            Self::OutOfStock(_) => errors::OUT_OF_STOCK.fmt(formatter),
            Self::UnknownProduct(_) => errors::UNKNOWN_PRODUCT.fmt(formatter),
            Self::PaymentDeclined(_) => errors::PAYMENT_DECLINED.fmt(formatter),
            Self::CreditExceeded(_) => errors::CREDIT_EXCEEDED.fmt(formatter),
            Self::CustomerOnHold => errors::CUSTOMER_ON_HOLD.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
