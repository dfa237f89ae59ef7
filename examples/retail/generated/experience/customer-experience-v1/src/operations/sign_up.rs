// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! `signUp`: open an account.
//!
//! The only operation besides the login that a visitor can reach.
//!
//! `POST /v1/accounts` · public · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, RateLimit,
    RateLimitBy, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IdempotencyKey, Problem};

use crate::errors::{self, TooYoung};
use crate::types::{Account, SignUp};

/// How `signUp` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("signUp", Method::Post, "/v1/accounts")
    .body(Shape::of::<SignUp>())
    .success(&[Success::new(201).body(Shape::of::<Account>()).location("/v1/accounts/{id}")])
    .errors(&[&errors::EMAIL_TAKEN, &errors::TOO_YOUNG])
    .public()
    .idempotency(Idempotency::Required)
    .timeout_millis(8000)
    .rate_limit(RateLimit { requests: 20, per_millis: 1000, by: RateLimitBy::Subject });

/// What `signUp` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// The form behind the button "Become a customer".
    pub body: SignUp,
}

/// What `signUp` answers: `201 Created`.
pub type Response = Account;

/// Why `signUp` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// There is an account with this address; show the login form (`409`).
    EmailTaken,
    /// The shop sells to adults only (`422`).
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
