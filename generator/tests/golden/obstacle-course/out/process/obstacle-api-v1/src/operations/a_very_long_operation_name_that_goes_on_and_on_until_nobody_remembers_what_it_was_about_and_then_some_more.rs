// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! `aVeryLongOperationNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMore`: do
//! something whose summary is also very long, much longer than a line of code should ever be
//! allowed to be.
//!
//! `GET /v1/a/very/long/path/that/goes/on/and/on/{andOn}/until/nobody/remembers/what/it/was/about/and/then/some/more` · public.

use std::{error, fmt};

use obstacle_models::words::AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfIt;
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Success,
};
use tiebeam::shape::Shape;

use crate::types::AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfItToo;

/// How `aVeryLongOperationNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMore` travels, and the policies that hold for it.
pub static OPERATION: Operation =
    Operation::new(
        "aVeryLongOperationNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMore",
        Method::Get,
        "/v1/a/very/long/path/that/goes/on/and/on/{andOn}/until/nobody/remembers/what/it/was/about/and/then/some/more",
    )
    .parameters(&[
        Parameter::path(
            "andOn",
            Shape::of::<AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfItToo>(),
        )
        .required(),
    ])
    .success(&[
        Success::new(200).body(Shape::of::<AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfIt>()),
    ])
    .public();

/// What `aVeryLongOperationNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMore` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// `andOn` in the path.
    pub and_on: AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfItToo,
}

/// What `aVeryLongOperationNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMore` answers: `200 OK`.
pub type Response =
    AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfIt;

/// Why `aVeryLongOperationNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMore` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let and_on = input.required("andOn");
        Ok(Self { and_on: and_on? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("andOn", &self.and_on);
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
