// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! `voidAuthorization`: give the money back before it was taken.
//!
//! `DELETE /v1/authorizations/{authorizationId}` · scope `payments-system.authorizations.write`.

use std::{error, fmt};

use retail_models::payment::AuthorizationId;
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, RateLimit,
    RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;

use crate::errors;

/// How `voidAuthorization` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("voidAuthorization", Method::Delete, "/v1/authorizations/{authorizationId}")
        .parameters(&[
            Parameter::path("authorizationId", Shape::of::<AuthorizationId>()).required(),
        ])
        .success(&[Success::new(204)])
        .errors(&[&errors::NOT_VOIDABLE])
        .scopes(&["payments-system.authorizations.write"])
        .timeout_millis(5000)
        .retry(Retry { attempts: 6, base_millis: 200, cap_millis: 10_000, budget_percent: 20 })
        .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client });

/// What `voidAuthorization` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies an authorization at the payment provider.
    pub authorization_id: AuthorizationId,
}

/// What `voidAuthorization` answers: `204 No Content`.
///
/// Nothing is set aside any more.
pub type Response = ();

/// Why `voidAuthorization` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// The money was captured already; refund it instead (`409`).
    NotVoidable,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let authorization_id = input.required("authorizationId");
        Ok(Self { authorization_id: authorization_id? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("authorizationId", &self.authorization_id);
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if problem.is(&errors::NOT_VOIDABLE) {
            return Self::NotVoidable;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotVoidable => errors::NOT_VOIDABLE.problem(),
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
            Self::NotVoidable => errors::NOT_VOIDABLE.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
