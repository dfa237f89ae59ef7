// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! `fromHere`: go.
//!
//! `GET /v1/from-here` · public.

use std::{error, fmt};

use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Success,
};
use tiebeam::shape::Shape;

/// How `fromHere` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("fromHere", Method::Get, "/v1/from-here")
    .parameters(&[
        Parameter::query("cart", Shape::string()),
        Parameter::query("card", Shape::string()),
        Parameter::query("carts", Shape::string()),
        Parameter::header("X-Secure", Shape::string()),
    ])
    .success(&[Success::new(204)])
    .public();

/// What `fromHere` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// `cart` in the query.
    pub cart: Option<String>,
    /// `card` in the query.
    pub card: Option<String>,
    /// `carts` in the query.
    pub carts: Option<String>,
    /// `X-Secure` in the header.
    pub x_secure: Option<String>,
}

/// What `fromHere` answers: `204 No Content`.
pub type Response = ();

/// Why `fromHere` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let read = (
            input.optional("cart"),
            input.optional("card"),
            input.optional("carts"),
            input.optional("X-Secure"),
        );
        Ok(Self { cart: read.0?, card: read.1?, carts: read.2?, x_secure: read.3? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional("cart", self.cart.as_ref());
        output.optional("card", self.card.as_ref());
        output.optional("carts", self.carts.as_ref());
        output.optional("X-Secure", self.x_secure.as_ref());
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
