//! The traits that tie request, response and error types to the wire.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::answer::Answer;
use super::input::{Input, Invalid};
use super::output::Output;
use crate::problem::Problem;

/// A request that a server can read.
pub trait Decode: Sized + Send {
    /// Reads and checks every part of the request; all that is wrong is remembered in `input`.
    ///
    /// # Errors
    ///
    /// When something is wrong; `input` knows what.
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid>;
}

/// A request that a client can write.
pub trait Encode: Sync {
    /// Writes every part of the request.
    fn encode(&self, output: &mut Output);
}

/// A response.
///
/// A type that serde knows is the body of the operation's only success; a type with several statuses or with header
/// fields says itself how it travels.
pub trait Reply: Sized + Send {
    /// Writes the response.
    fn into_answer(self) -> Answer;

    /// Reads the response.
    ///
    /// # Errors
    ///
    /// When the answer is not one that the operation knows.
    fn from_answer(answer: Answer) -> Result<Self, Problem>;
}

impl<T: Serialize + DeserializeOwned + Send> Reply for T {
    fn into_answer(self) -> Answer {
        Answer::declared(&self)
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        if answer.is_declared() { answer.read() } else { Err(answer.unexpected()) }
    }
}

/// The errors of an operation.
pub trait Failure: Sized + Send {
    /// Finds the error that a problem stands for.
    fn from_problem(problem: Problem) -> Self;

    /// The problem that stands for the error.
    fn into_problem(self) -> Problem;
}

impl Failure for Problem {
    fn from_problem(problem: Problem) -> Self {
        problem
    }

    fn into_problem(self) -> Problem {
        self
    }
}
