//! Calls the Order Process API over HTTP.

use tiebeam::Context;

use super::OrderProcess;
use super::operations::{
    cancel_order, change_order, export_orders, get_order, list_orders, place_order,
};

/// A typed client of the API; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Client {
    http: tiebeam::Client,
}

impl Client {
    /// Calls the API through `http`, which knows where it is and how patient to be.
    pub(crate) fn new(http: tiebeam::Client) -> Self {
        Self { http }
    }
}

impl OrderProcess for Client {
    async fn place_order(
        &self,
        context: &Context,
        request: place_order::Request,
    ) -> Result<place_order::Response, place_order::Error> {
        self.http.call(context, &place_order::OPERATION, &request).await
    }

    async fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        self.http.call(context, &list_orders::OPERATION, &request).await
    }

    async fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        self.http.call(context, &get_order::OPERATION, &request).await
    }

    async fn change_order(
        &self,
        context: &Context,
        request: change_order::Request,
    ) -> Result<change_order::Response, change_order::Error> {
        self.http.call(context, &change_order::OPERATION, &request).await
    }

    async fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        self.http.call(context, &cancel_order::OPERATION, &request).await
    }

    async fn export_orders(
        &self,
        context: &Context,
        request: export_orders::Request,
    ) -> Result<export_orders::Response, export_orders::Error> {
        self.http.call(context, &export_orders::OPERATION, &request).await
    }
}
