// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! `registerCustomer`: register a customer.
//!
//! Opens an account and makes it known to the CRM.
//! When the CRM refuses, the account is closed again: nobody is a customer by half.
//!
//! `POST /v1/customers` · scope `customer-process.customers.write` · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use retail_models::customer::Customer;
use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IdempotencyKey, Problem};

use crate::errors::{self, TooYoung};
use crate::types::Registration;

/// How `registerCustomer` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("registerCustomer", Method::Post, "/v1/customers")
    .body(Shape::of::<Registration>())
    .success(&[Success::new(201).body(Shape::of::<Customer>()).location("/v1/customers/{id}")])
    .errors(&[&errors::EMAIL_TAKEN, &errors::TOO_YOUNG])
    .scopes(&["customer-process.customers.write"])
    .idempotency(Idempotency::Required)
    .timeout_millis(5000)
    .retry(Retry { attempts: 2, base_millis: 50, cap_millis: 1000, budget_percent: 20 });

/// What `registerCustomer` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// What it takes to become a customer.
    pub body: Registration,
}

/// What `registerCustomer` answers: `201 Created`.
pub type Response = Customer;

/// Why `registerCustomer` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Another open account has this address; offer to log in instead (`409`).
    EmailTaken,
    /// Somebody who gives a birth date must be old enough to sign a contract (`422`).
    TooYoung(TooYoung),
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
        if problem.is(&errors::EMAIL_TAKEN) {
            return Self::EmailTaken;
        }
        if let Some(detail) = problem.detail_of(&errors::TOO_YOUNG) {
            return Self::TooYoung(detail);
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::EmailTaken => errors::EMAIL_TAKEN.problem(),
            Self::TooYoung(detail) => errors::TOO_YOUNG.with(&detail),
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
            Self::EmailTaken => errors::EMAIL_TAKEN.fmt(formatter),
            Self::TooYoung(_) => errors::TOO_YOUNG.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
