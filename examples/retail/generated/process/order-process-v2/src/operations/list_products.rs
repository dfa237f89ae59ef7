// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! `listProducts`: list what we sell.
//!
//! `GET /v2/products` · scope `order-process.products.read` · page by page.

use std::{error, fmt};

use retail_models::common::Amount;
use retail_models::inventory::{CategoryCode, Product, Sku};
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter,
    RateLimit, RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Page, PageRequest, Problem};

/// How `listProducts` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listProducts", Method::Get, "/v2/products")
    .parameters(&[
        Parameter::query("category", Shape::of::<CategoryCode>()),
        Parameter::query("sku", Shape::list(&Shape::of::<Sku>()).max_items(100).unique_items()),
        Parameter::query("maxPrice", Shape::of::<Amount>()),
    ])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<Product>()))])
    .page(Paging { default_limit: 20, max_limit: 100 })
    .scopes(&["order-process.products.read"])
    .timeout_millis(10_000)
    .retry(Retry { attempts: 2, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
    .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client });

/// What `listProducts` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// Only this category and what is inside it.
    pub category: Option<CategoryCode>,
    /// Only these products.
    pub sku: Vec<Sku>,
    /// Only what costs this much or less.
    pub max_price: Option<Amount>,
    /// Which page of the list.
    pub page: PageRequest,
}

/// What `listProducts` answers: `200 OK`.
pub type Response = Page<Product>;

/// Why `listProducts` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let category = input.optional("category");
        let sku = input.list("sku");
        let max_price = input.optional("maxPrice");
        let page = input.page();
        Ok(Self { category: category?, sku: sku?, max_price: max_price?, page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional("category", self.category.as_ref());
        output.list("sku", &self.sku);
        output.optional("maxPrice", self.max_price.as_ref());
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
