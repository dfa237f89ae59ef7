// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! `closeAccount`: close an account.
//!
//! `DELETE /v1/accounts/{customerId}` · scope `customer-experience.accounts.close` · heeds `If-Match`.

use std::{error, fmt};

use retail_models::customer::CustomerId;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Precondition,
    RateLimit, RateLimitBy, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IfMatch, Problem};

use crate::errors::{self, OpenOrders};

/// How `closeAccount` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("closeAccount", Method::Delete, "/v1/accounts/{customerId}")
        .parameters(&[Parameter::path("customerId", Shape::of::<CustomerId>()).required()])
        .success(&[Success::new(204)])
        .errors(&[&errors::NOT_FOUND, &errors::OPEN_ORDERS])
        .scopes(&["customer-experience.accounts.close"])
        .if_match(Precondition::Optional)
        .timeout_millis(8000)
        .rate_limit(RateLimit { requests: 20, per_millis: 1000, by: RateLimitBy::Subject });

/// What `closeAccount` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one customer for ever, also after the account was closed.
    pub customer_id: CustomerId,
    /// Which version of the entity is meant.
    pub if_match: Option<IfMatch>,
}

/// What `closeAccount` answers: `204 No Content`.
pub type Response = ();

/// Why `closeAccount` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// There are orders on their way; show them (`409`).
    OpenOrders(OpenOrders),
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
        if let Some(detail) = problem.detail_of(&errors::OPEN_ORDERS) {
            return Self::OpenOrders(detail);
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::OpenOrders(detail) => errors::OPEN_ORDERS.with(&detail),
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
            Self::OpenOrders(_) => errors::OPEN_ORDERS.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
