// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listOrders`: show the orders of a customer.
//!
//! `GET /v1/orders` · scope `order-experience.orders.read` · page by page.

use std::{error, fmt};

use retail_models::customer::CustomerId;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter,
    RateLimit, RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::types::Date;
use tiebeam::{Page, PageRequest, Problem};

use crate::types::{OrderState, OrderView};

/// How `listOrders` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listOrders", Method::Get, "/v1/orders")
    .parameters(&[
        Parameter::query("customerId", Shape::of::<CustomerId>()).required(),
        Parameter::query(
            "state",
            Shape::list(&Shape::of::<OrderState>()).max_items(5).unique_items(),
        ),
        Parameter::query("since", Shape::date()),
    ])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<OrderView>()))])
    .page(Paging { default_limit: 5, max_limit: 20 })
    .scopes(&["order-experience.orders.read"])
    .timeout_millis(12_000)
    .retry(Retry { attempts: 2, base_millis: 200, cap_millis: 2000, budget_percent: 20 })
    .rate_limit(RateLimit { requests: 10, per_millis: 1000, by: RateLimitBy::Subject });

/// What `listOrders` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Whose orders.
    pub customer_id: CustomerId,
    /// Only orders in one of these states.
    pub state: Vec<OrderState>,
    /// Only orders placed on this day or later.
    pub since: Option<Date>,
    /// Which page of the list.
    pub page: PageRequest,
}

/// What `listOrders` answers: `200 OK`.
pub type Response = Page<OrderView>;

/// Why `listOrders` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let customer_id = input.required("customerId");
        let state = input.list("state");
        let since = input.optional("since");
        let page = input.page();
        Ok(Self { customer_id: customer_id?, state: state?, since: since?, page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("customerId", &self.customer_id);
        output.list("state", &self.state);
        output.optional("since", self.since.as_ref());
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
