// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `getPayment`: read a payment.
//!
//! `GET /v1/payments/{paymentId}` · scope `payment-service.payments.read`.

use std::{error, fmt};

use retail_models::payment::{Payment, PaymentId};
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Retry, Success,
};
use tiebeam::shape::Shape;

use crate::errors;

/// How `getPayment` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("getPayment", Method::Get, "/v1/payments/{paymentId}")
        .parameters(&[Parameter::path("paymentId", Shape::of::<PaymentId>()).required()])
        .success(&[Success::new(200).body(Shape::of::<Payment>())])
        .errors(&[&errors::NOT_FOUND])
        .scopes(&["payment-service.payments.read"])
        .etag("revision")
        .timeout_millis(2000)
        .retry(Retry { attempts: 3, base_millis: 20, cap_millis: 500, budget_percent: 20 });

/// What `getPayment` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies a payment in our ledger.
    pub payment_id: PaymentId,
}

/// What `getPayment` answers: `200 OK`.
pub type Response = Payment;

/// Why `getPayment` fails.
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
        Ok(Self { payment_id: payment_id? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("paymentId", &self.payment_id);
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

/// A unit of work of `getPayment`, which emits nothing.
pub type Work = tiebeam::Work;
