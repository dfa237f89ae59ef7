// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listShipments`: list the shipments of an order.
//!
//! `GET /v1/shipments` · scope `shipping-process.shipments.read` · page by page.

use std::{error, fmt};

use retail_models::order::OrderId;
use retail_models::shipping::Shipment;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter, Retry,
    Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Page, PageRequest, Problem};

/// How `listShipments` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listShipments", Method::Get, "/v1/shipments")
    .parameters(&[Parameter::query("orderId", Shape::of::<OrderId>()).required()])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<Shipment>()))])
    .page(Paging { default_limit: 10, max_limit: 50 })
    .scopes(&["shipping-process.shipments.read"])
    .timeout_millis(5000)
    .retry(Retry { attempts: 3, base_millis: 50, cap_millis: 1000, budget_percent: 20 });

/// What `listShipments` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Whose shipments.
    pub order_id: OrderId,
    /// Which page of the list.
    pub page: PageRequest,
}

/// What `listShipments` answers: `200 OK`.
pub type Response = Page<Shipment>;

/// Why `listShipments` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let order_id = input.required("orderId");
        let page = input.page();
        Ok(Self { order_id: order_id?, page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("orderId", &self.order_id);
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
