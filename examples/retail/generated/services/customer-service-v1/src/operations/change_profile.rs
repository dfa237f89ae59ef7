// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `changeProfile`: change a profile in part.
//!
//! Takes a merge patch.
//! The revision must match, because two clerks with the same form open would otherwise undo
//! each other's work.
//!
//! `PATCH /v1/customers/{customerId}` · scope `customer-service.customers.write` · idempotent where `Idempotency-Key` is sent · only with `If-Match`.

use std::{error, fmt};

use retail_customer_events::CustomerUpdated;
use retail_models::customer::{Customer, CustomerId, ProfilePatch};
use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, Parameter,
    Precondition, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::work::{Declared, Declares, Emits};
use tiebeam::{IdempotencyKey, IfMatch, Problem};

use crate::errors::{self, AccountClosed};

/// How `changeProfile` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("changeProfile", Method::Patch, "/v1/customers/{customerId}")
        .parameters(&[Parameter::path("customerId", Shape::of::<CustomerId>()).required()])
        .body(Shape::of::<ProfilePatch>())
        .merge_patch()
        .success(&[Success::new(200).body(Shape::of::<Customer>())])
        .errors(&[&errors::NOT_FOUND, &errors::EMAIL_TAKEN, &errors::ACCOUNT_CLOSED])
        .scopes(&["customer-service.customers.write"])
        .idempotency(Idempotency::Optional)
        .etag("revision")
        .if_match(Precondition::Required)
        .timeout_millis(2000)
        .retry(Retry { attempts: 3, base_millis: 20, cap_millis: 500, budget_percent: 20 });

/// What `changeProfile` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one customer for ever, also after the account was closed.
    pub customer_id: CustomerId,
    /// Which version of the entity is meant.
    pub if_match: IfMatch,
    /// Makes a repetition of this request safe.
    pub idempotency_key: Option<IdempotencyKey>,
    /// What changes.
    pub body: ProfilePatch,
}

/// What `changeProfile` answers: `200 OK`.
pub type Response = Customer;

/// Why `changeProfile` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// Another open account has this e-mail address; the answer does not say whose (`409`).
    EmailTaken,
    /// The account was closed and takes no changes any more (`409`).
    AccountClosed(AccountClosed),
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
        if problem.is(&errors::EMAIL_TAKEN) {
            return Self::EmailTaken;
        }
        if let Some(detail) = problem.detail_of(&errors::ACCOUNT_CLOSED) {
            return Self::AccountClosed(detail);
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::EmailTaken => errors::EMAIL_TAKEN.problem(),
            Self::AccountClosed(detail) => errors::ACCOUNT_CLOSED.with(&detail),
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
            Self::EmailTaken => errors::EMAIL_TAKEN.fmt(formatter),
            Self::AccountClosed(_) => errors::ACCOUNT_CLOSED.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}

/// A unit of work of `changeProfile`.
pub type Work = tiebeam::Work<Events>;

/// What `changeProfile` emits: `CustomerUpdated`.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::always::<CustomerUpdated>()];
}

impl Emits<CustomerUpdated> for Events {}
