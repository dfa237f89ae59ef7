//! What may happen to an account.

use customer_service_v1::crm::operations::{close_standing, open_standing};
use customer_service_v1::crm::{CrmSystem, StandingRequest};
use customer_service_v1::operations::{change_profile, close_customer, create_customer};
use customer_service_v1::subscriptions::{raise_loyalty, tell_crm};
use customer_service_v1::{NewCustomer, errors};
use retail_customer_events::{CustomerSyncedToCrm, CustomerUpdated};
use retail_models::customer::{Customer, CustomerId, CustomerStatus, LoyaltyLevel, Profile};
use tiebeam::consumer::Failure;
use tiebeam::types::Uuid;
use tiebeam::{Patch, Problem};

use super::rows::{self, Account, Written};
use crate::revision;

/// How many confirmed orders lead to which level.
static LEVELS: &[(i64, LoyaltyLevel)] =
    &[(10, LoyaltyLevel::Silver), (25, LoyaltyLevel::Gold), (50, LoyaltyLevel::Platinum)];

/// Opens an account, unless somebody has one with the same address.
pub async fn open(
    work: &create_customer::Work,
    new: &NewCustomer,
) -> Result<Customer, create_customer::Error> {
    let customer = Customer {
        id: CustomerId(Uuid::now_v7()),
        revision: revision::FIRST,
        status: CustomerStatus::Active,
        loyalty: new.loyalty.clone(),
        profile: new.profile.clone(),
        customer_since: work.now(),
        last_order_at: None,
    };
    if rows::insert(work.transaction(), &customer).await? == Written::EmailTaken {
        return Err(create_customer::Error::EmailTaken);
    }
    work.emit(&updated(&customer, None))?;
    Ok(customer)
}

/// Changes what a patch mentions.
pub async fn change(
    work: &change_profile::Work,
    request: &change_profile::Request,
) -> Result<Customer, change_profile::Error> {
    let account = rows::find(work.transaction(), request.customer_id).await?;
    let Account { mut customer, closed_at } = account.ok_or(change_profile::Error::NotFound)?;
    if let Some(closed_at) = closed_at {
        let customer_id = customer.id;
        let detail = errors::AccountClosed { customer_id, closed_at };
        return Err(change_profile::Error::AccountClosed(detail));
    }
    let before = customer.revision;
    revision::check(Some(&request.if_match), before)?;
    let profile = customer.profile.clone();
    request.body.clone().apply(&mut customer.profile)?;
    customer.revision = revision::next(before);
    let account = Account { customer, closed_at };
    if rows::replace(work.transaction(), before, &account).await? == Written::EmailTaken {
        return Err(change_profile::Error::EmailTaken);
    }
    let changed = changed(&profile, &account.customer.profile);
    work.emit(&updated(&account.customer, Some(changed)))?;
    Ok(account.customer)
}

/// Closes an account; closing it twice is the same as closing it once.
pub async fn close(
    work: &close_customer::Work,
    request: &close_customer::Request,
) -> Result<(), close_customer::Error> {
    let account = rows::find(work.transaction(), request.customer_id).await?;
    let Account { customer, closed_at } = account.ok_or(close_customer::Error::NotFound)?;
    if closed_at.is_some() {
        return Ok(());
    }
    let before = customer.revision;
    revision::check(request.if_match.as_ref(), before)?;
    let customer =
        Customer { status: CustomerStatus::Closed, revision: revision::next(before), ..customer };
    let account = Account { customer, closed_at: Some(work.now()) };
    rows::replace(work.transaction(), before, &account).await?;
    work.emit(&updated(&account.customer, Some(Vec::new())))?;
    Ok(())
}

/// Counts an order that was confirmed; a customer who reaches a level with it is raised to that level.
pub async fn reward(work: &raise_loyalty::Work, id: CustomerId) -> Result<(), Problem> {
    let count = rows::count_order(work.transaction(), id).await?;
    let Some((_, level)) = LEVELS.iter().find(|(orders, _)| *orders == count) else {
        return Ok(());
    };
    let Some(Account { customer, closed_at: None }) = rows::find(work.transaction(), id).await?
    else {
        return Ok(());
    };
    let before = customer.revision;
    let customer =
        Customer { loyalty: level.clone(), revision: revision::next(before), ..customer };
    let account = Account { customer, closed_at: None };
    rows::replace(work.transaction(), before, &account).await?;
    work.emit(&updated(&account.customer, Some(Vec::new())))?;
    Ok(())
}

/// Tells the CRM what a customer is called now, and says that it knows; it forgets who has left.
///
/// Whoever registers a customer has told it already, because nobody is a customer by half. Here it hears of every change
/// after that, in order, and telling it twice is telling it once.
pub async fn tell_crm(
    effects: tell_crm::Effects<impl CrmSystem>,
    event: &CustomerUpdated,
) -> Result<(), Failure> {
    let (crm, customer_id) = (&effects.apis().crm, event.customer_id);
    if event.status == CustomerStatus::Closed {
        let request = close_standing::Request { customer_id };
        return Ok(crm.close_standing(effects.context(), request).await?);
    }
    let profile = &event.profile;
    let body = StandingRequest {
        name: profile.name.clone(),
        country: profile.address.country.clone(),
        business: matches!(profile.organization, Patch::Value(_)),
    };
    let request = open_standing::Request { customer_id, body };
    let account_number = match crm.open_standing(effects.context(), request).await? {
        open_standing::Response::Ok { x_account_number, .. }
        | open_standing::Response::Created { x_account_number, .. } => x_account_number,
    };
    let work = effects.work().await?;
    work.emit(&CustomerSyncedToCrm {
        customer_id,
        revision: event.revision,
        account_number,
        synced_at: work.now(),
    })?;
    Ok(())
}

/// The whole state of an account, after a change.
fn updated(customer: &Customer, changed: Option<Vec<String>>) -> CustomerUpdated {
    CustomerUpdated {
        customer_id: customer.id,
        revision: customer.revision,
        status: customer.status.clone(),
        loyalty: customer.loyalty.clone(),
        profile: customer.profile.clone(),
        changed,
    }
}

/// The names of the fields in which two profiles differ.
fn changed(before: &Profile, after: &Profile) -> Vec<String> {
    let fields = |profile| match serde_json::to_value(profile) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let (before, after) = (fields(before), fields(after));
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    names.filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}
