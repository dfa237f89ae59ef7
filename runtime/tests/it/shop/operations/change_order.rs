//! `changeOrder`: a merge patch that must say which version it changes.

use tiebeam::operation::{
    Decode, Encode, Input, Invalid, Method, Operation, Output, Parameter, Precondition, Success,
};
use tiebeam::shape::Shape;
use tiebeam::{IfMatch, Problem};

use crate::shop::types::{Order, OrderId, OrderPatch};

/// How `changeOrder` travels, and the policies that hold for it.
pub(crate) static OPERATION: Operation =
    Operation::new("changeOrder", Method::Patch, "/v1/orders/{id}")
        .parameters(&[Parameter::path("id", Shape::of::<OrderId>()).required()])
        .body(Shape::of::<OrderPatch>())
        .merge_patch()
        .success(&[Success::new(200).body(Shape::of::<Order>())])
        .if_match(Precondition::Required)
        .etag("revision");

/// What `changeOrder` asks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Request {
    pub(crate) id: OrderId,
    pub(crate) if_match: IfMatch,
    pub(crate) body: OrderPatch,
}

/// What `changeOrder` answers.
pub(crate) type Response = Order;

/// Why `changeOrder` fails.
pub(crate) type Error = Problem;

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let id = input.required("id");
        let if_match = input.if_match();
        let body = input.body();
        Ok(Self { id: id?, if_match: if_match?, body: body? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("id", &self.id);
        output.if_match(&self.if_match);
        output.body(&self.body);
    }
}
