//! Undoes the steps of an order that failed half way.

use order_process_v2::erp::ErpSystem;
use order_process_v2::erp::operations::release_stock;
use order_process_v2::ledger::operations::{list_payments, settle_payment};
use order_process_v2::ledger::{PaymentService, Settlement};
use order_process_v2::orders::operations::cancel_order;
use order_process_v2::orders::{CancelOrder, OrderService};
use order_process_v2::payments::PaymentsSystem;
use order_process_v2::payments::operations::void_authorization;
use retail_models::inventory::ReservationId;
use retail_models::order::{CancellationReason, OrderId};
use retail_models::payment::{AuthorizationId, AuthorizationStatus, PaymentId};
use retail_relay::relayed;
use tiebeam::operation::Failure as _;
use tiebeam::{Context, PageRequest, Problem};

/// What was done so far, and has to be undone when the next step fails.
#[derive(Debug, Default)]
pub struct Done {
    /// Stock that was set aside.
    pub reservation: Option<ReservationId>,
    /// Money that was set aside.
    pub authorization: Option<AuthorizationId>,
    /// The order that was entered.
    pub order: Option<OrderId>,
    /// Orders of earlier attempts that stand, without a payment.
    pub open: Vec<OrderId>,
}

impl Done {
    /// Gives up orders that earlier attempts entered without hearing of it. What belonged to them was undone, or else the
    /// same steps had led to one of them again.
    pub async fn give_up_others(
        &self,
        context: &Context,
        orders: &impl OrderService,
    ) -> Result<(), Problem> {
        for order_id in self.open.iter().copied().filter(|id| Some(*id) != self.order) {
            let body = CancelOrder { reason: CancellationReason::PaymentFailed, comment: None };
            let request = cancel_order::Request { order_id, if_match: None, body };
            match orders.cancel_order(context, request).await {
                Ok(_) | Err(cancel_order::Error::NotFound) => {}
                Err(error) => return Err(relayed(error.into_problem())),
            }
        }
        Ok(())
    }

    /// Undoes everything, the last thing first.
    ///
    /// An order that cannot be cancelled keeps what was set aside for it: whoever repeats the request completes it.
    /// Any other step that cannot be undone goes to the log and does not keep the rest from being undone:
    /// reservations lapse by themselves, and an authorization that nobody captures does as well.
    pub async fn undo(
        self,
        context: &Context,
        ledger: &impl PaymentService,
        orders: &impl OrderService,
        payments: &impl PaymentsSystem,
        erp: &impl ErpSystem,
    ) {
        if let Some(order_id) = self.order {
            let body = CancelOrder { reason: CancellationReason::PaymentFailed, comment: None };
            let request = cancel_order::Request { order_id, if_match: None, body };
            if orders.cancel_order(context, request).await.is_err() {
                tracing::error!("order {order_id} stays open although it failed");
                return;
            }
            // The payment may have been entered although nobody was told.
            if strike_out_all(context, ledger, order_id).await.is_err() {
                tracing::error!("the payment of order {order_id} may stand although it failed");
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

/// Enters that the money of a payment was given back.
pub async fn strike_out(
    context: &Context,
    ledger: &impl PaymentService,
    payment_id: PaymentId,
) -> Result<(), Problem> {
    let body = Settlement { status: AuthorizationStatus::Voided };
    let request = settle_payment::Request { payment_id, if_match: None, body };
    match ledger.settle_payment(context, request).await {
        Ok(_) | Err(settle_payment::Error::NotFound) => Ok(()),
        Err(settle_payment::Error::Other(problem)) => Err(relayed(problem)),
    }
}

async fn strike_out_all(
    context: &Context,
    ledger: &impl PaymentService,
    order_id: OrderId,
) -> Result<(), Problem> {
    let page = PageRequest { limit: 10, cursor: None };
    let listing = list_payments::Request { order_id: Some(order_id), page };
    let payments = ledger.list_payments(context, listing).await;
    let payments = payments.map_err(|list_payments::Error::Other(problem)| relayed(problem))?;
    for payment in payments.items {
        strike_out(context, ledger, payment.id).await?;
    }
    Ok(())
}
