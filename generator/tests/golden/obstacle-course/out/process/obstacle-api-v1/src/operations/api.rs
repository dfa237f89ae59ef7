// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! `api`: called like a parameter.
//!
//! `GET /v1/api` · public.

use std::{error, fmt};

use tiebeam::operation::{
    Answer, Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Reply, Success,
};
use tiebeam::{Problem, Redacted};

/// How `api` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new("api", Method::Get, "/v1/api").success(&[Success::new(204)]).public();

/// What `api` asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Request;

/// What `api` answers: `204 No Content`.
#[derive(Clone, PartialEq)]
pub struct Response {
    /// The header field `X-Token`.
    pub x_token: String,
}

impl fmt::Debug for Response {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Response").field("x_token", &Redacted).finish()
    }
}

/// Why `api` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(_: &mut Input<'_>) -> Result<Self, Invalid> {
        Ok(Self)
    }
}

impl Encode for Request {
    fn encode(&self, _: &mut Output) {}
}

impl Reply for Response {
    fn into_answer(self) -> Answer {
        Answer::empty(204).with_header("X-Token", &self.x_token)
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        Ok(Self { x_token: answer.header("X-Token")? })
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
