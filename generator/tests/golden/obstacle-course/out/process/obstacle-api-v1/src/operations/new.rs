// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! `new`: make a "new" thing.
//!
//! Ends with a backslash \\
//!
//! `POST /v1/things` · public.

use std::{error, fmt};

use obstacle_models::words::{self, Context};
use tiebeam::Problem;
use tiebeam::operation::{
    Answer, Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Reply, Success,
};
use tiebeam::shape::Shape;

use crate::errors::{self, Foo};

/// How `new` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("new", Method::Post, "/v1/things")
    .body(Shape::of::<words::Request>())
    .success(&[
        Success::new(201).body(Shape::of::<words::Response>()),
        Success::new(202).body(Shape::of::<Context>()),
        Success::new(204),
    ])
    .errors(&[
        &errors::OTHER_PROBLEM,
        &errors::ERROR,
        &errors::REQUEST,
        &errors::PROBLEM,
        &errors::FOO,
        &errors::FOO_SHAPE,
        &errors::NOT_FOUND,
    ])
    .public();

/// What `new` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Called like what every operation has.
    pub body: words::Request,
}

/// What `new` answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Response {
    /// `201 Created`.
    Created(words::Response),
    /// `202 Accepted`.
    Accepted(Context),
    /// `204 No Content`.
    NoContent,
}

/// Why `new` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Called nearly like the variant for any other problem; it was Other (`400`).
    OtherProblem,
    /// Called like the enum itself; "quoted" (`409`).
    Error(errors::Error),
    /// Called like the request (`410`).
    Request(Box<errors::Request>),
    /// Called like the runtime's type (`422`).
    Problem,
    /// Has a table of its own, called like the next (`423`).
    Foo(Box<Foo>),
    /// Called like that table (`424`).
    FooShape,
    /// What was asked for does not exist (`404`).
    NotFound,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let body = input.body();
        Ok(Self { body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.body(&self.body);
    }
}

impl Reply for Response {
    fn into_answer(self) -> Answer {
        match self {
            Self::Created(body) => Answer::json(201, &body),
            Self::Accepted(body) => Answer::json(202, &body),
            Self::NoContent => Answer::empty(204),
        }
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        match answer.status() {
            201 => answer.read().map(Self::Created),
            202 => answer.read().map(Self::Accepted),
            204 => Ok(Self::NoContent),
            _ => Err(answer.unexpected()),
        }
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if problem.is(&errors::OTHER_PROBLEM) {
            return Self::OtherProblem;
        }
        if let Some(detail) = problem.detail_of(&errors::ERROR) {
            return Self::Error(detail);
        }
        if let Some(detail) = problem.detail_of(&errors::REQUEST) {
            return Self::Request(detail);
        }
        if problem.is(&errors::PROBLEM) {
            return Self::Problem;
        }
        if let Some(detail) = problem.detail_of(&errors::FOO) {
            return Self::Foo(detail);
        }
        if problem.is(&errors::FOO_SHAPE) {
            return Self::FooShape;
        }
        if problem.is(&errors::NOT_FOUND) {
            return Self::NotFound;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::OtherProblem => errors::OTHER_PROBLEM.problem(),
            Self::Error(detail) => errors::ERROR.with(&detail),
            Self::Request(detail) => errors::REQUEST.with(&detail),
            Self::Problem => errors::PROBLEM.problem(),
            Self::Foo(detail) => errors::FOO.with(&detail),
            Self::FooShape => errors::FOO_SHAPE.problem(),
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
            Self::OtherProblem => errors::OTHER_PROBLEM.fmt(formatter),
            Self::Error(_) => errors::ERROR.fmt(formatter),
            Self::Request(_) => errors::REQUEST.fmt(formatter),
            Self::Problem => errors::PROBLEM.fmt(formatter),
            Self::Foo(_) => errors::FOO.fmt(formatter),
            Self::FooShape => errors::FOO_SHAPE.fmt(formatter),
            Self::NotFound => errors::NOT_FOUND.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}
