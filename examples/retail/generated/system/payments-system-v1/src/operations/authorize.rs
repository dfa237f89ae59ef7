// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! `authorize`: set money aside.
//!
//! The provider answers at once for most payments.
//! Some go to a person first, and then the status stays `review` until they decide.
//!
//! `POST /v1/authorizations` · scope `payments-system.authorizations.write` · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use retail_models::payment::Authorization;
use tiebeam::operation::{
    Answer, Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output,
    Parameter, RateLimit, RateLimitBy, Reply, Retry, Success,
};
use tiebeam::shape::{Pattern, Shape};
use tiebeam::{IdempotencyKey, Problem};

use crate::errors::{self, PaymentDeclined};
use crate::types::AuthorizationRequest;

static X_MERCHANT_ID_PATTERN: Pattern = Pattern::new("^acme-[a-z]{2,10}$");

/// How `authorize` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("authorize", Method::Post, "/v1/authorizations")
    .parameters(&[
        Parameter::header("X-Merchant-Id", Shape::string().pattern(&X_MERCHANT_ID_PATTERN))
            .required(),
    ])
    .body(Shape::of::<AuthorizationRequest>())
    .success(&[
        Success::new(201).body(Shape::of::<Authorization>()).location("/v1/authorizations/{id}"),
        Success::new(202).body(Shape::of::<Authorization>()),
    ])
    .errors(&[&errors::PAYMENT_DECLINED])
    .scopes(&["payments-system.authorizations.write"])
    .idempotency(Idempotency::Required)
    .timeout_millis(8000)
    .retry(Retry { attempts: 2, base_millis: 500, cap_millis: 1000, budget_percent: 5 })
    .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client });

/// What `authorize` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Which of our shops asks.
    pub x_merchant_id: String,
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// Whose money to set aside, and how much.
    pub body: AuthorizationRequest,
}

/// What `authorize` answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Response {
    /// `201 Created`.
    ///
    /// The money is set aside.
    Created {
        /// The body.
        body: Box<Authorization>,
        /// The provider's own number, for telephone calls.
        x_provider_reference: String,
    },
    /// `202 Accepted`.
    ///
    /// Somebody at the provider looks at it.
    Accepted(Box<Authorization>),
}

/// Why `authorize` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// The provider said no.
    /// With `retryAfter` another attempt may succeed later; without it, ask for another way to pay
    /// (`402`).
    PaymentDeclined(PaymentDeclined),
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let x_merchant_id = input.required("X-Merchant-Id");
        let idempotency_key = input.idempotency_key();
        let body = input.body();
        Ok(Self { x_merchant_id: x_merchant_id?, idempotency_key: idempotency_key?, body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("X-Merchant-Id", &self.x_merchant_id);
        output.idempotency_key(&self.idempotency_key);
        output.body(&self.body);
    }
}

impl Reply for Response {
    fn into_answer(self) -> Answer {
        match self {
            Self::Created { body, x_provider_reference } => {
                Answer::json(201, &body).with_header("X-Provider-Reference", &x_provider_reference)
            }
            Self::Accepted(body) => Answer::json(202, &body),
        }
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        match answer.status() {
            201 => Ok(Self::Created {
                x_provider_reference: answer.header("X-Provider-Reference")?,
                body: answer.read()?,
            }),
            202 => answer.read().map(Self::Accepted),
            _ => Err(answer.unexpected()),
        }
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if let Some(detail) = problem.detail_of(&errors::PAYMENT_DECLINED) {
            return Self::PaymentDeclined(detail);
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::PaymentDeclined(detail) => errors::PAYMENT_DECLINED.with(&detail),
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
            Self::PaymentDeclined(_) => errors::PAYMENT_DECLINED.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
