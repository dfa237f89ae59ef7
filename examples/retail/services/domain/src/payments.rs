//! The Payment Service: which order was paid with which authorization.

use payment_service_v1::operations::{get_payment, list_payments, record_payment, settle_payment};
use payment_service_v1::{PaymentService, errors};
use retail_memory::{Once, Table, page};
use retail_models::payment::{AuthorizationStatus, Payment, PaymentId};
use tiebeam::Context;
use tiebeam::types::{Timestamp, Uuid};

use crate::revision;

/// The payment ledger, in memory.
#[derive(Debug, Default)]
pub struct Payments {
    payments: Table<PaymentId, Payment>,
    recorded: Once<PaymentId>,
}

impl PaymentService for Payments {
    async fn record_payment(
        &self,
        _: &Context,
        request: record_payment::Request,
    ) -> Result<record_payment::Response, record_payment::Error> {
        let earlier = self.recorded.created_by(&request.idempotency_key);
        if let Some(payment) = earlier.and_then(|id| self.payments.get(&id)) {
            return Ok(payment);
        }
        let payment = Payment {
            id: PaymentId(Uuid::now_v7()),
            revision: revision::FIRST,
            order_id: request.body.order_id,
            authorization_id: request.body.authorization.id,
            amount: request.body.authorization.amount,
            status: request.body.authorization.status,
            recorded_at: Timestamp::now(),
        };
        self.payments.transact(|rows| {
            let living = rows.values().find(|other| {
                other.order_id == payment.order_id && other.status != AuthorizationStatus::Voided
            });
            if let Some(Payment { id: payment_id, .. }) = living {
                let payment_id = *payment_id;
                return Err(record_payment::Error::AlreadyPaid(errors::AlreadyPaid { payment_id }));
            }
            rows.insert(payment.id, payment.clone());
            Ok(())
        })?;
        self.recorded.remember(&request.idempotency_key, payment.id);
        Ok(payment)
    }

    async fn get_payment(
        &self,
        _: &Context,
        request: get_payment::Request,
    ) -> Result<get_payment::Response, get_payment::Error> {
        self.payments.get(&request.payment_id).ok_or(get_payment::Error::NotFound)
    }

    async fn list_payments(
        &self,
        _: &Context,
        request: list_payments::Request,
    ) -> Result<list_payments::Response, list_payments::Error> {
        let mut payments = self.payments.rows();
        payments.retain(|payment| request.order_id.is_none_or(|id| payment.order_id == id));
        Ok(page(payments, |payment| payment.id.to_string(), &request.page)?)
    }

    async fn settle_payment(
        &self,
        _: &Context,
        request: settle_payment::Request,
    ) -> Result<settle_payment::Response, settle_payment::Error> {
        self.payments.transact(|rows| {
            let payment =
                rows.get_mut(&request.payment_id).ok_or(settle_payment::Error::NotFound)?;
            revision::check(request.if_match.as_ref(), payment.revision)?;
            if payment.status != request.body.status {
                payment.status = request.body.status;
                payment.revision = revision::next(payment.revision);
            }
            Ok(payment.clone())
        })
    }
}
