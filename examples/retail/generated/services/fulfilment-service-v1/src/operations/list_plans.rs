// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listPlans`: list what is to be packed.
//!
//! In the order in which the orders were placed.
//!
//! `GET /v1/plans` · scope `fulfilment-service.plans.read` · page by page.

use std::{error, fmt};

use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Page, PageRequest, Problem};

use crate::types::{PackingPlan, PlanState};

/// How `listPlans` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listPlans", Method::Get, "/v1/plans")
    .parameters(&[Parameter::query("state", Shape::of::<PlanState>())])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<PackingPlan>()))])
    .page(Paging { default_limit: 50, max_limit: 200 })
    .scopes(&["fulfilment-service.plans.read"])
    .timeout_millis(2000);

/// What `listPlans` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// Only plans in this state.
    pub state: Option<PlanState>,
    /// Which page of the list.
    pub page: PageRequest,
}

/// What `listPlans` answers: `200 OK`.
pub type Response = Page<PackingPlan>;

/// Why `listPlans` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let state = input.optional("state");
        let page = input.page();
        Ok(Self { state: state?, page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional("state", self.state.as_ref());
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

/// A unit of work of `listPlans`, which emits nothing.
pub type Work = tiebeam::Work;
