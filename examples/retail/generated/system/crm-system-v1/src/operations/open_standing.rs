// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! `openStanding`: make a customer known to the CRM.
//!
//! Sending it again updates the name and leaves the rating alone.
//!
//! `PUT /v1/standings/{customerId}` · scope `crm-system.standings.write`.

use std::{error, fmt};

use retail_models::customer::{CustomerId, Standing};
use tiebeam::Problem;
use tiebeam::operation::{
    Answer, Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter,
    RateLimit, RateLimitBy, Reply, Retry, Success,
};
use tiebeam::shape::Shape;

use crate::types::StandingRequest;

/// How `openStanding` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("openStanding", Method::Put, "/v1/standings/{customerId}")
        .parameters(&[Parameter::path("customerId", Shape::of::<CustomerId>()).required()])
        .body(Shape::of::<StandingRequest>())
        .success(&[
            Success::new(200).body(Shape::of::<Standing>()),
            Success::new(201).body(Shape::of::<Standing>()).location("/v1/standings/{customerId}"),
        ])
        .scopes(&["crm-system.standings.write"])
        .timeout_millis(3000)
        .retry(Retry { attempts: 3, base_millis: 100, cap_millis: 2000, budget_percent: 10 })
        .rate_limit(RateLimit { requests: 50, per_millis: 1000, by: RateLimitBy::All });

/// What `openStanding` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one customer for ever, also after the account was closed.
    pub customer_id: CustomerId,
    /// What the CRM wants to know of a new customer.
    pub body: StandingRequest,
}

/// What `openStanding` answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Response {
    /// `200 OK`.
    ///
    /// The CRM knew the customer already.
    Ok {
        /// The body.
        body: Box<Standing>,
        /// The account's number inside the CRM, for whoever has to find it there.
        x_account_number: String,
    },
    /// `201 Created`.
    ///
    /// The CRM opened an account, with the rating of a stranger.
    Created {
        /// The body.
        body: Box<Standing>,
        /// The account's number inside the CRM, for whoever has to find it there.
        x_account_number: String,
    },
}

/// Why `openStanding` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let customer_id = input.required("customerId");
        let body = input.body();
        Ok(Self { customer_id: customer_id?, body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("customerId", &self.customer_id);
        output.body(&self.body);
    }
}

impl Reply for Response {
    fn into_answer(self) -> Answer {
        match self {
            Self::Ok { body, x_account_number } => {
                Answer::json(200, &body).with_header("X-Account-Number", &x_account_number)
            }
            Self::Created { body, x_account_number } => {
                Answer::json(201, &body).with_header("X-Account-Number", &x_account_number)
            }
        }
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        match answer.status() {
            200 => Ok(Self::Ok {
                x_account_number: answer.header("X-Account-Number")?,
                body: answer.read()?,
            }),
            201 => Ok(Self::Created {
                x_account_number: answer.header("X-Account-Number")?,
                body: answer.read()?,
            }),
            _ => Err(answer.unexpected()),
        }
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
