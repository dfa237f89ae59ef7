//! The Payment Service: which order was paid with which authorization.

mod rows;
mod rules;

use std::sync::Arc;

use payment_service_v1::PaymentService;
use payment_service_v1::operations::{get_payment, list_payments, record_payment, settle_payment};
use tiebeam::Context;
use tiebeam::store::{Error, Store};

use crate::database::Database;

/// The payment ledger, in a database of its own.
#[derive(Debug)]
pub struct Payments {
    database: Database,
}

impl Payments {
    /// Takes a store into use.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    pub async fn open(store: Arc<dyn Store>) -> Result<Self, Error> {
        Ok(Self { database: Database::open(store, "payment-service", rows::STEPS).await? })
    }
}

impl PaymentService for Payments {
    async fn record_payment(
        &self,
        context: &Context,
        request: record_payment::Request,
    ) -> Result<record_payment::Response, record_payment::Error> {
        let new = &request.body;
        let work = |transaction| async move { rules::record(&transaction, new).await };
        self.database.work(context, work).await
    }

    async fn get_payment(
        &self,
        context: &Context,
        request: get_payment::Request,
    ) -> Result<get_payment::Response, get_payment::Error> {
        let work = |transaction| async move {
            let payment = rows::find(&transaction, request.payment_id).await?;
            payment.ok_or(get_payment::Error::NotFound)
        };
        self.database.work(context, work).await
    }

    async fn list_payments(
        &self,
        context: &Context,
        request: list_payments::Request,
    ) -> Result<list_payments::Response, list_payments::Error> {
        let request = &request;
        let work = |transaction| async move { Ok(rows::list(&transaction, request).await?) };
        self.database.work(context, work).await
    }

    async fn settle_payment(
        &self,
        context: &Context,
        request: settle_payment::Request,
    ) -> Result<settle_payment::Response, settle_payment::Error> {
        let request = &request;
        let work = |transaction| async move { rules::settle(&transaction, request).await };
        self.database.work(context, work).await
    }
}
