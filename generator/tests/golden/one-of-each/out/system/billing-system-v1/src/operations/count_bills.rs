// @generated from specs/apis/billing.v1.yaml by `cargo xtask generate`. Do not edit.

//! `countBills`: count the bills.
//!
//! `GET /v1/bills/count` · scope `bills:read`.
//!
//! **Deprecated** since 2026-01-01, answers until 2026-12-31; use `billing-system@2` instead.
//! The second version knows currencies.

use std::{error, fmt};

use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Deprecation, Encode, Failure, Input, Invalid, Method, Operation, Output, Success,
};
use tiebeam::shape::Shape;

use crate::types::Count;

/// How `countBills` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("countBills", Method::Get, "/v1/bills/count")
    .success(&[Success::new(200).body(Shape::of::<Count>())])
    .scopes(&["bills:read"])
    .deprecated(Deprecation {
        since: 1_767_225_600,
        sunset: Some(1_798_675_200),
        successor: Some("billing-system@2"),
    });

/// What `countBills` asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Request;

/// What `countBills` answers: `200 OK`.
pub type Response = Count;

/// Why `countBills` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(_: &mut Input<'_>) -> Result<Self, Invalid> {
        Ok(Self)
    }
}

impl Encode for Request {
    fn encode(&self, _: &mut Output) {}
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
