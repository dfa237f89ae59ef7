// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listProducts`: list products.
//!
//! `GET /v1/products` · scope `erp-system.products.read` · page by page.

use std::{error, fmt};

use retail_models::common::Amount;
use retail_models::inventory::{CategoryCode, Product, Sku};
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter,
    RateLimit, RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Page, PageRequest, Problem};

use crate::types::ProductSort;

/// How `listProducts` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listProducts", Method::Get, "/v1/products")
    .parameters(&[
        Parameter::query("sku", Shape::list(&Shape::of::<Sku>()).max_items(100).unique_items()),
        Parameter::query("category", Shape::of::<CategoryCode>()),
        Parameter::query("maxPrice", Shape::of::<Amount>()),
        Parameter::query("sort", Shape::of::<ProductSort>()),
    ])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<Product>()))])
    .page(Paging { default_limit: 50, max_limit: 200 })
    .scopes(&["erp-system.products.read"])
    .timeout_millis(2000)
    .retry(Retry { attempts: 3, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
    .rate_limit(RateLimit { requests: 200, per_millis: 1000, by: RateLimitBy::Client });

/// What `listProducts` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Only these products, for whoever has a basket to price.
    pub sku: Vec<Sku>,
    /// Only this category and what is inside it.
    pub category: Option<CategoryCode>,
    /// Only what costs this much or less, in the currency of the list price.
    pub max_price: Option<Amount>,
    /// The order of the list.
    pub sort: ProductSort,
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
        let sku = input.list("sku");
        let category = input.optional("category");
        let max_price = input.optional("maxPrice");
        let sort = input.with_default("sort", || ProductSort::Name);
        let page = input.page();
        Ok(Self { sku: sku?, category: category?, max_price: max_price?, sort: sort?, page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.list("sku", &self.sku);
        output.optional("category", self.category.as_ref());
        output.optional("maxPrice", self.max_price.as_ref());
        output.required("sort", &self.sort);
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
