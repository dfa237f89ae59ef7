// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! `closeStanding`: let the CRM forget a customer.
//!
//! `DELETE /v1/standings/{customerId}` · scope `crm-system.standings.write`.

use std::{error, fmt};

use retail_models::customer::CustomerId;
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, RateLimit,
    RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;

/// How `closeStanding` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("closeStanding", Method::Delete, "/v1/standings/{customerId}")
        .parameters(&[Parameter::path("customerId", Shape::of::<CustomerId>()).required()])
        .success(&[Success::new(204)])
        .scopes(&["crm-system.standings.write"])
        .timeout_millis(3000)
        .retry(Retry { attempts: 3, base_millis: 100, cap_millis: 2000, budget_percent: 10 })
        .rate_limit(RateLimit { requests: 50, per_millis: 1000, by: RateLimitBy::All });

/// What `closeStanding` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one customer for ever, also after the account was closed.
    pub customer_id: CustomerId,
}

/// What `closeStanding` answers: `204 No Content`.
pub type Response = ();

/// Why `closeStanding` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let customer_id = input.required("customerId");
        Ok(Self { customer_id: customer_id? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("customerId", &self.customer_id);
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        let Self::Other(problem) = self;
        problem
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
        let Self::Other(problem) = self;
        problem.fmt(formatter)
    }
}

impl error::Error for Error {}
