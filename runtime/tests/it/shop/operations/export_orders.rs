//! `exportOrders`: several statuses, one of them with header fields.

use tiebeam::Problem;
use tiebeam::operation::{
    Answer, Decode, Encode, Input, Invalid, Method, Operation, Output, Parameter, Reply, Success,
};
use tiebeam::shape::Shape;

use crate::shop::types::{Order, OrderStatus};

/// How `exportOrders` travels, and the policies that hold for it.
pub(crate) static OPERATION: Operation =
    Operation::new("exportOrders", Method::Post, "/v1/exports")
        .parameters(&[Parameter::query("status", Shape::of::<OrderStatus>())])
        .success(&[
            Success::new(200).body(Shape::list(&Shape::of::<Order>())),
            Success::new(202).body(Shape::string()).location("/v1/exports"),
            Success::new(204),
        ]);

/// What `exportOrders` asks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Request {
    pub(crate) status: Option<OrderStatus>,
}

/// What `exportOrders` answers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Response {
    /// `200 OK`
    Ok { body: Vec<Order>, x_total_count: i64, x_note: Option<String> },
    /// `202 Accepted`
    Accepted(String),
    /// `204 No Content`
    NoContent,
}

/// Why `exportOrders` fails.
pub(crate) type Error = Problem;

impl Reply for Response {
    fn into_answer(self) -> Answer {
        match self {
            Self::Ok { body, x_total_count, x_note } => Answer::json(200, &body)
                .with_header("X-Total-Count", &x_total_count)
                .with_optional_header("X-Note", x_note.as_ref()),
            Self::Accepted(body) => Answer::json(202, &body),
            Self::NoContent => Answer::empty(204),
        }
    }

    fn from_answer(answer: Answer) -> Result<Self, Problem> {
        match answer.status() {
            200 => Ok(Self::Ok {
                x_total_count: answer.header("X-Total-Count")?,
                x_note: answer.optional_header("X-Note")?,
                body: answer.read()?,
            }),
            202 => answer.read().map(Self::Accepted),
            204 => Ok(Self::NoContent),
            _ => Err(answer.unexpected()),
        }
    }
}

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let status = input.optional("status");
        Ok(Self { status: status? })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.optional("status", self.status.as_ref());
    }
}
