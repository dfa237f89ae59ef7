// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! `getDashboard`: show the first page after the login.
//!
//! Puts the account and the latest orders on one page.
//!
//! `GET /v1/accounts/{customerId}/dashboard` · scope `customer-experience.accounts.read`.

use std::{error, fmt};

use retail_models::customer::CustomerId;
use tiebeam::Problem;
use tiebeam::operation::{
    Answer, Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter,
    RateLimit, RateLimitBy, Reply, Success,
};
use tiebeam::shape::Shape;
use tiebeam::types::Uuid;

use crate::errors;
use crate::types::Dashboard;

/// How `getDashboard` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("getDashboard", Method::Get, "/v1/accounts/{customerId}/dashboard")
        .parameters(&[
            Parameter::path("customerId", Shape::of::<CustomerId>()).required(),
            Parameter::query("orders", Shape::int32().minimum(1).maximum(10)),
            Parameter::header("X-Page-View", Shape::uuid()),
        ])
        .success(&[Success::new(200).body(Shape::of::<Dashboard>())])
        .errors(&[&errors::NOT_FOUND])
        .scopes(&["customer-experience.accounts.read"])
        .timeout_millis(8000)
        .rate_limit(RateLimit { requests: 20, per_millis: 1000, by: RateLimitBy::Subject });

/// What `getDashboard` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one customer for ever, also after the account was closed.
    pub customer_id: CustomerId,
    /// How many orders to show.
    pub orders: i32,
    /// Identifies the visit, for the statistics of the shop.
    pub x_page_view: Option<Uuid>,
}

/// What `getDashboard` answers: `200 OK`.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// The body.
    pub body: Dashboard,
    /// How many orders are on the page.
    pub x_orders_shown: i32,
}

/// Why `getDashboard` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let customer_id = input.required("customerId");
        let orders = input.with_default("orders", || 3);
        let x_page_view = input.optional("X-Page-View");
        Ok(Self { customer_id: customer_id?, orders: orders?, x_page_view: x_page_view? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("customerId", &self.customer_id);
        output.required("orders", &self.orders);
        output.optional("X-Page-View", self.x_page_view.as_ref());
    }
}

impl Reply for Response {
    fn into_answer(self) -> Answer {
        Answer::json(200, &self.body).with_header("X-Orders-Shown", &self.x_orders_shown)
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        Ok(Self { x_orders_shown: answer.header("X-Orders-Shown")?, body: answer.read()? })
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if problem.is(&errors::NOT_FOUND) {
            return Self::NotFound;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::NotFound => errors::NOT_FOUND.problem(),
            Self::Other(problem) => problem,
        }
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
        match self {
            Self::NotFound => errors::NOT_FOUND.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
