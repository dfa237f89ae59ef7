// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listPayments`: list payments.
//!
//! `GET /v1/payments` · scope `payment-service.payments.read` · page by page.

use std::{error, fmt};

use retail_models::order::OrderId;
use retail_models::payment::Payment;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter, Retry,
    Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Page, PageRequest, Problem};

/// How `listPayments` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listPayments", Method::Get, "/v1/payments")
    .parameters(&[Parameter::query("orderId", Shape::of::<OrderId>())])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<Payment>()))])
    .page(Paging { default_limit: 20, max_limit: 100 })
    .scopes(&["payment-service.payments.read"])
    .timeout_millis(2000)
    .retry(Retry { attempts: 3, base_millis: 20, cap_millis: 500, budget_percent: 20 });

/// What `listPayments` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// Only the payment of this order.
    pub order_id: Option<OrderId>,
    /// Which page of the list.
    pub page: PageRequest,
}

/// What `listPayments` answers: `200 OK`.
pub type Response = Page<Payment>;

/// Why `listPayments` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let order_id = input.optional("orderId");
        let page = input.page();
        Ok(Self { order_id: order_id?, page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional("orderId", self.order_id.as_ref());
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

/// A unit of work of `listPayments`, which emits nothing.
pub type Work = tiebeam::Work;
