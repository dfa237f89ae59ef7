//! Serves the Order Process API over HTTP.

use tiebeam::{Router, Server};

use super::OrderProcess;
use super::meta::API;
use super::operations::{
    cancel_order, change_order, export_orders, get_order, list_orders, place_order,
};

/// The routes of the API, answered by an implementation of its contract.
pub(crate) fn router(api: impl OrderProcess) -> Router {
    Server::new(&API, api)
        .serve(&place_order::OPERATION, |api, context, request| async move {
            api.place_order(&context, request).await
        })
        .serve(&list_orders::OPERATION, |api, context, request| async move {
            api.list_orders(&context, request).await
        })
        .serve(&get_order::OPERATION, |api, context, request| async move {
            api.get_order(&context, request).await
        })
        .serve(&change_order::OPERATION, |api, context, request| async move {
            api.change_order(&context, request).await
        })
        .serve(&cancel_order::OPERATION, |api, context, request| async move {
            api.cancel_order(&context, request).await
        })
        .serve(&export_orders::OPERATION, |api, context, request| async move {
            api.export_orders(&context, request).await
        })
        .into_router()
}
