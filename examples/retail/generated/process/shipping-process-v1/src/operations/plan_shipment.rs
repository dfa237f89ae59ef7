// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! `planShipment`: plan the parcels of an order.
//!
//! Weighs what is set aside and chooses the carrier.
//! Nothing leaves the house and nothing is paid yet, so an order may be planned while its
//! payment is under review.
//!
//! `POST /v1/plans` · scope `shipping-process.plans.write` · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IdempotencyKey, Problem};

use crate::errors::{self, NotReady, TooHeavy};
use crate::types::{Plan, PlanOrder};

/// How `planShipment` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("planShipment", Method::Post, "/v1/plans")
    .body(Shape::of::<PlanOrder>())
    .success(&[Success::new(201).body(Shape::of::<Plan>())])
    .errors(&[&errors::NOT_FOUND, &errors::NOT_READY, &errors::TOO_HEAVY])
    .scopes(&["shipping-process.plans.write"])
    .idempotency(Idempotency::Required)
    .timeout_millis(5000)
    .retry(Retry { attempts: 3, base_millis: 50, cap_millis: 1000, budget_percent: 20 });

/// What `planShipment` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// Which order to plan, and how fast it has to be.
    pub body: PlanOrder,
}

/// What `planShipment` answers: `201 Created`.
pub type Response = Plan;

/// Why `planShipment` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// Only an order with stock set aside can be planned, and only a confirmed one can leave the
    /// house (`409`).
    NotReady(NotReady),
    /// No carrier takes that much in one shipment; split the order (`422`).
    TooHeavy(TooHeavy),
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
        if let Some(detail) = problem.detail_of(&errors::NOT_READY) {
            return Self::NotReady(detail);
        }
        if let Some(detail) = problem.detail_of(&errors::TOO_HEAVY) {
            return Self::TooHeavy(detail);
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::NotReady(detail) => errors::NOT_READY.with(&detail),
            Self::TooHeavy(detail) => errors::TOO_HEAVY.with(&detail),
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
            Self::NotReady(_) => errors::NOT_READY.fmt(formatter),
            Self::TooHeavy(_) => errors::TOO_HEAVY.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
