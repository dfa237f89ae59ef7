// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! `reserveStock`: set stock aside.
//!
//! All lines or none, and all from one warehouse.
//!
//! `POST /v1/reservations` · scope `erp-system.reservations.write` · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use retail_models::inventory::Reservation;
use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, RateLimit,
    RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IdempotencyKey, Problem};

use crate::errors::{self, OutOfStock, UnknownProduct};
use crate::types::ReservationRequest;

/// How `reserveStock` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("reserveStock", Method::Post, "/v1/reservations")
    .body(Shape::of::<ReservationRequest>())
    .success(&[
        Success::new(201).body(Shape::of::<Reservation>()).location("/v1/reservations/{id}"),
    ])
    .errors(&[&errors::OUT_OF_STOCK, &errors::UNKNOWN_PRODUCT])
    .scopes(&["erp-system.reservations.write"])
    .idempotency(Idempotency::Required)
    .timeout_millis(2000)
    .retry(Retry { attempts: 3, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
    .rate_limit(RateLimit { requests: 200, per_millis: 1000, by: RateLimitBy::Client });

/// What `reserveStock` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// What to set aside.
    pub body: ReservationRequest,
}

/// What `reserveStock` answers: `201 Created`.
pub type Response = Reservation;

/// Why `reserveStock` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// There is not enough of a product in any one warehouse.
    /// Ask for what is `available`, or come back after the product's lead time (`409`).
    OutOfStock(OutOfStock),
    /// The ERP does not know one of the products, or does not sell it any more (`422`).
    UnknownProduct(UnknownProduct),
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
        if let Some(detail) = problem.detail_of(&errors::OUT_OF_STOCK) {
            return Self::OutOfStock(detail);
        }
        if let Some(detail) = problem.detail_of(&errors::UNKNOWN_PRODUCT) {
            return Self::UnknownProduct(detail);
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::OutOfStock(detail) => errors::OUT_OF_STOCK.with(&detail),
            Self::UnknownProduct(detail) => errors::UNKNOWN_PRODUCT.with(&detail),
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
            Self::OutOfStock(_) => errors::OUT_OF_STOCK.fmt(formatter),
            Self::UnknownProduct(_) => errors::UNKNOWN_PRODUCT.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
