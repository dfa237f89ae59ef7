// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `adjustStock`: correct the ledger.
//!
//! `POST /v1/adjustments` · scope `inventory-service.adjustments.write` · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use retail_inventory_events::InventoryAdjusted;
use retail_models::inventory::StockLevel;
use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, RateLimit,
    RateLimitBy, Success,
};
use tiebeam::shape::Shape;
use tiebeam::work::{Declared, Declares, Emits};
use tiebeam::{IdempotencyKey, Problem};

use crate::errors::{self, WouldBeNegative};
use crate::types::NewAdjustment;

/// How `adjustStock` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("adjustStock", Method::Post, "/v1/adjustments")
    .body(Shape::of::<NewAdjustment>())
    .success(&[
        Success::new(201)
            .body(Shape::of::<StockLevel>())
            .location("/v1/warehouses/{warehouse}/stock-levels/{sku}"),
    ])
    .errors(&[&errors::NOT_FOUND, &errors::WOULD_BE_NEGATIVE])
    .scopes(&["inventory-service.adjustments.write"])
    .idempotency(Idempotency::Required)
    .timeout_millis(2000)
    .rate_limit(RateLimit { requests: 500, per_millis: 1000, by: RateLimitBy::All });

/// What `adjustStock` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// A correction of the ledger.
    pub body: NewAdjustment,
}

/// What `adjustStock` answers: `201 Created`.
///
/// The ledger says this now.
pub type Response = StockLevel;

/// Why `adjustStock` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// The correction takes away more than there is; count again (`422`).
    WouldBeNegative(WouldBeNegative),
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
        if let Some(detail) = problem.detail_of(&errors::WOULD_BE_NEGATIVE) {
            return Self::WouldBeNegative(detail);
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::WouldBeNegative(detail) => errors::WOULD_BE_NEGATIVE.with(&detail),
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
            Self::WouldBeNegative(_) => errors::WOULD_BE_NEGATIVE.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}

/// A unit of work of `adjustStock`.
pub type Work = tiebeam::Work<Events>;

/// What `adjustStock` emits: `InventoryAdjusted`.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::always::<InventoryAdjusted>()];
}

impl Emits<InventoryAdjusted> for Events {}
