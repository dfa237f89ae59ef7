//! What is to be packed.

use fulfilment_service_v1::shipping::operations::plan_shipment;
use fulfilment_service_v1::shipping::{PlanOrder, ShippingProcess, Speed};
use fulfilment_service_v1::subscriptions::plan_parcels;
use fulfilment_service_v1::{PackingPlan, PlanState};
use retail_inventory_events::InventoryReserved;
use retail_models::order::OrderStatus;
use tiebeam::consumer::Failure;

/// Has the parcels of an order planned; nothing where the order needs no plan any more.
///
/// The Order Service hears of the stock as we do, and may hear of it later. Until then its order is not ready.
pub async fn planned(
    effects: &plan_parcels::Effects<impl ShippingProcess>,
    event: &InventoryReserved,
) -> Result<Option<PackingPlan>, Failure> {
    let order_id = event.order_id;
    for idempotency_key in effects.keys("plan") {
        let body = PlanOrder { order_id, speed: Speed::Standard };
        let request = plan_shipment::Request { idempotency_key, body };
        let shipping = &effects.apis().shipping;
        match shipping.plan_shipment(effects.context(), request).await {
            Ok(plan) => {
                return Ok(Some(PackingPlan {
                    order_id,
                    state: PlanState::Open,
                    carrier: plan.carrier,
                    weight: plan.weight,
                    pieces: plan.pieces,
                    warehouse: event.reservation.warehouse.clone(),
                }));
            }
            Err(plan_shipment::Error::NotReady(detail)) if is_over(&detail.order_status) => {
                return Ok(None);
            }
            Err(plan_shipment::Error::NotReady(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::not_yet(format!("order {order_id} does not know its stock")))
}

/// Whether nothing is left to be packed.
fn is_over(status: &OrderStatus) -> bool {
    matches!(status, OrderStatus::Cancelled | OrderStatus::Shipped | OrderStatus::Delivered)
}
