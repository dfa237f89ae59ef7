// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! `createOrder`: store an order.
//!
//! `POST /v1/orders` · scope `orders:write` · idempotent where `Idempotency-Key` is sent.

use std::{error, fmt};

use shop_models::order::Order;
use shop_order_events::{OrderPlaced, OrderPlacedV2};
use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, Success,
};
use tiebeam::shape::Shape;
use tiebeam::work::{Declared, Declares, Emits};
use tiebeam::{IdempotencyKey, Problem};

use crate::errors;

/// How `createOrder` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("createOrder", Method::Post, "/v1/orders")
    .body(Shape::of::<Order>())
    .success(&[Success::new(201).body(Shape::of::<Order>()).location("/v1/orders/{id}")])
    .errors(&[&errors::CONFLICT])
    .scopes(&["orders:write"])
    .idempotency(Idempotency::Optional);

/// What `createOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Makes a repetition of this request safe.
    pub idempotency_key: Option<IdempotencyKey>,
    /// A customer's commitment to buy.
    pub body: Order,
}

/// What `createOrder` answers: `201 Created`.
pub type Response = Order;

/// Why `createOrder` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// The request contradicts the state of what it is about (`409`).
    Conflict,
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let idempotency_key = input.optional_idempotency_key();
        let body = input.body();
        Ok(Self { idempotency_key: idempotency_key?, body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional_idempotency_key(self.idempotency_key.as_ref());
        output.body(&self.body);
    }
}

impl Failure for Error {
    fn from_problem(problem: Problem) -> Self {
        if problem.is(&errors::CONFLICT) {
            return Self::Conflict;
        }
        Self::Other(problem)
    }

    fn into_problem(self) -> Problem {
        match self {
            Self::Conflict => errors::CONFLICT.problem(),
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
            Self::Conflict => errors::CONFLICT.fmt(formatter),
            Self::Other(problem) => problem.fmt(formatter),
        }
    }
}

impl error::Error for Error {}

/// A unit of work of `createOrder`.
pub type Work = tiebeam::Work<Events>;

/// What `createOrder` emits: `OrderPlaced`, `OrderPlacedV2`.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] =
        &[Declared::always::<OrderPlaced>(), Declared::always::<OrderPlacedV2>()];
}

impl Emits<OrderPlaced> for Events {}

impl Emits<OrderPlacedV2> for Events {}
