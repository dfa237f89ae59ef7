// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! `getParcel`: show a parcel.
//!
//! `GET /v1/parcels/{parcelId}` · scope `parcels:read`.

use std::{error, fmt};

use parcels_models::parcel::{Parcel, ParcelId};
use tiebeam::Problem;
use tiebeam::operation::{
    Decode, Encode, Failure, Input, Invalid, Method, Operation, Output, Parameter, Success,
};
use tiebeam::shape::Shape;

use crate::errors;

/// How `getParcel` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("getParcel", Method::Get, "/v1/parcels/{parcelId}")
    .parameters(&[Parameter::path("parcelId", Shape::of::<ParcelId>()).required()])
    .success(&[Success::new(200).body(Shape::of::<Parcel>())])
    .errors(&[&errors::NOT_FOUND])
    .scopes(&["parcels:read"]);

/// What `getParcel` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Identifies one parcel.
    pub parcel_id: ParcelId,
}

/// What `getParcel` answers: `200 OK`.
pub type Response = Parcel;

/// Why `getParcel` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// What was asked for does not exist (`404`).
    NotFound,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let parcel_id = input.required("parcelId");
        Ok(Self { parcel_id: parcel_id? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("parcelId", &self.parcel_id);
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if problem.is(&errors::NOT_FOUND) {
            return Self::NotFound;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
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
            Self::NotFound => errors::NOT_FOUND.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}

/// A unit of work of `getParcel`, which emits nothing.
pub type Work = tiebeam::Work;
