// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! `router`: route.
//!
//! `GET /v1/router` · public · page by page.

use std::{error, fmt};

use obstacle_models::words::Field;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Page, PageRequest, Problem};

/// How `router` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("router", Method::Get, "/v1/router")
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<Field>()))])
    .page(Paging { default_limit: 20, max_limit: 100 })
    .public();

/// What `router` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// Which page of the list.
    pub page: PageRequest,
}

/// What `router` answers: `200 OK`.
pub type Response = Page<Field>;

/// Why `router` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let page = input.page();
        Ok(Self { page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
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
