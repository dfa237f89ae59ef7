// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! `server`: called like another parameter.
//!
//! `GET /v1/server` · public.

use std::{error, fmt};

use obstacle_models::words;
use tiebeam::operation::{
    Answer, Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Reply, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{Problem, Redacted};

/// How `server` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("server", Method::Get, "/v1/server")
    .success(&[
        Success::new(200).body(Shape::of::<words::Shape>()),
        Success::new(202).body(Shape::of::<words::Shape>()),
        Success::new(204),
    ])
    .public();

/// What `server` asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Request;

/// What `server` answers.
#[derive(Clone, PartialEq)]
pub enum Response {
    /// `200 OK`.
    Ok {
        /// The body.
        body: words::Shape,
        /// The header field `X-Token`.
        x_token: Option<String>,
    },
    /// `202 Accepted`.
    Accepted(words::Shape),
    /// `204 No Content`.
    NoContent,
}

impl fmt::Debug for Response {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ok { body, .. } => formatter
                .debug_struct("Ok")
                .field("body", body)
                .field("x_token", &Redacted)
                .finish(),
            Self::Accepted(body) => formatter.debug_tuple("Accepted").field(body).finish(),
            Self::NoContent => formatter.write_str("NoContent"),
        }
    }
}

/// Why `server` fails.
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
        match self {
            Self::Ok { body, x_token } => {
                Answer::json(200, &body).with_optional_header("X-Token", x_token.as_ref())
            }
            Self::Accepted(body) => Answer::json(202, &body),
            Self::NoContent => Answer::empty(204),
        }
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        match answer.status() {
            200 => {
                Ok(Self::Ok { x_token: answer.optional_header("X-Token")?, body: answer.read()? })
            }
            202 => answer.read().map(Self::Accepted),
            204 => Ok(Self::NoContent),
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
