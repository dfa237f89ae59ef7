// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listOrders`: list orders.
//!
//! The newest first.
//!
//! `GET /v1/orders` · scope `order-service.orders.read` · page by page.

use std::{error, fmt};

use retail_models::customer::CustomerId;
use retail_models::order::{Order, OrderNumber, OrderStatus};
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter, Retry,
    Success,
};
use tiebeam::shape::Shape;
use tiebeam::types::Timestamp;
use tiebeam::{Page, PageRequest, Problem};

/// How `listOrders` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listOrders", Method::Get, "/v1/orders")
    .parameters(&[
        Parameter::query("customerId", Shape::of::<CustomerId>()),
        Parameter::query(
            "status",
            Shape::list(&Shape::of::<OrderStatus>()).max_items(5).unique_items(),
        ),
        Parameter::query("number", Shape::of::<OrderNumber>()),
        Parameter::query("placedAfter", Shape::timestamp()),
    ])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<Order>()))])
    .page(Paging { default_limit: 20, max_limit: 100 })
    .scopes(&["order-service.orders.read"])
    .timeout_millis(2000)
    .retry(Retry { attempts: 3, base_millis: 20, cap_millis: 500, budget_percent: 20 });

/// What `listOrders` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// Only orders of this customer.
    pub customer_id: Option<CustomerId>,
    /// Only orders in one of these states.
    pub status: Vec<OrderStatus>,
    /// Only the order with this number.
    pub number: Option<OrderNumber>,
    /// Only orders placed later than this.
    pub placed_after: Option<Timestamp>,
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
        let number = input.optional("number");
        let placed_after = input.optional("placedAfter");
        let page = input.page();
        Ok(Self {
            customer_id: customer_id?,
            status: status?,
            number: number?,
            placed_after: placed_after?,
            page: page?,
        })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional("customerId", self.customer_id.as_ref());
        output.list("status", &self.status);
        output.optional("number", self.number.as_ref());
        output.optional("placedAfter", self.placed_after.as_ref());
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

/// A unit of work of `listOrders`, which emits nothing.
pub type Work = tiebeam::Work;
