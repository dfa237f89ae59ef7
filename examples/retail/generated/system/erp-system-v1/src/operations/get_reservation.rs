// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! `getReservation`: read a reservation.
//!
//! `GET /v1/reservations/{reservationId}` · scope `erp-system.reservations.read`.

use std::{error, fmt};

use retail_models::inventory::{Reservation, ReservationId};
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, RateLimit,
    RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;

use crate::errors;

/// How `getReservation` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("getReservation", Method::Get, "/v1/reservations/{reservationId}")
        .parameters(&[Parameter::path("reservationId", Shape::of::<ReservationId>()).required()])
        .success(&[Success::new(200).body(Shape::of::<Reservation>())])
        .errors(&[&errors::NOT_FOUND])
        .scopes(&["erp-system.reservations.read"])
        .timeout_millis(2000)
        .retry(Retry { attempts: 3, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
        .rate_limit(RateLimit { requests: 200, per_millis: 1000, by: RateLimitBy::Client });

/// What `getReservation` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies a reservation of stock.
    pub reservation_id: ReservationId,
}

/// What `getReservation` answers: `200 OK`.
pub type Response = Reservation;

/// Why `getReservation` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
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
