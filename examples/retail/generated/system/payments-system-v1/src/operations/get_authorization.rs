// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! `getAuthorization`: read an authorization.
//!
//! `GET /v1/authorizations/{authorizationId}` · scope `payments-system.authorizations.read`.

use std::{error, fmt};

use retail_models::payment::{Authorization, AuthorizationId};
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, RateLimit,
    RateLimitBy, Success,
};
use tiebeam::shape::Shape;

use crate::errors;

/// How `getAuthorization` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("getAuthorization", Method::Get, "/v1/authorizations/{authorizationId}")
        .parameters(&[
            Parameter::path("authorizationId", Shape::of::<AuthorizationId>()).required(),
        ])
        .success(&[Success::new(200).body(Shape::of::<Authorization>())])
        .errors(&[&errors::NOT_FOUND])
        .scopes(&["payments-system.authorizations.read"])
        .timeout_millis(5000)
        .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client });

/// What `getAuthorization` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies an authorization at the payment provider.
    pub authorization_id: AuthorizationId,
}

/// What `getAuthorization` answers: `200 OK`.
pub type Response = Authorization;

/// Why `getAuthorization` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
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
