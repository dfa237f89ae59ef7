// @generated from specs/apis/process/order-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listOrders`: list the orders of a customer.
//!
//! `GET /v1/orders` · scope `order-process.orders.read` · page by page.
//!
//! **Deprecated** since 2026-10-01, answers until 2027-03-31; use `order-process@2` instead. It
//! knows cards only, and its errors do not say which item is missing.

use std::{error, fmt};

use retail_models::customer::CustomerId;
use retail_models::order::Order;
use tiebeam::operation::{
    Decode, Deprecation, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging,
    Parameter, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Page, PageRequest, Problem};

/// How `listOrders` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listOrders", Method::Get, "/v1/orders")
    .parameters(&[Parameter::query("customerId", Shape::of::<CustomerId>()).required()])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<Order>()))])
    .page(Paging { default_limit: 20, max_limit: 100 })
    .scopes(&["order-process.orders.read"])
    .timeout_millis(10_000)
    .deprecated(Deprecation {
        since: 1_790_812_800,
        sunset: Some(1_806_451_200),
        successor: Some("order-process@2"),
    });

/// What `listOrders` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Whose orders.
    pub customer_id: CustomerId,
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
        let customer_id = input.required("customerId");
        let page = input.page();
        Ok(Self { customer_id: customer_id?, page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("customerId", &self.customer_id);
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
