// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! `into`: into.
//!
//! `GET /v1/into` · public.

use std::{error, fmt};

use obstacle_models::words::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Success,
};
use tiebeam::shape::Shape;

/// How `into` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("into", Method::Get, "/v1/into")
    .parameters(&[
        Parameter::query("first", Shape::string()),
        Parameter::query("second", Shape::string()),
        Parameter::query("third", Shape::string()),
        Parameter::query("fourth", Shape::string()),
        Parameter::query("fifth", Shape::string()),
        Parameter::query("sixth", Shape::string()),
        Parameter::query("seventh", Shape::string()),
        Parameter::query("eighth", Shape::string()),
        Parameter::query("ninth", Shape::string()),
        Parameter::query("tenth", Shape::string()),
        Parameter::query("eleventh", Shape::string()),
        Parameter::query("twelfth", Shape::string()),
        Parameter::query("thirteenth", Shape::string()),
    ])
    .success(&[Success::new(200).body(Shape::of::<Problem>())])
    .public();

/// What `into` asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// `first` in the query.
    pub first: Option<String>,
    /// `second` in the query.
    pub second: Option<String>,
    /// `third` in the query.
    pub third: Option<String>,
    /// `fourth` in the query.
    pub fourth: Option<String>,
    /// `fifth` in the query.
    pub fifth: Option<String>,
    /// `sixth` in the query.
    pub sixth: Option<String>,
    /// `seventh` in the query.
    pub seventh: Option<String>,
    /// `eighth` in the query.
    pub eighth: Option<String>,
    /// `ninth` in the query.
    pub ninth: Option<String>,
    /// `tenth` in the query.
    pub tenth: Option<String>,
    /// `eleventh` in the query.
    pub eleventh: Option<String>,
    /// `twelfth` in the query.
    pub twelfth: Option<String>,
    /// `thirteenth` in the query.
    pub thirteenth: Option<String>,
}

/// What `into` answers: `200 OK`.
pub type Response = Problem;

/// Why `into` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(tiebeam::Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let first = input.optional("first");
        let second = input.optional("second");
        let third = input.optional("third");
        let fourth = input.optional("fourth");
        let fifth = input.optional("fifth");
        let sixth = input.optional("sixth");
        let seventh = input.optional("seventh");
        let eighth = input.optional("eighth");
        let ninth = input.optional("ninth");
        let tenth = input.optional("tenth");
        let eleventh = input.optional("eleventh");
        let twelfth = input.optional("twelfth");
        let thirteenth = input.optional("thirteenth");
        Ok(Self {
            first: first?,
            second: second?,
            third: third?,
            fourth: fourth?,
            fifth: fifth?,
            sixth: sixth?,
            seventh: seventh?,
            eighth: eighth?,
            ninth: ninth?,
            tenth: tenth?,
            eleventh: eleventh?,
            twelfth: twelfth?,
            thirteenth: thirteenth?,
        })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional("first", self.first.as_ref());
        output.optional("second", self.second.as_ref());
        output.optional("third", self.third.as_ref());
        output.optional("fourth", self.fourth.as_ref());
        output.optional("fifth", self.fifth.as_ref());
        output.optional("sixth", self.sixth.as_ref());
        output.optional("seventh", self.seventh.as_ref());
        output.optional("eighth", self.eighth.as_ref());
        output.optional("ninth", self.ninth.as_ref());
        output.optional("tenth", self.tenth.as_ref());
        output.optional("eleventh", self.eleventh.as_ref());
        output.optional("twelfth", self.twelfth.as_ref());
        output.optional("thirteenth", self.thirteenth.as_ref());
    }
}

impl Failure for Error {
    fn from_problem(problem: tiebeam::Problem) -> Self {
        Self::Other(problem)
    }

    fn into_problem(self) -> tiebeam::Problem {
        let Self::Other(problem) = self;
        problem
    }
}

/// Lets `?` end with a problem of our own; a dependency's is hidden first with `upstream()`.
impl From<tiebeam::Problem> for Error {
    fn from(problem: tiebeam::Problem) -> Self {
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
