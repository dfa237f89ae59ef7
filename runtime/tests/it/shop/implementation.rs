//! A shop that keeps its orders in memory; some orders make it misbehave.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use serde_json::json;
use tiebeam::types::Uuid;
use tiebeam::{Context, Cursor, Page, Problem, ProblemType};

use super::OrderProcess;
use super::errors::OutOfStock;
use super::operations::{
    cancel_order, change_order, export_orders, get_order, list_orders, place_order,
};
use super::types::{CardPayment, Order, OrderId, OrderStatus, Payment, Sku};

/// An order that exists.
pub(crate) const EXISTING: OrderId = OrderId(Uuid::from_u128(1));
/// An order whose payment and status are of kinds that the API does not know.
pub(crate) const STRANGE: OrderId = OrderId(Uuid::from_u128(2));
/// Reading this order panics.
pub(crate) const PANICS: OrderId = OrderId(Uuid::from_u128(3));
/// Reading this order never ends.
pub(crate) const HANGS: OrderId = OrderId(Uuid::from_u128(4));
/// Reading this order fails with a bug that has a secret.
pub(crate) const LEAKS: OrderId = OrderId(Uuid::from_u128(5));

static BUG: ProblemType = ProblemType {
    uri: "https://acme.example/problems/bug",
    code: "bug",
    title: "A bug",
    status: 200,
};

/// What was asked, for tests that look.
pub(crate) type Seen<T> = Arc<Mutex<Vec<T>>>;

/// The shop.
pub(crate) struct Shop {
    orders: Mutex<BTreeMap<OrderId, Order>>,
    pub(crate) placed: Seen<place_order::Request>,
    pub(crate) listed: Seen<list_orders::Request>,
    pub(crate) contexts: Seen<Context>,
}

impl Default for Shop {
    fn default() -> Self {
        let payment = Payment::Card(CardPayment { card_token: "tok".to_owned() });
        let existing =
            Order { id: EXISTING, status: OrderStatus::Placed, payment, note: None, revision: 7 };
        let strange = Order {
            id: STRANGE,
            status: OrderStatus::Unknown("lost".to_owned()),
            payment: Payment::Unknown(
                json!({"method": "barter", "goods": [{"kind": "goat", "n": 2}]}),
            ),
            ..existing.clone()
        };
        Self {
            orders: Mutex::new(
                [existing, strange].into_iter().map(|order| (order.id, order)).collect(),
            ),
            placed: Seen::default(),
            listed: Seen::default(),
            contexts: Seen::default(),
        }
    }
}

impl OrderProcess for Shop {
    async fn place_order(
        &self,
        context: &Context,
        request: place_order::Request,
    ) -> Result<place_order::Response, place_order::Error> {
        self.contexts.lock().expect("no panic").push(context.clone());
        self.placed.lock().expect("no panic").push(request.clone());
        match request.body.note.as_deref() {
            Some("none") => {
                Err(place_order::Error::OutOfStock(OutOfStock { sku: Sku("ABC-0001".to_owned()) }))
            }
            Some("poor") => Err(place_order::Error::PaymentDeclined),
            note => Ok(Order {
                id: EXISTING,
                status: OrderStatus::Placed,
                payment: request.body.payment,
                note: note.map(str::to_owned),
                revision: 1,
            }),
        }
    }

    async fn list_orders(
        &self,
        _: &Context,
        request: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        self.listed.lock().expect("no panic").push(request.clone());
        let from: usize =
            request.page.cursor.as_ref().map(Cursor::decode).transpose()?.unwrap_or_default();
        let all: Vec<_> = self.orders.lock().expect("no panic").values().cloned().collect();
        let limit = request.page.limit as usize;
        let items: Vec<_> = all.iter().skip(from).take(limit).cloned().collect();
        if from + limit < all.len() {
            return Ok(Page::followed(items, Cursor::encode(&(from + limit))?));
        }
        Ok(Page::last(items))
    }

    async fn get_order(
        &self,
        _: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        match request.order_id {
            PANICS => panic!("the password is hunter2"),
            HANGS => std::future::pending().await,
            LEAKS => Err(BUG.problem().caused_by("the password is hunter2").into()),
            id => self
                .orders
                .lock()
                .expect("no panic")
                .get(&id)
                .cloned()
                .ok_or(get_order::Error::NotFound),
        }
    }

    async fn change_order(
        &self,
        _: &Context,
        request: change_order::Request,
    ) -> Result<change_order::Response, change_order::Error> {
        let mut orders = self.orders.lock().expect("no panic");
        let order =
            orders.get_mut(&request.id).ok_or_else(|| super::errors::NOT_FOUND.problem())?;
        request.if_match.check(&order.revision)?;
        request.body.apply(order);
        order.revision += 1;
        Ok(order.clone())
    }

    async fn cancel_order(
        &self,
        _: &Context,
        request: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        let mut orders = self.orders.lock().expect("no panic");
        let order = orders.get(&request.id).ok_or_else(|| super::errors::NOT_FOUND.problem())?;
        if let Some(if_match) = request.if_match {
            if_match.check(&order.revision)?;
        }
        orders.remove(&request.id);
        Ok(())
    }

    async fn export_orders(
        &self,
        _: &Context,
        request: export_orders::Request,
    ) -> Result<export_orders::Response, Problem> {
        match request.status {
            None => {
                let body: Vec<_> =
                    self.orders.lock().expect("no panic").values().cloned().collect();
                let (x_total_count, x_note) =
                    (i64::try_from(body.len()).expect("few"), Some("all".to_owned()));
                Ok(export_orders::Response::Ok { body, x_total_count, x_note })
            }
            Some(OrderStatus::Placed) => Ok(export_orders::Response::Accepted("later".to_owned())),
            Some(_) => Ok(export_orders::Response::NoContent),
        }
    }
}
