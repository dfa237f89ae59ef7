// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! `captureAuthorization`: take the money.
//!
//! `POST /v1/captures` · scope `payments-system.captures.write` · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use retail_models::payment::Authorization;
use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, RateLimit,
    RateLimitBy, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IdempotencyKey, Problem};

use crate::errors;
use crate::types::CaptureRequest;

/// How `captureAuthorization` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("captureAuthorization", Method::Post, "/v1/captures")
        .body(Shape::of::<CaptureRequest>())
        .success(&[
            Success::new(201)
                .body(Shape::of::<Authorization>())
                .location("/v1/authorizations/{id}"),
        ])
        .errors(&[&errors::NOT_FOUND, &errors::CONFLICT])
        .scopes(&["payments-system.captures.write"])
        .idempotency(Idempotency::Required)
        .timeout_millis(5000)
        .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client });

/// What `captureAuthorization` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// Which money to take.
    pub body: CaptureRequest,
}

/// What `captureAuthorization` answers: `201 Created`.
///
/// The money is ours.
pub type Response = Authorization;

/// Why `captureAuthorization` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// The request contradicts the state of what it is about (`409`).
    Conflict,
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
        if problem.is(&errors::NOT_FOUND) {
            return Self::NotFound;
        }
        if problem.is(&errors::CONFLICT) {
            return Self::Conflict;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::Conflict => errors::CONFLICT.problem(),
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
            Self::Conflict => errors::CONFLICT.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
