// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! `listStandings`: list commercial standings.
//!
//! For the weekly review of the credit department.
//! The CRM answers this from a copy that is an hour old.
//!
//! `GET /v1/standings` · scope `crm-system.standings.read` · page by page.

use std::{error, fmt};

use retail_models::customer::{Rating, Standing};
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Paging, Parameter,
    RateLimit, RateLimitBy, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Page, PageRequest, Problem};

/// How `listStandings` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("listStandings", Method::Get, "/v1/standings")
    .parameters(&[
        Parameter::query("rating", Shape::list(&Shape::of::<Rating>()).max_items(4).unique_items()),
        Parameter::query("onHold", Shape::boolean()),
    ])
    .success(&[Success::new(200).body(Shape::page(&Shape::of::<Standing>()))])
    .page(Paging { default_limit: 20, max_limit: 100 })
    .scopes(&["crm-system.standings.read"])
    .timeout_millis(10_000)
    .retry(Retry { attempts: 3, base_millis: 100, cap_millis: 2000, budget_percent: 10 })
    .rate_limit(RateLimit { requests: 50, per_millis: 1000, by: RateLimitBy::All });

/// What `listStandings` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// Only customers with one of these ratings.
    pub rating: Vec<Rating>,
    /// Only customers who are on hold, or only those who are not.
    pub on_hold: Option<bool>,
    /// Which page of the list.
    pub page: PageRequest,
}

/// What `listStandings` answers: `200 OK`.
pub type Response = Page<Standing>;

/// Why `listStandings` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let rating = input.list("rating");
        let on_hold = input.optional("onHold");
        let page = input.page();
        Ok(Self { rating: rating?, on_hold: on_hold?, page: page? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.list("rating", &self.rating);
        output.optional("onHold", self.on_hold.as_ref());
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
