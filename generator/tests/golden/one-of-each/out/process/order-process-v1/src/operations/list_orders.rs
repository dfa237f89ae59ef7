// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! `listOrders`: list the orders of a customer.
//!
//! `GET /v1/orders` · scope `orders:read` · page by page.

use std::{error, fmt};

use shop_models::order::{CustomerId, Order, OrderStatus};
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter,
    RateLimit, RateLimitBy, Retry, Success,
};
use tiebeam::shape::{Pattern, Shape};
use tiebeam::types::Timestamp;
use tiebeam::{Page, PageRequest, Problem};

static SORT_PATTERN: Pattern = Pattern::new("^[a-zA-Z]+$");

/// How `listOrders` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listOrders", Method::Get, "/v1/orders")
    .parameters(&[
        Parameter::query("customerId", Shape::of::<CustomerId>()),
        Parameter::query("status", Shape::list(&Shape::of::<OrderStatus>()).max_items(5)),
        Parameter::query("placedAfter", Shape::timestamp()),
        Parameter::query("sort", Shape::string().pattern(&SORT_PATTERN)),
    ])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<Order>()))])
    .page(Paging { default_limit: 50, max_limit: 200 })
    .scopes(&["orders:read"])
    .timeout_millis(5000)
    .retry(Retry { attempts: 3, base_millis: 50, cap_millis: 1000, budget_percent: 20 })
    .rate_limit(RateLimit { requests: 100, per_millis: 1000, by: RateLimitBy::Client });

/// What `listOrders` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies a customer.
    pub customer_id: Option<CustomerId>,
    /// Any of these.
    pub status: Vec<OrderStatus>,
    /// `placedAfter` in the query.
    pub placed_after: Option<Timestamp>,
    /// Which field to sort by.
    pub sort: String,
    /// Which page of the list.
    pub page: PageRequest,
}

/// What `listOrders` answers: `200 OK`.
pub type Response = Page<Order>;

/// Why `listOrders` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let customer_id = input.optional("customerId");
        let status = input.list("status");
        let placed_after = input.optional("placedAfter");
        let sort = input.with_default("sort", || String::from("placedAt"));
        let page = input.page();
        Ok(Self {
            customer_id: customer_id?,
            status: status?,
            placed_after: placed_after?,
            sort: sort?,
            page: page?,
        })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional("customerId", self.customer_id.as_ref());
        output.list("status", &self.status);
        output.optional("placedAfter", self.placed_after.as_ref());
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
