//! The contract of the Order Process API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use super::operations::{
    cancel_order, change_order, export_orders, get_order, list_orders, place_order,
};

/// Takes an order from request to fulfilment.
pub(crate) trait OrderProcess: Send + Sync + 'static {
    fn place_order(
        &self,
        context: &Context,
        request: place_order::Request,
    ) -> impl Future<Output = Result<place_order::Response, place_order::Error>> + Send;

    fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> impl Future<Output = Result<list_orders::Response, list_orders::Error>> + Send;

    fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> impl Future<Output = Result<get_order::Response, get_order::Error>> + Send;

    fn change_order(
        &self,
        context: &Context,
        request: change_order::Request,
    ) -> impl Future<Output = Result<change_order::Response, change_order::Error>> + Send;

    fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> impl Future<Output = Result<cancel_order::Response, cancel_order::Error>> + Send;

    fn export_orders(
        &self,
        context: &Context,
        request: export_orders::Request,
    ) -> impl Future<Output = Result<export_orders::Response, export_orders::Error>> + Send;
}

impl<T: OrderProcess> OrderProcess for Arc<T> {
    fn place_order(
        &self,
        context: &Context,
        request: place_order::Request,
    ) -> impl Future<Output = Result<place_order::Response, place_order::Error>> + Send {
        self.as_ref().place_order(context, request)
    }

    fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> impl Future<Output = Result<list_orders::Response, list_orders::Error>> + Send {
        self.as_ref().list_orders(context, request)
    }

    fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> impl Future<Output = Result<get_order::Response, get_order::Error>> + Send {
        self.as_ref().get_order(context, request)
    }

    fn change_order(
        &self,
        context: &Context,
        request: change_order::Request,
    ) -> impl Future<Output = Result<change_order::Response, change_order::Error>> + Send {
        self.as_ref().change_order(context, request)
    }

    fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> impl Future<Output = Result<cancel_order::Response, cancel_order::Error>> + Send {
        self.as_ref().cancel_order(context, request)
    }

    fn export_orders(
        &self,
        context: &Context,
        request: export_orders::Request,
    ) -> impl Future<Output = Result<export_orders::Response, export_orders::Error>> + Send {
        self.as_ref().export_orders(context, request)
    }
}
