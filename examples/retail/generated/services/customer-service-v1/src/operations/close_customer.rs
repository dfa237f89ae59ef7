// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `closeCustomer`: close an account.
//!
//! Closing twice is the same as closing once.
//!
//! `DELETE /v1/customers/{customerId}` · scope `customer-service.customers.close` · heeds `If-Match`.

use std::{error, fmt};

use retail_customer_events::CustomerUpdated;
use retail_models::customer::CustomerId;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Precondition,
    Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::work::{Declared, Declares, Emits};
use tiebeam::{IfMatch, Problem};

use crate::errors;

/// How `closeCustomer` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("closeCustomer", Method::Delete, "/v1/customers/{customerId}")
        .parameters(&[Parameter::path("customerId", Shape::of::<CustomerId>()).required()])
        .success(&[Success::new(204)])
        .errors(&[&errors::NOT_FOUND])
        .scopes(&["customer-service.customers.close"])
        .if_match(Precondition::Optional)
        .timeout_millis(2000)
        .retry(Retry { attempts: 3, base_millis: 20, cap_millis: 500, budget_percent: 20 });

/// What `closeCustomer` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one customer for ever, also after the account was closed.
    pub customer_id: CustomerId,
    /// Which version of the entity is meant.
    pub if_match: Option<IfMatch>,
}

/// What `closeCustomer` answers: `204 No Content`.
///
/// The account is closed, now or since long.
pub type Response = ();

/// Why `closeCustomer` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let customer_id = input.required("customerId");
        let if_match = input.optional_if_match();
        Ok(Self { customer_id: customer_id?, if_match: if_match? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("customerId", &self.customer_id);
        output.optional_if_match(self.if_match.as_ref());
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

/// A unit of work of `closeCustomer`.
pub type Work = tiebeam::Work<Events>;

/// What `closeCustomer` emits: `CustomerUpdated` where it applies.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::sometimes::<CustomerUpdated>()];
}

impl Emits<CustomerUpdated> for Events {}
