//! A way to an API: a function call where it runs in this process, HTTP where it does not.
//!
//! Whoever calls is generic over the contract and cannot tell the difference. The table at the end says for each
//! contract what a [`Way`] passes on; an operation that is missing there does not compile.
//!
//! There is no way of this kind to a service. A service answers a repeated request as it answered the first, and works
//! in one transaction for each: its routes do that, so a call in this process goes through them too.

use std::sync::Arc;

use tiebeam::Context;

use crate::recorder::Recorder;

/// A way to an API; cheap to clone.
#[derive(Debug)]
pub enum Way<T, C> {
    /// It runs here.
    Here(Arc<T>, Option<Recorder>),
    /// It runs elsewhere, and this is its client.
    Elsewhere(C),
}

impl<T, C: Clone> Clone for Way<T, C> {
    fn clone(&self) -> Self {
        match self {
            Self::Here(api, recorder) => Self::Here(Arc::clone(api), recorder.clone()),
            Self::Elsewhere(client) => Self::Elsewhere(client.clone()),
        }
    }
}

/// Lets a [`Way`] pass on the operations of contracts.
macro_rules! contracts {
    ($($krate:ident::$contract:ident: $($operation:ident)*;)*) => {$(
        impl<T: $krate::$contract> $krate::$contract for Way<T, $krate::Client> {$(
            async fn $operation(
                &self,
                context: &Context,
                request: $krate::operations::$operation::Request,
            ) -> Result<
                $krate::operations::$operation::Response,
                $krate::operations::$operation::Error,
            > {
                use $krate::operations::$operation::OPERATION;
                match self {
                    Self::Here(api, None) => api.$operation(context, request).await,
                    Self::Here(api, Some(recorder)) => {
                        let call = api.$operation(context, request);
                        recorder.call(context, &$krate::meta::API, &OPERATION, call).await
                    }
                    Self::Elsewhere(client) => client.$operation(context, request).await,
                }
            }
        )*}
    )*};
}

contracts! {
    customer_process_v1::CustomerProcess:
        change_profile close_customer get_customer get_standing list_customers register_customer;
    order_process_v1::OrderProcess: get_order list_orders place_order;
    order_process_v2::OrderProcess:
        cancel_order find_order_by_number get_category get_order list_orders list_products
        place_order quote_order;
    shipping_process_v1::ShippingProcess: create_shipment get_shipment list_shipments;
    crm_system_v1::CrmSystem: close_standing get_standing list_standings open_standing;
    erp_system_v1::ErpSystem:
        create_shipment get_category get_product get_reservation get_shipment list_products
        list_shipments release_stock reserve_stock;
    payments_system_v1::PaymentsSystem:
        authorize capture_authorization get_authorization void_authorization;
}
