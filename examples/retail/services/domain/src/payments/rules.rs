//! What may happen to a payment.

use payment_service_v1::operations::{record_payment, settle_payment};
use payment_service_v1::{NewPayment, errors};
use retail_models::payment::{Payment, PaymentId};
use tiebeam::Problem;
use tiebeam::store::{Error, Transaction};
use tiebeam::types::{Timestamp, Uuid};

use super::rows;
use crate::revision;

/// Enters a payment, unless the order has one that was not given back.
pub async fn record(
    transaction: &Transaction,
    new: &NewPayment,
) -> Result<Payment, record_payment::Error> {
    let payment = Payment {
        id: PaymentId(Uuid::now_v7()),
        revision: revision::FIRST,
        order_id: new.order_id,
        authorization_id: new.authorization.id,
        amount: new.authorization.amount.clone(),
        status: new.authorization.status.clone(),
        recorded_at: Timestamp::now(),
    };
    if rows::insert(transaction, &payment).await? {
        return Ok(payment);
    }
    let living = rows::living(transaction, payment.order_id).await?;
    let Payment { id: payment_id, .. } = living.ok_or_else(given_back_meanwhile)?;
    Err(record_payment::Error::AlreadyPaid(errors::AlreadyPaid { payment_id }))
}

/// Enters what became of a payment; what is entered already changes nothing.
pub async fn settle(
    transaction: &Transaction,
    request: &settle_payment::Request,
) -> Result<Payment, settle_payment::Error> {
    let payment = rows::find(transaction, request.payment_id).await?;
    let payment = payment.ok_or(settle_payment::Error::NotFound)?;
    revision::check(request.if_match.as_ref(), payment.revision)?;
    let status = request.body.status.clone();
    if payment.status == status {
        return Ok(payment);
    }
    let changed = Payment { status, revision: revision::next(payment.revision), ..payment };
    rows::replace(transaction, payment.revision, &changed).await?;
    Ok(changed)
}

/// The payment that was in the way is not there any more; made anew, ours is entered.
fn given_back_meanwhile() -> Problem {
    Error::conflict("the payment of the order was given back meanwhile").into()
}
