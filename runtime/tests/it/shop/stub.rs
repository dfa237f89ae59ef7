//! Stands in for the Order Process API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use super::OrderProcess;
use super::operations::{
    cancel_order, change_order, export_orders, get_order, list_orders, place_order,
};

const ORDER: &str = r#"{"id":"0192d3a4-7c6e-7b1a-9f58-2f9e4d1c6b70","status":"placed","payment":{"method":"card","cardToken":"tok"},"revision":1}"#;

/// Answers every operation with the first example of its response type, or 501 where the spec has none.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Stub;

impl OrderProcess for Stub {
    async fn place_order(
        &self,
        _: &Context,
        _: place_order::Request,
    ) -> Result<place_order::Response, place_order::Error> {
        stub::example(&place_order::OPERATION, ORDER)
    }

    async fn list_orders(
        &self,
        _: &Context,
        _: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        stub::page(&list_orders::OPERATION, "[]")
    }

    async fn get_order(
        &self,
        _: &Context,
        _: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        stub::example(&get_order::OPERATION, "{}")
    }

    async fn change_order(
        &self,
        _: &Context,
        _: change_order::Request,
    ) -> Result<change_order::Response, change_order::Error> {
        stub::not_implemented(&change_order::OPERATION)
    }

    async fn cancel_order(
        &self,
        _: &Context,
        _: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        stub::empty(&cancel_order::OPERATION)
    }

    async fn export_orders(
        &self,
        _: &Context,
        _: export_orders::Request,
    ) -> Result<export_orders::Response, export_orders::Error> {
        stub::not_implemented(&export_orders::OPERATION)
    }
}
