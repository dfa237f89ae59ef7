//! The Payment Service: which order was paid with which authorization.

mod rows;
mod rules;

use std::sync::Arc;

use payment_service_v1::operations::{get_payment, list_payments, record_payment, settle_payment};
use payment_service_v1::subscriptions::void_payment;
use payment_service_v1::{PaymentServiceLogic, Service};
use retail_order_events::OrderCancelled;
use tiebeam::consumer::Failure;
use tiebeam::store::{Error, Store};

use crate::schema;

/// The payment ledger, in a database of its own.
#[derive(Debug)]
pub struct Payments;

impl Payments {
    /// Takes a store into use.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    pub async fn open(store: Arc<dyn Store>) -> Result<Service<Self>, Error> {
        schema::open(&*store, "payment-service", rows::STEPS).await?;
        Ok(Service::new(store, Self))
    }
}

impl PaymentServiceLogic for Payments {
    async fn record_payment(
        &self,
        work: record_payment::Work,
        request: &record_payment::Request,
    ) -> Result<record_payment::Response, record_payment::Error> {
        rules::record(&work, &request.body).await
    }

    async fn get_payment(
        &self,
        work: get_payment::Work,
        request: &get_payment::Request,
    ) -> Result<get_payment::Response, get_payment::Error> {
        let payment = rows::find(work.transaction(), request.payment_id).await?;
        payment.ok_or(get_payment::Error::NotFound)
    }

    async fn list_payments(
        &self,
        work: list_payments::Work,
        request: &list_payments::Request,
    ) -> Result<list_payments::Response, list_payments::Error> {
        Ok(rows::list(work.transaction(), request).await?)
    }

    async fn settle_payment(
        &self,
        work: settle_payment::Work,
        request: &settle_payment::Request,
    ) -> Result<settle_payment::Response, settle_payment::Error> {
        rules::settle(&work, request).await
    }

    async fn void_payment(
        &self,
        work: void_payment::Work,
        event: &OrderCancelled,
    ) -> Result<(), Failure> {
        Ok(rules::void(&work, event.order_id).await?)
    }
}
