//! Version 2 of the Order Process API: from request to fulfilment, however it is paid.

use jiff::ToSpan;
use order_process_v2::crm::CrmSystem;
use order_process_v2::crm::operations::get_standing;
use order_process_v2::customers::CustomerService;
use order_process_v2::customers::operations::get_customer;
use order_process_v2::erp::operations::{
    get_category as read_category, list_products as list_stock, release_stock, reserve_stock,
};
use order_process_v2::erp::{ErpSystem, ProductSort, ReservationRequest};
use order_process_v2::ledger::operations::{list_payments, record_payment, settle_payment};
use order_process_v2::ledger::{NewPayment, PaymentService, Settlement};
use order_process_v2::operations::{
    cancel_order, find_order_by_number, get_category, get_order, list_orders, list_products,
    place_order, quote_order,
};
use order_process_v2::orders::operations::{
    cancel_order as give_up, create_order, get_order as read_order, list_orders as list_entered,
};
use order_process_v2::orders::{CancelOrder, NewOrder, OrderService};
use order_process_v2::payments::operations::{authorize, void_authorization};
use order_process_v2::payments::{AuthorizationRequest, PaymentsSystem};
use order_process_v2::{OrderProcess, PlaceOrder, Quote, RequestedLine, errors};
use retail_models::common::Money;
use retail_models::customer::{Customer, CustomerId, CustomerStatus};
use retail_models::inventory::{Quantity, Reservation, Sku};
use retail_models::order::{Order, OrderId, OrderStatus};
use retail_models::payment::{Authorization, AuthorizationStatus, PaymentMethod};
use retail_relay::relayed;
use tiebeam::types::{Decimal, Timestamp};
use tiebeam::{Context, IdempotencyKey, PageRequest, Patch, Problem};

use crate::keys;
use crate::pricing::{self, Priced, Unpriced};
use crate::undo::Done;

/// Takes orders, whatever the channel.
#[derive(Debug)]
pub struct OrderDesk<Customers, Crm, Erp, Payments, Ledger, Orders> {
    /// Owns the accounts.
    pub customers: Customers,
    /// Owns the commercial standing.
    pub crm: Crm,
    /// Knows the products and promises stock.
    pub erp: Erp,
    /// Sets money aside.
    pub payments: Payments,
    /// Remembers what was paid.
    pub ledger: Ledger,
    /// Owns the orders.
    pub orders: Orders,
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
    /// Places an order, noting what was done so that the caller can undo it.
    async fn place(
        &self,
        context: &Context,
        request: place_order::Request,
        done: &mut Done,
    ) -> Result<place_order::Response, place_order::Error> {
        let (key, body) = (request.idempotency_key, request.body);
        let customer = self.customer_in_good_standing(context, body.customer_id).await?;
        let lines = lines(&body.lines);
        let priced = pricing::price(&self.erp, context, lines, Some(&customer.loyalty)).await;
        let priced = priced.map_err(|unpriced| match unpriced {
            Unpriced::Unknown(sku) => {
                place_order::Error::UnknownProduct(errors::UnknownProduct { sku })
            }
            Unpriced::Other(problem) => problem.into(),
        })?;
        self.check_credit(context, &body, &priced.total).await?;

        let reservation = self.reserve(context, &key, &priced).await?;
        done.reservation = Some(reservation.id);
        let authorization = self.authorize(context, &key, &body, &priced.total).await?;
        done.authorization = Some(authorization.id);
        let order = new_order(body, customer, priced, &reservation, &authorization);
        let order = self.enter(context, &key, order).await?;
        done.order = Some(order.id);
        self.record(context, &key, order.id, authorization).await?;
        Ok(answer(order))
    }

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

    /// Asks the CRM whether the customer may order, and may owe that much.
    async fn check_credit(
        &self,
        context: &Context,
        body: &PlaceOrder,
        total: &Money,
    ) -> Result<(), place_order::Error> {
        let reading = get_standing::Request { customer_id: body.customer_id };
        let standing = match self.crm.get_standing(context, reading).await {
            Ok(standing) => standing,
            Err(get_standing::Error::NotFound) => return Err(place_order::Error::CustomerOnHold),
            Err(get_standing::Error::Other(problem)) => return Err(relayed(problem).into()),
        };
        if standing.on_hold {
            return Err(place_order::Error::CustomerOnHold);
        }
        let is_on_account = matches!(body.payment, PaymentMethod::Invoice(_));
        let is_covered =
            standing.credit_limit.as_ref().is_some_and(|limit| total.amount.0 <= limit.amount.0);
        if is_on_account && !is_covered {
            let (limit, total) = (standing.credit_limit, total.clone());
            return Err(place_order::Error::CreditExceeded(errors::CreditExceeded {
                limit,
                total,
            }));
        }
        Ok(())
    }

    async fn reserve(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        priced: &Priced,
    ) -> Result<Reservation, place_order::Error> {
        let request = reserve_stock::Request {
            idempotency_key: keys::step(key, "stock"),
            body: ReservationRequest {
                lines: priced.reserved_lines(),
                hold: "PT30M".parse().expect("half an hour is an ISO 8601 duration"),
            },
        };
        self.erp.reserve_stock(context, request).await.map_err(|error| match error {
            reserve_stock::Error::OutOfStock(detail) => {
                place_order::Error::OutOfStock(errors::OutOfStock {
                    sku: detail.sku,
                    requested: detail.requested,
                    available: detail.available,
                })
            }
            reserve_stock::Error::UnknownProduct(detail) => {
                place_order::Error::UnknownProduct(errors::UnknownProduct { sku: detail.sku })
            }
            reserve_stock::Error::Other(problem) => relayed(problem).into(),
        })
    }

    async fn authorize(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        body: &PlaceOrder,
        total: &Money,
    ) -> Result<Authorization, place_order::Error> {
        let request = authorize::Request {
            idempotency_key: keys::step(key, "payment"),
            x_merchant_id: "acme-shop".to_owned(),
            body: AuthorizationRequest {
                customer_id: body.customer_id,
                amount: total.clone(),
                payment: body.payment.clone(),
            },
        };
        match self.payments.authorize(context, request).await {
            Ok(
                authorize::Response::Created { body: authorization, .. }
                | authorize::Response::Accepted(authorization),
            ) => Ok(*authorization),
            Err(authorize::Error::PaymentDeclined(detail)) => {
                Err(place_order::Error::PaymentDeclined(errors::PaymentDeclined {
                    reason: detail.reason,
                    retry_after: detail.retry_after,
                }))
            }
            Err(authorize::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn enter(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        body: NewOrder,
    ) -> Result<Order, Problem> {
        let request = create_order::Request { idempotency_key: keys::step(key, "order"), body };
        let entered = self.orders.create_order(context, request).await;
        entered.map_err(|create_order::Error::Other(problem)| relayed(problem))
    }

    async fn record(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        order_id: OrderId,
        authorization: Authorization,
    ) -> Result<(), Problem> {
        let request = record_payment::Request {
            idempotency_key: keys::step(key, "ledger"),
            body: NewPayment { order_id, authorization },
        };
        match self.ledger.record_payment(context, request).await {
            // A payment that is there already is what we wanted.
            Ok(_) | Err(record_payment::Error::AlreadyPaid(_)) => Ok(()),
            Err(record_payment::Error::Other(problem)) => Err(relayed(problem)),
        }
    }

    /// Gives back what was set aside for an order that was cancelled.
    async fn give_back(&self, context: &Context, order: &Order) -> Result<(), Problem> {
        if let Some(reservation_id) = order.reservation_id {
            let request = release_stock::Request { reservation_id };
            let released = self.erp.release_stock(context, request).await;
            released.map_err(|release_stock::Error::Other(problem)| relayed(problem))?;
        }
        let listing = list_payments::Request {
            order_id: Some(order.id),
            page: PageRequest { limit: 10, cursor: None },
        };
        let payments = self.ledger.list_payments(context, listing).await;
        let payments = payments.map_err(|list_payments::Error::Other(problem)| relayed(problem))?;
        for payment in payments.items {
            let request =
                void_authorization::Request { authorization_id: payment.authorization_id };
            match self.payments.void_authorization(context, request).await {
                Ok(()) => {}
                // Captured meanwhile: accounting refunds it.
                Err(void_authorization::Error::NotVoidable) => continue,
                Err(void_authorization::Error::Other(problem)) => return Err(relayed(problem)),
            }
            let request = settle_payment::Request {
                payment_id: payment.id,
                if_match: None,
                body: Settlement { status: AuthorizationStatus::Voided },
            };
            match self.ledger.settle_payment(context, request).await {
                Ok(_) | Err(settle_payment::Error::NotFound) => {}
                Err(settle_payment::Error::Other(problem)) => return Err(relayed(problem)),
            }
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
        self.erp
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
        self.erp.get_category(context, reading).await.map_err(|error| match error {
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
        let priced = pricing::price(&self.erp, context, lines, loyalty.as_ref()).await;
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
        let mut done = Done::default();
        let outcome = self.place(context, request, &mut done).await;
        if outcome.is_err() {
            done.undo(context, &self.orders, &self.payments, &self.erp).await;
        }
        outcome
    }

    async fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        let reading = read_order::Request { order_id: request.order_id };
        self.orders.get_order(context, reading).await.map_err(|error| match error {
            read_order::Error::NotFound => get_order::Error::NotFound,
            read_order::Error::Other(problem) => relayed(problem).into(),
        })
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
        self.orders
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
            self.orders.cancel_order(context, closing).await.map_err(|error| match error {
                give_up::Error::NotFound => cancel_order::Error::NotFound,
                give_up::Error::WrongStatus(detail) => {
                    cancel_order::Error::WrongStatus(errors::WrongStatus {
                        order_status: detail.order_status,
                    })
                }
                give_up::Error::Other(problem) => relayed(problem).into(),
            })?;
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
        let page = self.orders.list_orders(context, listing).await;
        let page = page.map_err(|list_entered::Error::Other(problem)| relayed(problem))?;
        page.items.into_iter().next().ok_or(find_order_by_number::Error::NotFound)
    }
}

/// Lines as pricing takes them.
fn lines(lines: &[RequestedLine]) -> Vec<(Sku, Quantity)> {
    lines.iter().map(|line| (line.sku.clone(), line.quantity)).collect()
}

/// What is entered once everything is settled.
fn new_order(
    body: PlaceOrder,
    customer: Customer,
    priced: Priced,
    reservation: &Reservation,
    authorization: &Authorization,
) -> NewOrder {
    let status = match authorization.status {
        AuthorizationStatus::Review => OrderStatus::Placed,
        _ => OrderStatus::Confirmed,
    };
    let gift_message = match body.gift_message {
        Patch::Value(message) => Some(message),
        Patch::Absent | Patch::Null => None,
    };
    NewOrder {
        customer_id: customer.id,
        status,
        lines: priced.lines,
        discounts: priced.discounts,
        total: priced.total,
        payment: body.payment,
        ship_to: body.ship_to.unwrap_or(customer.profile.address),
        gift_message,
        note: body.note,
        reservation_id: Some(reservation.id),
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
