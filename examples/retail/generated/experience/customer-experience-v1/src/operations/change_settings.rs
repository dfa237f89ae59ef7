// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! `changeSettings`: change settings.
//!
//! Takes a merge patch: what is absent stays, what is null is removed.
//! Send the entity tag that you have shown, so that a change from another tab is not lost.
//!
//! `PATCH /v1/accounts/{customerId}` · scope `customer-experience.accounts.write` · idempotent where `Idempotency-Key` is sent · only with `If-Match`.

use std::{error, fmt};

use retail_models::customer::CustomerId;
use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, Parameter,
    Precondition, RateLimit, RateLimitBy, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IdempotencyKey, IfMatch, Problem};

use crate::errors::{self, TooYoung};
use crate::types::{Account, SettingsPatch};

/// How `changeSettings` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("changeSettings", Method::Patch, "/v1/accounts/{customerId}")
        .parameters(&[Parameter::path("customerId", Shape::of::<CustomerId>()).required()])
        .body(Shape::of::<SettingsPatch>())
        .merge_patch()
        .success(&[Success::new(200).body(Shape::of::<Account>())])
        .errors(&[&errors::NOT_FOUND, &errors::CONFLICT, &errors::EMAIL_TAKEN, &errors::TOO_YOUNG])
        .scopes(&["customer-experience.accounts.write"])
        .idempotency(Idempotency::Optional)
        .etag("version")
        .if_match(Precondition::Required)
        .timeout_millis(8000)
        .rate_limit(RateLimit { requests: 20, per_millis: 1000, by: RateLimitBy::Subject });

/// What `changeSettings` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one customer for ever, also after the account was closed.
    pub customer_id: CustomerId,
    /// Which version of the entity is meant.
    pub if_match: IfMatch,
    /// Makes a repetition of this request safe.
    pub idempotency_key: Option<IdempotencyKey>,
    /// What changes.
    pub body: SettingsPatch,
}

/// What `changeSettings` answers: `200 OK`.
pub type Response = Account;

/// Why `changeSettings` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// The request contradicts the state of what it is about (`409`).
    Conflict,
    /// There is an account with this address; show the login form (`409`).
    EmailTaken,
    /// The shop sells to adults only (`422`).
    TooYoung(TooYoung),
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let customer_id = input.required("customerId");
        let if_match = input.if_match();
        let idempotency_key = input.optional_idempotency_key();
        let body = input.body();
        Ok(Self {
            customer_id: customer_id?,
            if_match: if_match?,
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("customerId", &self.customer_id);
        output.if_match(&self.if_match);
        output.optional_idempotency_key(self.idempotency_key.as_ref());
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
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::Conflict => errors::CONFLICT.problem(),
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
            Self::NotFound => errors::NOT_FOUND.fmt(formatter),
            Self::Conflict => errors::CONFLICT.fmt(formatter),
            Self::EmailTaken => errors::EMAIL_TAKEN.fmt(formatter),
            Self::TooYoung(_) => errors::TOO_YOUNG.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
