//! What may happen to a payment.

use payment_service_v1::operations::{record_payment, settle_payment};
use payment_service_v1::subscriptions::void_payment;
use payment_service_v1::{NewPayment, errors};
use retail_models::order::OrderId;
use retail_models::payment::{AuthorizationStatus, DeclineReason, Payment, PaymentId};
use retail_payment_events::{PaymentAuthorized, PaymentFailed};
use tiebeam::Problem;
use tiebeam::store::Error;
use tiebeam::types::Uuid;

use super::rows;
use crate::revision;

/// Enters a payment, unless the order has one that was not given back.
pub async fn record(
    work: &record_payment::Work,
    new: &NewPayment,
) -> Result<Payment, record_payment::Error> {
    let payment = Payment {
        id: PaymentId(Uuid::now_v7()),
        revision: revision::FIRST,
        order_id: new.order_id,
        authorization_id: new.authorization.id,
        amount: new.authorization.amount.clone(),
        status: new.authorization.status.clone(),
        recorded_at: work.now(),
    };
    if rows::insert(work.transaction(), &payment).await? {
        if payment.status == AuthorizationStatus::Approved {
            work.emit(&authorized(&payment))?;
        }
        return Ok(payment);
    }
    let living = rows::living(work.transaction(), payment.order_id).await?;
    let Payment { id: payment_id, .. } = living.ok_or_else(given_back_meanwhile)?;
    Err(record_payment::Error::AlreadyPaid(errors::AlreadyPaid { payment_id }))
}

/// Enters what became of a payment; what is entered already changes nothing.
pub async fn settle(
    work: &settle_payment::Work,
    request: &settle_payment::Request,
) -> Result<Payment, settle_payment::Error> {
    let payment = rows::find(work.transaction(), request.payment_id).await?;
    let payment = payment.ok_or(settle_payment::Error::NotFound)?;
    revision::check(request.if_match.as_ref(), payment.revision)?;
    let status = request.body.status.clone();
    if payment.status == status {
        return Ok(payment);
    }
    let (was_reviewed, before) = (payment.status == AuthorizationStatus::Review, payment.revision);
    let changed = Payment { status, revision: revision::next(before), ..payment };
    rows::replace(work.transaction(), before, &changed).await?;
    match changed.status {
        AuthorizationStatus::Approved => drop(work.emit(&authorized(&changed))?),
        AuthorizationStatus::Voided if was_reviewed => drop(work.emit(&failed(&changed))?),
        _ => {}
    }
    Ok(changed)
}

/// Enters that the payment of an order was given back, where it has one.
pub async fn void(work: &void_payment::Work, order_id: OrderId) -> Result<(), Problem> {
    let Some(payment) = rows::living(work.transaction(), order_id).await? else { return Ok(()) };
    // What was captured is refunded by accounting.
    if payment.status == AuthorizationStatus::Captured {
        return Ok(());
    }
    let before = payment.revision;
    let changed = Payment {
        status: AuthorizationStatus::Voided,
        revision: revision::next(before),
        ..payment
    };
    rows::replace(work.transaction(), before, &changed).await
}

fn authorized(payment: &Payment) -> PaymentAuthorized {
    PaymentAuthorized {
        payment_id: payment.id,
        order_id: payment.order_id,
        authorization_id: payment.authorization_id,
        amount: payment.amount.clone(),
    }
}

/// Whoever looked at the payment did not let it pass; the provider does not say why.
fn failed(payment: &Payment) -> PaymentFailed {
    PaymentFailed {
        order_id: payment.order_id,
        reason: DeclineReason::Other,
        amount: payment.amount.clone(),
        retry_after: None,
    }
}

/// The payment that was in the way is not there any more; made anew, ours is entered.
fn given_back_meanwhile() -> Problem {
    Error::conflict("the payment of the order was given back meanwhile").into()
}
