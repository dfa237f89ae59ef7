//! `cancelOrder`: an optional precondition, an optional key, no body either way.

use tiebeam::operation::{
    Decode, Encode, Idempotency, Input, Invalid, Method, Operation, Output, Parameter,
    Precondition, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IdempotencyKey, IfMatch, Problem};

use crate::shop::types::OrderId;

/// How `cancelOrder` travels, and the policies that hold for it.
pub(crate) static OPERATION: Operation =
    Operation::new("cancelOrder", Method::Delete, "/v1/orders/{id}")
        .parameters(&[Parameter::path("id", Shape::of::<OrderId>()).required()])
        .success(&[Success::new(204)])
        .idempotency(Idempotency::Optional)
        .if_match(Precondition::Optional)
        .public();

/// What `cancelOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Request {
    pub(crate) id: OrderId,
    pub(crate) idempotency_key: Option<IdempotencyKey>,
    pub(crate) if_match: Option<IfMatch>,
}

/// What `cancelOrder` answers: `204 No Content`.
pub(crate) type Response = ();

/// Why `cancelOrder` fails.
pub(crate) type Error = Problem;

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let id = input.required("id");
        let idempotency_key = input.optional_idempotency_key();
        let if_match = input.optional_if_match();
        Ok(Self { id: id?, idempotency_key: idempotency_key?, if_match: if_match? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("id", &self.id);
        output.optional_idempotency_key(self.idempotency_key.as_ref());
        output.optional_if_match(self.if_match.as_ref());
    }
}
