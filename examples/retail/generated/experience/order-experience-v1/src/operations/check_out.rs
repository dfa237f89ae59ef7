// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! `checkOut`: buy what is in the basket.
//!
//! Answers `201` when the order is confirmed.
//! Answers `202` when the bank takes a second look: tell the customer that we write as soon as
//! we know.
//!
//! `POST /v1/orders` · scope `order-experience.orders.write` · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use tiebeam::operation::{
    Answer, Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output,
    Parameter, RateLimit, RateLimitBy, Reply, Retry, Success,
};
use tiebeam::shape::{Pattern, Shape};
use tiebeam::types::Uuid;
use tiebeam::{IdempotencyKey, Problem};

use crate::errors::{self, NotOrderable, OutOfStock, PaymentFailed};
use crate::types::{CheckOut, OrderView};

static X_APP_VERSION_PATTERN: Pattern = Pattern::new(r"^[0-9]+\.[0-9]+\.[0-9]+$");

/// How `checkOut` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("checkOut", Method::Post, "/v1/orders")
    .parameters(&[
        Parameter::header("X-Device-Id", Shape::uuid()),
        Parameter::header(
            "X-App-Version",
            Shape::string().max_length(20).pattern(&X_APP_VERSION_PATTERN),
        )
        .required(),
    ])
    .body(Shape::of::<CheckOut>())
    .success(&[
        Success::new(201).body(Shape::of::<OrderView>()).location("/v1/orders/{id}"),
        Success::new(202).body(Shape::of::<OrderView>()),
    ])
    .errors(&[
        &errors::NOT_FOUND,
        &errors::FORBIDDEN,
        &errors::OUT_OF_STOCK,
        &errors::PAYMENT_FAILED,
        &errors::NOT_ORDERABLE,
    ])
    .scopes(&["order-experience.orders.write"])
    .idempotency(Idempotency::Required)
    .timeout_millis(20_000)
    .retry(Retry { attempts: 2, base_millis: 200, cap_millis: 2000, budget_percent: 20 })
    .rate_limit(RateLimit { requests: 10, per_millis: 1000, by: RateLimitBy::Subject });

/// What `checkOut` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The installation of the app, for fraud prevention.
    pub x_device_id: Option<Uuid>,
    /// Version of the app.
    pub x_app_version: String,
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// The form behind the button "Buy now".
    pub body: CheckOut,
}

/// What `checkOut` answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Response {
    /// `201 Created`.
    ///
    /// The order is confirmed.
    Created(Box<OrderView>),
    /// `202 Accepted`.
    ///
    /// The bank takes a second look.
    Accepted(Box<OrderView>),
}

/// Why `checkOut` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// The caller may not do this (`403`).
    Forbidden,
    /// Something sold out while the customer was thinking; offer what is left (`409`).
    OutOfStock(OutOfStock),
    /// The payment did not work; nothing was charged (`402`).
    PaymentFailed(PaymentFailed),
    /// A product in the basket is not sold any more; remove it (`422`).
    NotOrderable(NotOrderable),
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let x_device_id = input.optional("X-Device-Id");
        let x_app_version = input.required("X-App-Version");
        let idempotency_key = input.idempotency_key();
        let body = input.body();
        Ok(Self {
            x_device_id: x_device_id?,
            x_app_version: x_app_version?,
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional("X-Device-Id", self.x_device_id.as_ref());
        output.required("X-App-Version", &self.x_app_version);
        output.idempotency_key(&self.idempotency_key);
        output.body(&self.body);
    }
}

impl Reply for Response {
    fn into_answer(self) -> Answer {
        match self {
            Self::Created(body) => Answer::json(201, &body),
            Self::Accepted(body) => Answer::json(202, &body),
        }
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        match answer.status() {
            201 => answer.read().map(Self::Created),
            202 => answer.read().map(Self::Accepted),
            _ => Err(answer.unexpected()),
        }
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if problem.is(&errors::NOT_FOUND) {
            return Self::NotFound;
        }
        if problem.is(&errors::FORBIDDEN) {
            return Self::Forbidden;
        }
        if let Some(detail) = problem.detail_of(&errors::OUT_OF_STOCK) {
            return Self::OutOfStock(detail);
        }
        if let Some(detail) = problem.detail_of(&errors::PAYMENT_FAILED) {
            return Self::PaymentFailed(detail);
        }
        if let Some(detail) = problem.detail_of(&errors::NOT_ORDERABLE) {
            return Self::NotOrderable(detail);
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::Forbidden => errors::FORBIDDEN.problem(),
            Self::OutOfStock(detail) => errors::OUT_OF_STOCK.with(&detail),
            Self::PaymentFailed(detail) => errors::PAYMENT_FAILED.with(&detail),
            Self::NotOrderable(detail) => errors::NOT_ORDERABLE.with(&detail),
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
            Self::Forbidden => errors::FORBIDDEN.fmt(formatter),
            Self::OutOfStock(_) => errors::OUT_OF_STOCK.fmt(formatter),
            Self::PaymentFailed(_) => errors::PAYMENT_FAILED.fmt(formatter),
            Self::NotOrderable(_) => errors::NOT_ORDERABLE.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
