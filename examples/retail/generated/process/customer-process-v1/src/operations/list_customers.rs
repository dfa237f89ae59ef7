// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listCustomers`: list customers.
//!
//! `GET /v1/customers` · scope `customer-process.customers.read` · page by page.

use std::{error, fmt};

use retail_models::customer::{Customer, CustomerStatus};
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter, Retry,
    Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Page, PageRequest, Problem};

/// How `listCustomers` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listCustomers", Method::Get, "/v1/customers")
    .parameters(&[
        Parameter::query(
            "status",
            Shape::list(&Shape::of::<CustomerStatus>()).max_items(3).unique_items(),
        ),
    ])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<Customer>()))])
    .page(Paging { default_limit: 20, max_limit: 100 })
    .scopes(&["customer-process.customers.read"])
    .timeout_millis(5000)
    .retry(Retry { attempts: 2, base_millis: 50, cap_millis: 1000, budget_percent: 20 });

/// What `listCustomers` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// Only customers in one of these states.
    pub status: Vec<CustomerStatus>,
    /// Which page of the list.
    pub page: PageRequest,
}

/// What `listCustomers` answers: `200 OK`.
pub type Response = Page<Customer>;

/// Why `listCustomers` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let status = input.list("status");
        let page = input.page();
        Ok(Self { status: status?, page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.list("status", &self.status);
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
