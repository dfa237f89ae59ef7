// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `settlePayment`: enter what became of a payment.
//!
//! `PUT /v1/payments/{paymentId}/status` · scope `payment-service.payments.write` · heeds `If-Match`.

use std::{error, fmt};

use retail_models::payment::{Payment, PaymentId};
use retail_payment_events::{PaymentAuthorized, PaymentFailed};
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Precondition,
    Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::work::{Declared, Declares, Emits};
use tiebeam::{IfMatch, Problem};

use crate::errors;
use crate::types::Settlement;

/// How `settlePayment` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("settlePayment", Method::Put, "/v1/payments/{paymentId}/status")
        .parameters(&[Parameter::path("paymentId", Shape::of::<PaymentId>()).required()])
        .body(Shape::of::<Settlement>())
        .success(&[Success::new(200).body(Shape::of::<Payment>())])
        .errors(&[&errors::NOT_FOUND])
        .scopes(&["payment-service.payments.write"])
        .etag("revision")
        .if_match(Precondition::Optional)
        .timeout_millis(2000)
        .retry(Retry { attempts: 3, base_millis: 20, cap_millis: 500, budget_percent: 20 });

/// What `settlePayment` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies a payment in our ledger.
    pub payment_id: PaymentId,
    /// Which version of the entity is meant.
    pub if_match: Option<IfMatch>,
    /// What became of a payment.
    pub body: Settlement,
}

/// What `settlePayment` answers: `200 OK`.
pub type Response = Payment;

/// Why `settlePayment` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let payment_id = input.required("paymentId");
        let if_match = input.optional_if_match();
        let body = input.body();
        Ok(Self { payment_id: payment_id?, if_match: if_match?, body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("paymentId", &self.payment_id);
        output.optional_if_match(self.if_match.as_ref());
        output.body(&self.body);
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

/// A unit of work of `settlePayment`.
pub type Work = tiebeam::Work<Events>;

/// What `settlePayment` emits: `PaymentAuthorized`, `PaymentFailed` where it applies.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] =
        &[Declared::sometimes::<PaymentAuthorized>(), Declared::sometimes::<PaymentFailed>()];
}

impl Emits<PaymentAuthorized> for Events {}

impl Emits<PaymentFailed> for Events {}
