//! `listOrders`: a paged GET with parameters of every kind.

use tiebeam::operation::{
    Decode, Deprecation, Encode, Input, Invalid, Method, Operation, Output, Paging, Parameter,
    Success,
};
use tiebeam::shape::Shape;
use tiebeam::types::Uuid;
use tiebeam::{Page, PageRequest, Problem};

use crate::shop::types::{Order, OrderStatus};

/// How `listOrders` travels, and the policies that hold for it.
pub(crate) static OPERATION: Operation =
    Operation::new("listOrders", Method::Get, "/v1/regions/{region}/orders")
        .parameters(&[
            Parameter::path("region", Shape::string().max_length(8)).required(),
            Parameter::query("customerId", Shape::uuid()),
            Parameter::query("status", Shape::list(&Shape::of::<OrderStatus>()).max_items(2)),
            Parameter::query("minimum", Shape::int32().minimum(0)),
            Parameter::header("X-Channel", Shape::enumeration("Channel", &["web", "mobile"])),
        ])
        .success(&[Success::new(200).body(Shape::page(&Shape::of::<Order>()))])
        .page(Paging { default_limit: 20, max_limit: 100 })
        .deprecated(Deprecation {
            since: 1_688_169_599,
            sunset: Some(4_102_444_799),
            successor: Some("order-process@2"),
        });

/// What `listOrders` asks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Request {
    pub(crate) region: String,
    pub(crate) customer_id: Option<Uuid>,
    pub(crate) status: Vec<OrderStatus>,
    pub(crate) minimum: i32,
    pub(crate) x_channel: Option<String>,
    pub(crate) page: PageRequest,
}

/// What `listOrders` answers.
pub(crate) type Response = Page<Order>;

/// Why `listOrders` fails.
pub(crate) type Error = Problem;

impl Decode for Request {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let region = input.required("region");
        let customer_id = input.optional("customerId");
        let status = input.list("status");
        let minimum = input.with_default("minimum", || 7);
        let x_channel = input.optional("X-Channel");
        let page = input.page();
        Ok(Self {
            region: region?,
            customer_id: customer_id?,
            status: status?,
            minimum: minimum?,
            x_channel: x_channel?,
            page: page?,
        })
    }
}

impl Encode for Request {
    fn encode(&self, output: &mut Output) {
        output.required("region", &self.region);
        output.optional("customerId", self.customer_id.as_ref());
        output.list("status", &self.status);
        output.required("minimum", &self.minimum);
        output.optional("X-Channel", self.x_channel.as_ref());
        output.page(&self.page);
    }
}
