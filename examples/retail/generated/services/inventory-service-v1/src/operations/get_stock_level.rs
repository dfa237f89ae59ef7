// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `getStockLevel`: read how much of a product lies in a warehouse.
//!
//! `GET /v1/warehouses/{warehouse}/stock-levels/{sku}` · scope `inventory-service.stock-levels.read`.

use std::{error, fmt};

use retail_models::inventory::{Sku, StockLevel, WarehouseCode};
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, RateLimit,
    RateLimitBy, Success,
};
use tiebeam::shape::Shape;

use crate::errors;

/// How `getStockLevel` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("getStockLevel", Method::Get, "/v1/warehouses/{warehouse}/stock-levels/{sku}")
        .parameters(&[
            Parameter::path("warehouse", Shape::of::<WarehouseCode>()).required(),
            Parameter::path("sku", Shape::of::<Sku>()).required(),
        ])
        .success(&[Success::new(200).body(Shape::of::<StockLevel>())])
        .errors(&[&errors::NOT_FOUND])
        .scopes(&["inventory-service.stock-levels.read"])
        .timeout_millis(2000)
        .rate_limit(RateLimit { requests: 500, per_millis: 1000, by: RateLimitBy::All });

/// What `getStockLevel` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Where.
    pub warehouse: WarehouseCode,
    /// Identifies a product that can be put on a shelf.
    /// Three letters for the department, four digits within it; a color or a size is a product of
    /// its own.
    pub sku: Sku,
}

/// What `getStockLevel` answers: `200 OK`.
pub type Response = StockLevel;

/// Why `getStockLevel` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let warehouse = input.required("warehouse");
        let sku = input.required("sku");
        Ok(Self { warehouse: warehouse?, sku: sku? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("warehouse", &self.warehouse);
        output.required("sku", &self.sku);
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

/// A unit of work of `getStockLevel`, which emits nothing.
pub type Work = tiebeam::Work;
