// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `getCustomer`: read an account.
//!
//! `GET /v1/customers/{customerId}` · scope `customer-service.customers.read`.

use std::{error, fmt};

use retail_models::customer::{Customer, CustomerId};
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Retry, Success,
};
use tiebeam::shape::Shape;

use crate::errors;

/// How `getCustomer` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("getCustomer", Method::Get, "/v1/customers/{customerId}")
        .parameters(&[Parameter::path("customerId", Shape::of::<CustomerId>()).required()])
        .success(&[Success::new(200).body(Shape::of::<Customer>())])
        .errors(&[&errors::NOT_FOUND])
        .scopes(&["customer-service.customers.read"])
        .etag("revision")
        .timeout_millis(2000)
        .retry(Retry { attempts: 3, base_millis: 20, cap_millis: 500, budget_percent: 20 });

/// What `getCustomer` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one customer for ever, also after the account was closed.
    pub customer_id: CustomerId,
}

/// What `getCustomer` answers: `200 OK`.
pub type Response = Customer;

/// Why `getCustomer` fails.
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

/// A unit of work of `getCustomer`, which emits nothing.
pub type Work = tiebeam::Work;
