// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the ERP System API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{
    create_shipment, get_category, get_product, get_reservation, get_shipment, list_products,
    list_shipments, release_stock, reserve_stock,
};

/// The stable face of the ERP: products, promises on stock, and the papers with which parcels
/// leave the house.
/// Behind it, material numbers have eighteen digits and every field is in capitals.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait ErpSystem: Send + Sync + 'static {
    /// List products.
    ///
    /// `GET /v1/products` · scope `erp-system.products.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_products(
        &self,
        context: &Context,
        request: list_products::Request,
    ) -> impl Future<Output = Result<list_products::Response, list_products::Error>> + Send;

    /// Read a product.
    ///
    /// `GET /v1/products/{sku}` · scope `erp-system.products.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, `Gone`, or any other problem.
    fn get_product(
        &self,
        context: &Context,
        request: get_product::Request,
    ) -> impl Future<Output = Result<get_product::Response, get_product::Error>> + Send;

    /// Read a category with everything inside it.
    ///
    /// `GET /v1/categories/{category}` · scope `erp-system.products.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_category(
        &self,
        context: &Context,
        request: get_category::Request,
    ) -> impl Future<Output = Result<get_category::Response, get_category::Error>> + Send;

    /// Set stock aside.
    ///
    /// All lines or none, and all from one warehouse.
    ///
    /// `POST /v1/reservations` · scope `erp-system.reservations.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `OutOfStock`, `UnknownProduct`, or any other problem.
    fn reserve_stock(
        &self,
        context: &Context,
        request: reserve_stock::Request,
    ) -> impl Future<Output = Result<reserve_stock::Response, reserve_stock::Error>> + Send;

    /// Read a reservation.
    ///
    /// `GET /v1/reservations/{reservationId}` · scope `erp-system.reservations.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_reservation(
        &self,
        context: &Context,
        request: get_reservation::Request,
    ) -> impl Future<Output = Result<get_reservation::Response, get_reservation::Error>> + Send;

    /// Give stock back.
    ///
    /// Giving back what was given back is fine, so a compensation may be repeated.
    ///
    /// `DELETE /v1/reservations/{reservationId}` · scope `erp-system.reservations.write`
    ///
    /// # Errors
    ///
    /// Any problem.
    fn release_stock(
        &self,
        context: &Context,
        request: release_stock::Request,
    ) -> impl Future<Output = Result<release_stock::Response, release_stock::Error>> + Send;

    /// Print the papers for a shipment.
    ///
    /// `POST /v1/shipments` · scope `erp-system.shipments.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `NotFound`, `Conflict`, or any other problem.
    fn create_shipment(
        &self,
        context: &Context,
        request: create_shipment::Request,
    ) -> impl Future<Output = Result<create_shipment::Response, create_shipment::Error>> + Send;

    /// Read a shipment.
    ///
    /// `GET /v1/shipments/{shipmentId}` · scope `erp-system.shipments.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_shipment(
        &self,
        context: &Context,
        request: get_shipment::Request,
    ) -> impl Future<Output = Result<get_shipment::Response, get_shipment::Error>> + Send;

    /// List the shipments of an order.
    ///
    /// `GET /v1/shipments` · scope `erp-system.shipments.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_shipments(
        &self,
        context: &Context,
        request: list_shipments::Request,
    ) -> impl Future<Output = Result<list_shipments::Response, list_shipments::Error>> + Send;
}

impl<T: ErpSystem> ErpSystem for Arc<T> {
    fn list_products(
        &self,
        context: &Context,
        request: list_products::Request,
    ) -> impl Future<Output = Result<list_products::Response, list_products::Error>> + Send {
        T::list_products(self, context, request)
    }

    fn get_product(
        &self,
        context: &Context,
        request: get_product::Request,
    ) -> impl Future<Output = Result<get_product::Response, get_product::Error>> + Send {
        T::get_product(self, context, request)
    }

    fn get_category(
        &self,
        context: &Context,
        request: get_category::Request,
    ) -> impl Future<Output = Result<get_category::Response, get_category::Error>> + Send {
        T::get_category(self, context, request)
    }

    fn reserve_stock(
        &self,
        context: &Context,
        request: reserve_stock::Request,
    ) -> impl Future<Output = Result<reserve_stock::Response, reserve_stock::Error>> + Send {
        T::reserve_stock(self, context, request)
    }

    fn get_reservation(
        &self,
        context: &Context,
        request: get_reservation::Request,
    ) -> impl Future<Output = Result<get_reservation::Response, get_reservation::Error>> + Send {
        T::get_reservation(self, context, request)
    }

    fn release_stock(
        &self,
        context: &Context,
        request: release_stock::Request,
    ) -> impl Future<Output = Result<release_stock::Response, release_stock::Error>> + Send {
        T::release_stock(self, context, request)
    }

    fn create_shipment(
        &self,
        context: &Context,
        request: create_shipment::Request,
    ) -> impl Future<Output = Result<create_shipment::Response, create_shipment::Error>> + Send {
        T::create_shipment(self, context, request)
    }

    fn get_shipment(
        &self,
        context: &Context,
        request: get_shipment::Request,
    ) -> impl Future<Output = Result<get_shipment::Response, get_shipment::Error>> + Send {
        T::get_shipment(self, context, request)
    }

    fn list_shipments(
        &self,
        context: &Context,
        request: list_shipments::Request,
    ) -> impl Future<Output = Result<list_shipments::Response, list_shipments::Error>> + Send {
        T::list_shipments(self, context, request)
    }
}
