//! Undoes the steps of an order that failed half way.

use order_process_v2::erp::ErpSystem;
use order_process_v2::erp::operations::release_stock;
use order_process_v2::orders::operations::cancel_order;
use order_process_v2::orders::{CancelOrder, OrderService};
use order_process_v2::payments::PaymentsSystem;
use order_process_v2::payments::operations::void_authorization;
use retail_models::inventory::ReservationId;
use retail_models::order::{CancellationReason, OrderId};
use retail_models::payment::AuthorizationId;
use tiebeam::Context;

/// What was done so far, and has to be undone when the next step fails.
#[derive(Debug, Default)]
pub struct Done {
    /// Stock that was set aside.
    pub reservation: Option<ReservationId>,
    /// Money that was set aside.
    pub authorization: Option<AuthorizationId>,
    /// The order that was entered.
    pub order: Option<OrderId>,
}

impl Done {
    /// Undoes everything, the last thing first.
    ///
    /// A step that cannot be undone goes to the log and does not keep the others from being undone:
    /// reservations lapse by themselves, and an authorization that nobody captures does as well.
    pub async fn undo(
        self,
        context: &Context,
        orders: &impl OrderService,
        payments: &impl PaymentsSystem,
        erp: &impl ErpSystem,
    ) {
        if let Some(order_id) = self.order {
            let body = CancelOrder { reason: CancellationReason::PaymentFailed, comment: None };
            let request = cancel_order::Request { order_id, if_match: None, body };
            if orders.cancel_order(context, request).await.is_err() {
                tracing::error!("order {order_id} stays open although it failed");
            }
        }
        if let Some(authorization_id) = self.authorization {
            let request = void_authorization::Request { authorization_id };
            if payments.void_authorization(context, request).await.is_err() {
                tracing::error!("authorization {authorization_id} was not given back");
            }
        }
        if let Some(reservation_id) = self.reservation {
            let request = release_stock::Request { reservation_id };
            if erp.release_stock(context, request).await.is_err() {
                tracing::error!("reservation {reservation_id} was not given back");
            }
        }
    }
}
