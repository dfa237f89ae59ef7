// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listCustomers`: list accounts.
//!
//! In the order in which they were opened.
//!
//! `GET /v1/customers` · scope `customer-service.customers.read` · page by page.

use std::{error, fmt};

use retail_models::customer::{Customer, CustomerStatus, LoyaltyLevel};
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
        Parameter::query("loyalty", Shape::of::<LoyaltyLevel>()),
    ])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<Customer>()))])
    .page(Paging { default_limit: 25, max_limit: 200 })
    .scopes(&["customer-service.customers.read"])
    .timeout_millis(2000)
    .retry(Retry { attempts: 3, base_millis: 20, cap_millis: 500, budget_percent: 20 });

/// What `listCustomers` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// Only accounts in one of these states.
    pub status: Vec<CustomerStatus>,
    /// Only accounts of this level.
    pub loyalty: Option<LoyaltyLevel>,
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
        let loyalty = input.optional("loyalty");
        let page = input.page();
        Ok(Self { status: status?, loyalty: loyalty?, page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.list("status", &self.status);
        output.optional("loyalty", self.loyalty.as_ref());
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

/// A unit of work of `listCustomers`, which emits nothing.
pub type Work = tiebeam::Work;
