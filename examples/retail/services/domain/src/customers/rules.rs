//! What may happen to an account.

use customer_service_v1::operations::{change_profile, close_customer, create_customer};
use customer_service_v1::{NewCustomer, errors};
use retail_models::customer::{Customer, CustomerId, CustomerStatus};
use tiebeam::store::Transaction;
use tiebeam::types::{Timestamp, Uuid};

use super::rows::{self, Account, Written};
use crate::revision;

/// Opens an account, unless somebody has one with the same address.
pub async fn open(
    transaction: &Transaction,
    new: &NewCustomer,
) -> Result<Customer, create_customer::Error> {
    let customer = Customer {
        id: CustomerId(Uuid::now_v7()),
        revision: revision::FIRST,
        status: CustomerStatus::Active,
        loyalty: new.loyalty.clone(),
        profile: new.profile.clone(),
        customer_since: Timestamp::now(),
        last_order_at: None,
    };
    match rows::insert(transaction, &customer).await? {
        Written::Done => Ok(customer),
        Written::EmailTaken => Err(create_customer::Error::EmailTaken),
    }
}

/// Changes what a patch mentions.
pub async fn change(
    transaction: &Transaction,
    request: &change_profile::Request,
) -> Result<Customer, change_profile::Error> {
    let account = rows::find(transaction, request.customer_id).await?;
    let Account { mut customer, closed_at } = account.ok_or(change_profile::Error::NotFound)?;
    if let Some(closed_at) = closed_at {
        let customer_id = customer.id;
        let detail = errors::AccountClosed { customer_id, closed_at };
        return Err(change_profile::Error::AccountClosed(detail));
    }
    let before = customer.revision;
    revision::check(Some(&request.if_match), before)?;
    request.body.clone().apply(&mut customer.profile)?;
    customer.revision = revision::next(before);
    let account = Account { customer, closed_at };
    match rows::replace(transaction, before, &account).await? {
        Written::Done => Ok(account.customer),
        Written::EmailTaken => Err(change_profile::Error::EmailTaken),
    }
}

/// Closes an account; closing it twice is the same as closing it once.
pub async fn close(
    transaction: &Transaction,
    request: &close_customer::Request,
) -> Result<(), close_customer::Error> {
    let account = rows::find(transaction, request.customer_id).await?;
    let Account { customer, closed_at } = account.ok_or(close_customer::Error::NotFound)?;
    if closed_at.is_some() {
        return Ok(());
    }
    let before = customer.revision;
    revision::check(request.if_match.as_ref(), before)?;
    let customer =
        Customer { status: CustomerStatus::Closed, revision: revision::next(before), ..customer };
    let account = Account { customer, closed_at: Some(Timestamp::now()) };
    rows::replace(transaction, before, &account).await?;
    Ok(())
}
