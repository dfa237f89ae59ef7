// @generated from specs/apis/billing.v2.yaml by `cargo xtask generate`. Do not edit.

//! `countBills`: count the bills.
//!
//! `GET /v2/bills/count` · scope `bills:read`.

use std::collections::BTreeMap;
use std::{error, fmt};

use shop_models::common::Currency;
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Success,
};
use tiebeam::shape::Shape;

/// How `countBills` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("countBills", Method::Get, "/v2/bills/count")
    .parameters(&[Parameter::query("currency", Shape::of::<Currency>())])
    .success(&[Success::new(200).body(Shape::map(&Shape::int64()))])
    .scopes(&["bills:read"]);

/// What `countBills` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// A currency of ISO 4217.
    pub currency: Option<Currency>,
}

/// What `countBills` answers: `200 OK`.
pub type Response = BTreeMap<String, i64>;

/// Why `countBills` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let currency = input.optional("currency");
        Ok(Self { currency: currency? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional("currency", self.currency.as_ref());
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
