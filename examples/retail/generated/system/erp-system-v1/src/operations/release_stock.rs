// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! `releaseStock`: give stock back.
//!
//! Giving back what was given back is fine, so a compensation may be repeated.
//!
//! `DELETE /v1/reservations/{reservationId}` · scope `erp-system.reservations.write`.

use std::{error, fmt};

use retail_models::inventory::ReservationId;
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, RateLimit,
    RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;

/// How `releaseStock` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("releaseStock", Method::Delete, "/v1/reservations/{reservationId}")
        .parameters(&[Parameter::path("reservationId", Shape::of::<ReservationId>()).required()])
        .success(&[Success::new(204)])
        .scopes(&["erp-system.reservations.write"])
        .timeout_millis(2000)
        .retry(Retry { attempts: 6, base_millis: 100, cap_millis: 5000, budget_percent: 20 })
        .rate_limit(RateLimit { requests: 200, per_millis: 1000, by: RateLimitBy::Client });

/// What `releaseStock` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies a reservation of stock.
    pub reservation_id: ReservationId,
}

/// What `releaseStock` answers: `204 No Content`.
pub type Response = ();

/// Why `releaseStock` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let reservation_id = input.required("reservationId");
        Ok(Self { reservation_id: reservation_id? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("reservationId", &self.reservation_id);
    }
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
