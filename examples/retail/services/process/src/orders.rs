//! Version 2 of the Order Process API: from request to fulfilment, however it is paid.

use jiff::ToSpan;
use order_process_v2::crm::CrmSystem;
use order_process_v2::customers::CustomerService;
use order_process_v2::customers::operations::get_customer;
use order_process_v2::erp::operations::{
    get_category as read_category, list_products as list_stock, release_stock,
};
use order_process_v2::erp::{ErpSystem, ProductSort};
use order_process_v2::ledger::PaymentService;
use order_process_v2::ledger::operations::list_payments;
use order_process_v2::operations::{
    cancel_order, find_order_by_number, get_category, get_order, list_orders, list_products,
    place_order, quote_order,
};
use order_process_v2::orders::operations::{cancel_order as give_up, list_orders as list_entered};
use order_process_v2::orders::{CancelOrder, OrderService};
use order_process_v2::payments::PaymentsSystem;
use order_process_v2::payments::operations::void_authorization;
use order_process_v2::{OrderProcess, PlaceOrder, Quote, RequestedLine, errors};
use retail_models::customer::{Customer, CustomerId, CustomerStatus};
use retail_models::inventory::{Quantity, Sku};
use retail_models::order::{Order, OrderStatus};
use retail_relay::relayed;
use tiebeam::types::{Decimal, Timestamp};
use tiebeam::{Context, PageRequest, Patch, Problem};

use crate::placing::{Obstacle, Placing, Wish};
use crate::pricing::{self, Unpriced};
use crate::undo::strike_out;

/// Takes orders, whatever the channel.
#[derive(Debug)]
pub struct OrderDesk<Customers, Crm, Erp, Payments, Ledger, Orders> {
    /// Owns the accounts.
    pub customers: Customers,
    /// Places orders, and works with everybody else.
    pub placing: Placing<Crm, Erp, Payments, Ledger, Orders>,
}

impl<Customers, Crm, Erp, Payments, Ledger, Orders>
    OrderDesk<Customers, Crm, Erp, Payments, Ledger, Orders>
where
    Customers: CustomerService,
    Crm: CrmSystem,
    Erp: ErpSystem,
    Payments: PaymentsSystem,
    Ledger: PaymentService,
    Orders: OrderService,
{
    /// The customer, when nobody objects to new orders.
    async fn customer_in_good_standing(
        &self,
        context: &Context,
        customer_id: CustomerId,
    ) -> Result<Customer, place_order::Error> {
        let reading = get_customer::Request { customer_id };
        let customer = match self.customers.get_customer(context, reading).await {
            Ok(customer) => customer,
            Err(get_customer::Error::NotFound) => return Err(place_order::Error::NotFound),
            Err(get_customer::Error::Other(problem)) => return Err(relayed(problem).into()),
        };
        match customer.status {
            CustomerStatus::Active => Ok(customer),
            CustomerStatus::Closed => Err(place_order::Error::NotFound),
            _ => Err(place_order::Error::CustomerOnHold),
        }
    }

    /// Gives back what was set aside for an order that was cancelled.
    async fn give_back(&self, context: &Context, order: &Order) -> Result<(), Problem> {
        if let Some(reservation_id) = order.reservation_id {
            let request = release_stock::Request { reservation_id };
            let released = self.placing.erp.release_stock(context, request).await;
            released.map_err(|release_stock::Error::Other(problem)| relayed(problem))?;
        }
        let listing = list_payments::Request {
            order_id: Some(order.id),
            page: PageRequest { limit: 10, cursor: None },
        };
        let payments = self.placing.ledger.list_payments(context, listing).await;
        let payments = payments.map_err(|list_payments::Error::Other(problem)| relayed(problem))?;
        for payment in payments.items {
            let request =
                void_authorization::Request { authorization_id: payment.authorization_id };
            match self.placing.payments.void_authorization(context, request).await {
                Ok(()) => {}
                // Captured meanwhile: accounting refunds it.
                Err(void_authorization::Error::NotVoidable) => continue,
                Err(void_authorization::Error::Other(problem)) => return Err(relayed(problem)),
            }
            strike_out(context, &self.placing.ledger, payment.id).await?;
        }
        Ok(())
    }
}

impl<Customers, Crm, Erp, Payments, Ledger, Orders> OrderProcess
    for OrderDesk<Customers, Crm, Erp, Payments, Ledger, Orders>
where
    Customers: CustomerService,
    Crm: CrmSystem,
    Erp: ErpSystem,
    Payments: PaymentsSystem,
    Ledger: PaymentService,
    Orders: OrderService,
{
    async fn list_products(
        &self,
        context: &Context,
        request: list_products::Request,
    ) -> Result<list_products::Response, list_products::Error> {
        let listing = list_stock::Request {
            sku: request.sku,
            category: request.category,
            max_price: request.max_price,
            sort: ProductSort::Name,
            page: request.page,
        };
        self.placing
            .erp
            .list_products(context, listing)
            .await
            .map_err(|list_stock::Error::Other(problem)| relayed(problem).into())
    }

    async fn get_category(
        &self,
        context: &Context,
        request: get_category::Request,
    ) -> Result<get_category::Response, get_category::Error> {
        let reading = read_category::Request { category: request.category };
        self.placing.erp.get_category(context, reading).await.map_err(|error| match error {
            read_category::Error::NotFound => get_category::Error::NotFound,
            read_category::Error::Other(problem) => relayed(problem).into(),
        })
    }

    async fn quote_order(
        &self,
        context: &Context,
        request: quote_order::Request,
    ) -> Result<quote_order::Response, quote_order::Error> {
        let mut loyalty = None;
        if let Some(customer_id) = request.body.customer_id {
            let reading = get_customer::Request { customer_id };
            match self.customers.get_customer(context, reading).await {
                Ok(customer) => loyalty = Some(customer.loyalty),
                Err(get_customer::Error::NotFound) => return Err(quote_order::Error::NotFound),
                Err(get_customer::Error::Other(problem)) => return Err(relayed(problem).into()),
            }
        }
        let lines = lines(&request.body.lines);
        let priced = pricing::price(&self.placing.erp, context, lines, loyalty.as_ref()).await;
        let priced = priced.map_err(|unpriced| match unpriced {
            Unpriced::Unknown(sku) => {
                quote_order::Error::UnknownProduct(errors::UnknownProduct { sku })
            }
            Unpriced::Other(problem) => problem.into(),
        })?;
        Ok(Quote {
            lines: priced.lines,
            discounts: priced.discounts,
            total: priced.total,
            valid_until: Timestamp::now() + 30.minutes(),
        })
    }

    async fn place_order(
        &self,
        context: &Context,
        request: place_order::Request,
    ) -> Result<place_order::Response, place_order::Error> {
        let (key, body) = (request.idempotency_key, request.body);
        let customer = self.customer_in_good_standing(context, body.customer_id).await?;
        Ok(answer(self.placing.place(context, &key, wish(body, customer)).await?))
    }

    async fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        self.placing.read(context, request.order_id, get_order::Error::NotFound).await
    }

    async fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        let listing = list_entered::Request {
            customer_id: request.customer_id,
            status: request.status,
            number: request.number,
            placed_after: request.placed_after,
            page: request.page,
        };
        self.placing
            .orders
            .list_orders(context, listing)
            .await
            .map_err(|list_entered::Error::Other(problem)| relayed(problem).into())
    }

    async fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        let closing = give_up::Request {
            order_id: request.order_id,
            if_match: request.if_match,
            body: CancelOrder { reason: request.body.reason, comment: request.body.comment },
        };
        let order =
            self.placing.orders.cancel_order(context, closing).await.map_err(
                |error| match error {
                    give_up::Error::NotFound => cancel_order::Error::NotFound,
                    give_up::Error::WrongStatus(detail) => {
                        cancel_order::Error::WrongStatus(errors::WrongStatus {
                            order_status: detail.order_status,
                        })
                    }
                    give_up::Error::Other(problem) => relayed(problem).into(),
                },
            )?;
        self.give_back(context, &order).await?;
        Ok(order)
    }

    async fn find_order_by_number(
        &self,
        context: &Context,
        request: find_order_by_number::Request,
    ) -> Result<find_order_by_number::Response, find_order_by_number::Error> {
        let listing = list_entered::Request {
            customer_id: None,
            status: Vec::new(),
            number: Some(request.order_number),
            placed_after: None,
            page: PageRequest { limit: 1, cursor: None },
        };
        let page = self.placing.orders.list_orders(context, listing).await;
        let page = page.map_err(|list_entered::Error::Other(problem)| relayed(problem))?;
        page.items.into_iter().next().ok_or(find_order_by_number::Error::NotFound)
    }
}

/// Lines as pricing takes them.
fn lines(lines: &[RequestedLine]) -> Vec<(Sku, Quantity)> {
    lines.iter().map(|line| (line.sku.clone(), line.quantity)).collect()
}

/// What somebody wants whom we know.
fn wish(body: PlaceOrder, customer: Customer) -> Wish {
    let gift_message = match body.gift_message {
        Patch::Value(message) => Some(message),
        Patch::Absent | Patch::Null => None,
    };
    Wish {
        customer_id: customer.id,
        loyalty: Some(customer.loyalty),
        lines: lines(&body.lines),
        payment: body.payment,
        ship_to: body.ship_to.unwrap_or(customer.profile.address),
        gift_message,
        note: body.note,
        labels: body.labels,
    }
}

/// A confirmed order earns a point per euro; one under review waits.
fn answer(order: Order) -> place_order::Response {
    if order.status == OrderStatus::Placed {
        let x_review_until = Some(order.placed_at + 24.hours());
        return place_order::Response::Accepted { body: Box::new(order), x_review_until };
    }
    let points = order.total.amount.0.trunc();
    let x_points_earned = i32::try_from(points.max(Decimal::ZERO)).unwrap_or(i32::MAX);
    place_order::Response::Created { body: Box::new(order), x_points_earned }
}

impl From<Obstacle> for place_order::Error {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::UnknownProduct(sku) => Self::UnknownProduct(errors::UnknownProduct { sku }),
            Obstacle::OutOfStock { sku, requested, available } => {
                Self::OutOfStock(errors::OutOfStock { sku, requested, available })
            }
            Obstacle::PaymentDeclined { reason, retry_after } => {
                Self::PaymentDeclined(errors::PaymentDeclined { reason, retry_after })
            }
            Obstacle::CreditExceeded { limit, total } => {
                Self::CreditExceeded(errors::CreditExceeded { limit, total })
            }
            Obstacle::CustomerOnHold => Self::CustomerOnHold,
            Obstacle::Other(problem) => problem.into(),
        }
    }
}
