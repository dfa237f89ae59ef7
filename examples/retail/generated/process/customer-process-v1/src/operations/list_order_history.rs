// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listOrderHistory`: list what became of the orders of a customer.
//!
//! The latest first; told by events, so it may be a moment behind.
//!
//! `GET /v1/customers/{customerId}/order-history` · scope `customer-process.order-history.read` · page by page.

use std::{error, fmt};

use retail_models::customer::CustomerId;
use retail_models::order::PastOrder;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter, Retry,
    Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Page, PageRequest, Problem};

/// How `listOrderHistory` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("listOrderHistory", Method::Get, "/v1/customers/{customerId}/order-history")
        .parameters(&[Parameter::path("customerId", Shape::of::<CustomerId>()).required()])
        .success(&[Success::new(200).body(Shape::page(&Shape::of::<PastOrder>()))])
        .page(Paging { default_limit: 20, max_limit: 100 })
        .scopes(&["customer-process.order-history.read"])
        .timeout_millis(5000)
        .retry(Retry { attempts: 2, base_millis: 50, cap_millis: 1000, budget_percent: 20 });

/// What `listOrderHistory` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one customer for ever, also after the account was closed.
    pub customer_id: CustomerId,
    /// Which page of the list.
    pub page: PageRequest,
}

/// What `listOrderHistory` answers: `200 OK`.
pub type Response = Page<PastOrder>;

/// Why `listOrderHistory` fails.
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
