// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listStockLevels`: list what lies where.
//!
//! `GET /v1/stock-levels` · scope `inventory-service.stock-levels.read` · page by page.

use std::{error, fmt};

use retail_models::inventory::{Sku, StockLevel, WarehouseCode};
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter,
    RateLimit, RateLimitBy, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Page, PageRequest, Problem};

/// How `listStockLevels` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listStockLevels", Method::Get, "/v1/stock-levels")
    .parameters(&[
        Parameter::query("sku", Shape::list(&Shape::of::<Sku>()).max_items(50).unique_items()),
        Parameter::query("warehouse", Shape::of::<WarehouseCode>()),
    ])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<StockLevel>()))])
    .page(Paging { default_limit: 50, max_limit: 500 })
    .scopes(&["inventory-service.stock-levels.read"])
    .timeout_millis(2000)
    .rate_limit(RateLimit { requests: 500, per_millis: 1000, by: RateLimitBy::All });

/// What `listStockLevels` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// Only these products.
    pub sku: Vec<Sku>,
    /// Only this warehouse.
    pub warehouse: Option<WarehouseCode>,
    /// Which page of the list.
    pub page: PageRequest,
}

/// What `listStockLevels` answers: `200 OK`.
pub type Response = Page<StockLevel>;

/// Why `listStockLevels` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let sku = input.list("sku");
        let warehouse = input.optional("warehouse");
        let page = input.page();
        Ok(Self { sku: sku?, warehouse: warehouse?, page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.list("sku", &self.sku);
        output.optional("warehouse", self.warehouse.as_ref());
        output.page(&self.page);
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

/// A unit of work of `listStockLevels`, which emits nothing.
pub type Work = tiebeam::Work;
