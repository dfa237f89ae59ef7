// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `recordPayment`: enter a payment.
//!
//! `POST /v1/payments` · scope `payment-service.payments.write` · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use retail_models::payment::Payment;
use retail_payment_events::PaymentAuthorized;
use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::work::{Declared, Declares, Emits};
use tiebeam::{IdempotencyKey, Problem};

use crate::errors::{self, AlreadyPaid};
use crate::types::NewPayment;

/// How `recordPayment` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("recordPayment", Method::Post, "/v1/payments")
    .body(Shape::of::<NewPayment>())
    .success(&[Success::new(201).body(Shape::of::<Payment>()).location("/v1/payments/{id}")])
    .errors(&[&errors::ALREADY_PAID])
    .scopes(&["payment-service.payments.write"])
    .idempotency(Idempotency::Required)
    .timeout_millis(2000)
    .retry(Retry { attempts: 3, base_millis: 20, cap_millis: 500, budget_percent: 20 });

/// What `recordPayment` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// A payment as the provider authorized it.
    pub body: NewPayment,
}

/// What `recordPayment` answers: `201 Created`.
pub type Response = Payment;

/// Why `recordPayment` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// The order has a payment already; a second one would charge the customer twice (`409`).
    AlreadyPaid(AlreadyPaid),
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
        if let Some(detail) = problem.detail_of(&errors::ALREADY_PAID) {
            return Self::AlreadyPaid(detail);
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::AlreadyPaid(detail) => errors::ALREADY_PAID.with(&detail),
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
            Self::AlreadyPaid(_) => errors::ALREADY_PAID.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}

/// A unit of work of `recordPayment`.
pub type Work = tiebeam::Work<Events>;

/// What `recordPayment` emits: `PaymentAuthorized` where it applies.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::sometimes::<PaymentAuthorized>()];
}

impl Emits<PaymentAuthorized> for Events {}
