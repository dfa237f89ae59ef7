//! The Shipping Process API: gets confirmed orders out of the house.

use retail_models::inventory::{AdjustmentReason, ReservationId, WarehouseCode};
use retail_models::order::{Order, OrderLine, OrderStatus};
use retail_models::payment::{AuthorizationStatus, Payment};
use retail_models::shipping::{Carrier, Shipment};
use retail_relay::relayed;
use shipping_process_v1::erp::operations::{
    create_shipment as print_papers, get_shipment as read_shipment, list_shipments as list_papers,
};
use shipping_process_v1::erp::{ErpSystem, ShipmentRequest};
use shipping_process_v1::ledger::operations::{list_payments, settle_payment};
use shipping_process_v1::ledger::{PaymentService, Settlement};
use shipping_process_v1::operations::{
    create_shipment, get_shipment, list_shipments, plan_shipment,
};
use shipping_process_v1::orders::operations::{change_status, get_order};
use shipping_process_v1::orders::{OrderService, StatusChange};
use shipping_process_v1::payments::operations::capture_authorization;
use shipping_process_v1::payments::{CaptureRequest, PaymentsSystem};
use shipping_process_v1::stock::operations::adjust_stock;
use shipping_process_v1::stock::{InventoryService, NewAdjustment};
use shipping_process_v1::{Plan, ShippingProcess, Speed, errors};
use tiebeam::{Context, IdempotencyKey, PageRequest, Problem};

use crate::pricing::{self, Unpriced};

/// What a carrier takes in one shipment, in kilograms.
const WEIGHT_LIMIT: f64 = 250.0;

/// What a postman carries, in kilograms.
const POSTMAN_LIMIT: f64 = 20.0;

/// Gets orders out of the house.
#[derive(Debug)]
pub struct ShippingDesk<Orders, Stock, Erp, Payments, Ledger> {
    /// Owns the orders.
    pub orders: Orders,
    /// Owns the stock ledger.
    pub stock: Stock,
    /// Prints the papers.
    pub erp: Erp,
    /// Takes the money.
    pub payments: Payments,
    /// Remembers what was paid.
    pub ledger: Ledger,
}

impl<Orders, Stock, Erp, Payments, Ledger> ShippingDesk<Orders, Stock, Erp, Payments, Ledger>
where
    Orders: OrderService,
    Stock: InventoryService,
    Erp: ErpSystem,
    Payments: PaymentsSystem,
    Ledger: PaymentService,
{
    /// The order and its stock, when it may leave the house.
    async fn ready_order(
        &self,
        context: &Context,
        request: &create_shipment::Request,
    ) -> Result<(Order, ReservationId), create_shipment::Error> {
        let reading = get_order::Request { order_id: request.body.order_id };
        let order = match self.orders.get_order(context, reading).await {
            Ok(order) => order,
            Err(get_order::Error::NotFound) => return Err(create_shipment::Error::NotFound),
            Err(get_order::Error::Other(problem)) => return Err(relayed(problem).into()),
        };
        match order.reservation_id {
            Some(reservation) if is_ready(&order.status) => Ok((order, reservation)),
            _ => Err(not_ready(order.status)),
        }
    }

    async fn weigh(&self, context: &Context, order: &Order) -> Result<f64, Unweighed> {
        let lines = order.lines.iter().map(|line| (line.sku.clone(), line.quantity));
        match pricing::price(&self.erp, context, lines, None).await {
            Ok(priced) if priced.weight > WEIGHT_LIMIT => {
                let detail = errors::TooHeavy { weight: priced.weight, limit: WEIGHT_LIMIT };
                Err(Unweighed::TooHeavy(detail))
            }
            Ok(priced) => Ok(priced.weight),
            Err(Unpriced::Unknown(_)) => Err(Unweighed::Unknown),
            Err(Unpriced::Other(problem)) => Err(Unweighed::Other(relayed(problem))),
        }
    }

    /// Takes the money that is set aside for the order.
    async fn capture(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        order: &Order,
    ) -> Result<(), create_shipment::Error> {
        let listing = list_payments::Request {
            order_id: Some(order.id),
            page: PageRequest { limit: 10, cursor: None },
        };
        let payments = self.ledger.list_payments(context, listing).await;
        let payments = payments.map_err(|list_payments::Error::Other(problem)| relayed(problem))?;
        let living = |payment: &Payment| payment.status != AuthorizationStatus::Voided;
        let payments: Vec<Payment> = payments.items.into_iter().filter(living).collect();
        if payments.is_empty() {
            // Nothing leaves the house unpaid.
            return Err(not_ready(order.status.clone()));
        }
        for payment in payments {
            let step = format!("capture of {}", payment.authorization_id);
            let request = capture_authorization::Request {
                idempotency_key: context.step_key(key, &step),
                body: CaptureRequest {
                    authorization_id: payment.authorization_id,
                    final_capture: true,
                },
            };
            match self.payments.capture_authorization(context, request).await {
                Ok(_) => {}
                Err(capture_authorization::Error::Other(problem)) => {
                    return Err(relayed(problem).into());
                }
                Err(
                    capture_authorization::Error::NotFound | capture_authorization::Error::Conflict,
                ) => return Err(not_ready(order.status.clone())),
            }
            let request = settle_payment::Request {
                payment_id: payment.id,
                if_match: None,
                body: Settlement { status: AuthorizationStatus::Captured },
            };
            match self.ledger.settle_payment(context, request).await {
                Ok(_) | Err(settle_payment::Error::NotFound) => {}
                Err(settle_payment::Error::Other(problem)) => return Err(relayed(problem).into()),
            }
        }
        Ok(())
    }

    async fn mark_shipped(
        &self,
        context: &Context,
        order: &Order,
    ) -> Result<(), create_shipment::Error> {
        let request = change_status::Request {
            order_id: order.id,
            if_match: None,
            body: StatusChange { status: OrderStatus::Shipped },
        };
        match self.orders.change_status(context, request).await {
            Ok(_) => Ok(()),
            Err(change_status::Error::NotFound) => Err(create_shipment::Error::NotFound),
            Err(change_status::Error::WrongStatus(detail)) => Err(not_ready(detail.order_status)),
            Err(change_status::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    /// Enters in the stock ledger what has left.
    ///
    /// The parcel is gone whatever the ledger says, so a ledger that disagrees is a matter for the next
    /// stocktaking and not for the caller.
    async fn write_off(&self, context: &Context, key: IdempotencyKey, line: &OrderLine) {
        let request = adjust_stock::Request {
            idempotency_key: key,
            body: NewAdjustment {
                sku: line.sku.clone(),
                warehouse: WarehouseCode("IE01".to_owned()),
                change: -i64::from(line.quantity.0),
                reason: AdjustmentReason::Shipped,
                remark: tiebeam::Patch::Absent,
            },
        };
        if self.stock.adjust_stock(context, request).await.is_err() {
            tracing::warn!("the stock ledger disagrees about {}", line.sku);
        }
    }
}

impl<Orders, Stock, Erp, Payments, Ledger> ShippingProcess
    for ShippingDesk<Orders, Stock, Erp, Payments, Ledger>
where
    Orders: OrderService,
    Stock: InventoryService,
    Erp: ErpSystem,
    Payments: PaymentsSystem,
    Ledger: PaymentService,
{
    async fn plan_shipment(
        &self,
        context: &Context,
        request: plan_shipment::Request,
    ) -> Result<plan_shipment::Response, plan_shipment::Error> {
        let reading = get_order::Request { order_id: request.body.order_id };
        let order = match self.orders.get_order(context, reading).await {
            Ok(order) => order,
            Err(get_order::Error::NotFound) => return Err(plan_shipment::Error::NotFound),
            Err(get_order::Error::Other(problem)) => return Err(relayed(problem).into()),
        };
        let reservation_id = match order.reservation_id {
            Some(reservation_id) if is_to_be_packed(&order.status) => reservation_id,
            _ => {
                let detail = errors::NotReady { order_status: order.status };
                return Err(plan_shipment::Error::NotReady(detail));
            }
        };
        let weight = self.weigh(context, &order).await.map_err(|unweighed| match unweighed {
            Unweighed::Unknown => plan_shipment::Error::NotFound,
            Unweighed::TooHeavy(detail) => plan_shipment::Error::TooHeavy(detail),
            Unweighed::Other(problem) => problem.into(),
        })?;
        Ok(Plan {
            order_id: order.id,
            reservation_id,
            carrier: carrier(&request.body.speed, weight),
            weight,
            pieces: order.lines.iter().map(|line| line.quantity.0).sum(),
        })
    }

    async fn create_shipment(
        &self,
        context: &Context,
        request: create_shipment::Request,
    ) -> Result<create_shipment::Response, create_shipment::Error> {
        let (order, reservation_id) = self.ready_order(context, &request).await?;
        let weight = self.weigh(context, &order).await.map_err(|unweighed| match unweighed {
            Unweighed::Unknown => create_shipment::Error::NotFound,
            Unweighed::TooHeavy(detail) => create_shipment::Error::TooHeavy(detail),
            Unweighed::Other(problem) => problem.into(),
        })?;
        let key = &request.idempotency_key;
        self.capture(context, key, &order).await?;
        let papers = print_papers::Request {
            idempotency_key: context.step_key(key, "papers"),
            body: ShipmentRequest {
                order_id: order.id,
                reservation_id,
                carrier: carrier(&request.body.speed, weight),
                weight,
                ship_to: order.ship_to.clone(),
                remark: request.body.remark,
            },
        };
        let shipment = match self.erp.create_shipment(context, papers).await {
            Ok(shipment) => shipment,
            Err(print_papers::Error::NotFound | print_papers::Error::Conflict) => {
                return Err(not_ready(order.status));
            }
            Err(print_papers::Error::Other(problem)) => return Err(relayed(problem).into()),
        };
        self.mark_shipped(context, &order).await?;
        for (position, line) in order.lines.iter().enumerate() {
            // A product may stand on two lines, and leaves the shelf for each.
            let key = context.step_key(key, &format!("stock of line {position}"));
            self.write_off(context, key, line).await;
        }
        Ok(shipment)
    }

    async fn get_shipment(
        &self,
        context: &Context,
        request: get_shipment::Request,
    ) -> Result<Shipment, get_shipment::Error> {
        let reading = read_shipment::Request { shipment_id: request.shipment_id };
        self.erp.get_shipment(context, reading).await.map_err(|error| match error {
            read_shipment::Error::NotFound => get_shipment::Error::NotFound,
            read_shipment::Error::Other(problem) => relayed(problem).into(),
        })
    }

    async fn list_shipments(
        &self,
        context: &Context,
        request: list_shipments::Request,
    ) -> Result<list_shipments::Response, list_shipments::Error> {
        let listing = list_papers::Request { order_id: request.order_id, page: request.page };
        self.erp
            .list_shipments(context, listing)
            .await
            .map_err(|list_papers::Error::Other(problem)| relayed(problem).into())
    }
}

/// Why nobody knows what an order weighs.
enum Unweighed {
    /// It has a product that is not sold any more.
    Unknown,
    /// It weighs more than a carrier takes.
    TooHeavy(errors::TooHeavy),
    Other(Problem),
}

/// Whether the order is still in the house, whatever becomes of its payment.
fn is_to_be_packed(status: &OrderStatus) -> bool {
    matches!(status, OrderStatus::Placed | OrderStatus::Confirmed)
}

/// A shipped order is ready too: whoever repeats a request gets the papers that are there.
fn is_ready(status: &OrderStatus) -> bool {
    matches!(status, OrderStatus::Confirmed | OrderStatus::Shipped)
}

fn not_ready(order_status: OrderStatus) -> create_shipment::Error {
    create_shipment::Error::NotReady(errors::NotReady { order_status })
}

/// Who carries a parcel of this weight, that fast.
fn carrier(speed: &Speed, weight: f64) -> Carrier {
    match speed {
        Speed::Express => Carrier::Dhl,
        _ if weight > POSTMAN_LIMIT => Carrier::Dpd,
        _ => Carrier::AnPost,
    }
}

#[cfg(test)]
mod tests {
    use super::{Carrier, Speed, carrier};

    #[test]
    fn heavy_parcels_do_not_go_by_post() {
        assert_eq!(carrier(&Speed::Standard, 1.4), Carrier::AnPost);
        assert_eq!(carrier(&Speed::Standard, 38.0), Carrier::Dpd);
        assert_eq!(carrier(&Speed::Express, 1.4), Carrier::Dhl);
    }
}
