// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `createOrder`: enter an order.
//!
//! `POST /v1/orders` · scope `order-service.orders.write` · idempotent by `Idempotency-Key`.

use std::{error, fmt};

use retail_models::order::Order;
use retail_order_events::OrderCreated;
use tiebeam::operation::{
    Decode, Encode, Failure, Idempotency, Input, Invalid, Method, Operation, Output, Retry, Success,
};
use tiebeam::shape::Shape;
use tiebeam::work::{Declared, Declares, Emits};
use tiebeam::{IdempotencyKey, Problem};

use crate::types::NewOrder;

/// How `createOrder` travels, and the policies that hold for it.
pub static OPERATION: Operation = Operation::new("createOrder", Method::Post, "/v1/orders")
    .body(Shape::of::<NewOrder>())
    .success(&[Success::new(201).body(Shape::of::<Order>()).location("/v1/orders/{id}")])
    .scopes(&["order-service.orders.write"])
    .idempotency(Idempotency::Required)
    .timeout_millis(2000)
    .retry(Retry { attempts: 3, base_millis: 20, cap_millis: 500, budget_percent: 20 });

/// What `createOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Makes a repetition of this request safe.
    pub idempotency_key: IdempotencyKey,
    /// An order that was checked, priced and paid for.
    pub body: NewOrder,
}

/// What `createOrder` answers: `201 Created`.
pub type Response = Order;

/// Why `createOrder` fails.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Any other problem: a refusal, a timeout, a connection that failed.
    Other(Problem),
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let idempotency_key = input.idempotency_key();
        let body = input.body();
        Ok(Self { idempotency_key: idempotency_key?, body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.idempotency_key(&self.idempotency_key);
        output.body(&self.body);
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

/// A unit of work of `createOrder`.
pub type Work = tiebeam::Work<Events>;

/// What `createOrder` emits: `OrderCreated`.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::always::<OrderCreated>()];
}

impl Emits<OrderCreated> for Events {}
