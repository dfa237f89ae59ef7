//! A way to an API: a function call where it runs in this process, HTTP where it does not.
//!
//! Whoever calls is generic over the contract and cannot tell the difference. The table at the end says for each
//! contract what a [`Way`] passes on; an operation that is missing there does not compile.
//!
//! There is a way of this kind to a system API alone, which keeps no answers. Whoever answers a repeated request as it
//! answered the first, a service or a process API, does so in its routes, so a call in this process goes through them
//! too.

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
    crm_system_v1::CrmSystem: close_standing get_standing list_standings open_standing;
    erp_system_v1::ErpSystem:
        create_shipment get_category get_product get_reservation get_shipment list_products
        list_shipments release_stock reserve_stock;
    payments_system_v1::PaymentsSystem:
        authorize capture_authorization get_authorization void_authorization;
}
