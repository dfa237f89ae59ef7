// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listPastOrders`: list what became of orders.
//!
//! The latest first.
//!
//! `GET /v1/past-orders` · scope `order-history-service.past-orders.read` · page by page.

use std::{error, fmt};

use retail_models::customer::CustomerId;
use retail_models::order::PastOrder;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Page, PageRequest, Problem};

/// How `listPastOrders` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listPastOrders", Method::Get, "/v1/past-orders")
    .parameters(&[Parameter::query("customerId", Shape::of::<CustomerId>())])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<PastOrder>()))])
    .page(Paging { default_limit: 20, max_limit: 100 })
    .scopes(&["order-history-service.past-orders.read"])
    .timeout_millis(2000);

/// What `listPastOrders` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// Only orders of this customer.
    pub customer_id: Option<CustomerId>,
    /// Which page of the list.
    pub page: PageRequest,
}

/// What `listPastOrders` answers: `200 OK`.
pub type Response = Page<PastOrder>;

/// Why `listPastOrders` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let customer_id = input.optional("customerId");
        let page = input.page();
        Ok(Self { customer_id: customer_id?, page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional("customerId", self.customer_id.as_ref());
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

/// A unit of work of `listPastOrders`, which emits nothing.
pub type Work = tiebeam::Work;
