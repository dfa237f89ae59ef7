//! What stands behind the generated server: the least that answers, and nothing else.

use order_service_v1::operations::{
    cancel_order, change_status, create_order, get_order, list_orders,
};
use order_service_v1::{NewOrder, OrderService, Stub};
use retail_models::common::Revision;
use retail_models::order::{Order, OrderId, OrderNumber};
use tiebeam::types::{Timestamp, Uuid};
use tiebeam::{Context, Page};

use crate::sample;
use crate::shelf::Shelf;

/// Orders on a shelf.
#[derive(Debug, Default)]
pub struct Shop {
    orders: Shelf<Order>,
}

impl Shop {
    /// A shop that has the order that everybody reads.
    ///
    /// # Errors
    ///
    /// When the sample is not an order.
    pub fn open() -> anyhow::Result<Self> {
        let shop = Self::default();
        let new: NewOrder = serde_json::from_str(sample::NEW_ORDER)?;
        shop.orders.stock(sample::ID, order(sample::ID, 0, new));
        Ok(shop)
    }
}

impl OrderService for Shop {
    async fn create_order(
        &self,
        _: &Context,
        request: create_order::Request,
    ) -> Result<create_order::Response, create_order::Error> {
        let id = Uuid::now_v7();
        Ok(self.orders.enter(id, |position| order(id, position, request.body)))
    }

    async fn get_order(
        &self,
        _: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        self.orders.get(request.order_id.0).ok_or(get_order::Error::NotFound)
    }

    async fn list_orders(
        &self,
        _: &Context,
        request: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        let number = usize::try_from(request.page.limit).unwrap_or(usize::MAX);
        Ok(Page::last(self.orders.newest(number)))
    }

    async fn change_status(
        &self,
        context: &Context,
        request: change_status::Request,
    ) -> Result<change_status::Response, change_status::Error> {
        Stub.change_status(context, request).await
    }

    async fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        Stub.cancel_order(context, request).await
    }
}

/// A new order, the `position`-th of the shop.
fn order(id: Uuid, position: usize, new: NewOrder) -> Order {
    Order {
        id: OrderId(id),
        number: OrderNumber(format!("A{position:08}")),
        revision: Revision(1),
        customer_id: new.customer_id,
        status: new.status,
        lines: new.lines,
        discounts: new.discounts,
        total: new.total,
        payment: new.payment,
        ship_to: new.ship_to,
        gift_message: new.gift_message,
        note: new.note,
        reservation_id: new.reservation_id,
        cancellation: None,
        labels: new.labels,
        placed_at: Timestamp::now(),
    }
}
