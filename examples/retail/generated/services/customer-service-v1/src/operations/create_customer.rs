// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `createCustomer`: open an account.
//!
//! `POST /v1/customers` · scope `customer-service.customers.write` · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use retail_customer_events::CustomerUpdated;
use retail_models::customer::Customer;
use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::work::{Declared, Declares, Emits};
use tiebeam::{IdempotencyKey, Problem};

use crate::errors;
use crate::types::NewCustomer;

/// How `createCustomer` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("createCustomer", Method::Post, "/v1/customers")
    .body(Shape::of::<NewCustomer>())
    .success(&[Success::new(201).body(Shape::of::<Customer>()).location("/v1/customers/{id}")])
    .errors(&[&errors::EMAIL_TAKEN])
    .scopes(&["customer-service.customers.write"])
    .idempotency(Idempotency::Required)
    .timeout_millis(2000)
    .retry(Retry { attempts: 3, base_millis: 20, cap_millis: 500, budget_percent: 20 });

/// What `createCustomer` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// What it takes to open an account.
    pub body: NewCustomer,
}

/// What `createCustomer` answers: `201 Created`.
pub type Response = Customer;

/// Why `createCustomer` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Another open account has this e-mail address; the answer does not say whose (`409`).
    EmailTaken,
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
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::EmailTaken => errors::EMAIL_TAKEN.problem(),
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
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}

/// A unit of work of `createCustomer`.
pub type Work = tiebeam::Work<Events>;

/// What `createCustomer` emits: `CustomerUpdated`.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::always::<CustomerUpdated>()];
}

impl Emits<CustomerUpdated> for Events {}
