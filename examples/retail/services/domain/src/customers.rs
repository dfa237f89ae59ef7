//! The Customer Service: accounts and profiles.

use std::collections::BTreeMap;

use customer_service_v1::operations::{
    change_profile, close_customer, create_customer, get_customer, list_customers,
};
use customer_service_v1::{CustomerService, errors};
use retail_memory::{Once, Table, page};
use retail_models::customer::{Customer, CustomerId, CustomerStatus};
use tiebeam::Context;
use tiebeam::types::{Timestamp, Uuid};

use crate::revision;

/// Accounts in memory, in the order in which they were opened.
#[derive(Debug, Default)]
pub struct Customers {
    accounts: Table<CustomerId, Account>,
    opened: Once<CustomerId>,
}

/// What the service knows of a customer, a little more than it tells.
#[derive(Debug, Clone)]
struct Account {
    customer: Customer,
    closed_at: Option<Timestamp>,
}

impl CustomerService for Customers {
    async fn create_customer(
        &self,
        _: &Context,
        request: create_customer::Request,
    ) -> Result<create_customer::Response, create_customer::Error> {
        let earlier = self.opened.created_by(&request.idempotency_key);
        if let Some(account) = earlier.and_then(|id| self.accounts.get(&id)) {
            return Ok(account.customer);
        }
        let customer = Customer {
            id: CustomerId(Uuid::now_v7()),
            revision: revision::FIRST,
            status: CustomerStatus::Active,
            loyalty: request.body.loyalty,
            profile: request.body.profile,
            customer_since: Timestamp::now(),
            last_order_at: None,
        };
        self.accounts.transact(|rows| {
            if is_taken(rows, &customer.profile.email, None) {
                return Err(create_customer::Error::EmailTaken);
            }
            rows.insert(customer.id, Account { customer: customer.clone(), closed_at: None });
            Ok(())
        })?;
        self.opened.remember(&request.idempotency_key, customer.id);
        Ok(customer)
    }

    async fn get_customer(
        &self,
        _: &Context,
        request: get_customer::Request,
    ) -> Result<get_customer::Response, get_customer::Error> {
        let account = self.accounts.get(&request.customer_id);
        account.map(|account| account.customer).ok_or(get_customer::Error::NotFound)
    }

    async fn list_customers(
        &self,
        _: &Context,
        request: list_customers::Request,
    ) -> Result<list_customers::Response, list_customers::Error> {
        let mut customers: Vec<Customer> =
            self.accounts.rows().into_iter().map(|account| account.customer).collect();
        customers.retain(|customer| {
            (request.status.is_empty() || request.status.contains(&customer.status))
                && request.loyalty.as_ref().is_none_or(|loyalty| customer.loyalty == *loyalty)
        });
        Ok(page(customers, |customer| customer.id.to_string(), &request.page)?)
    }

    async fn change_profile(
        &self,
        _: &Context,
        request: change_profile::Request,
    ) -> Result<change_profile::Response, change_profile::Error> {
        let customer_id = request.customer_id;
        self.accounts.transact(|rows| {
            let account = rows.get(&customer_id).ok_or(change_profile::Error::NotFound)?;
            if let Some(closed_at) = account.closed_at {
                return Err(change_profile::Error::AccountClosed(errors::AccountClosed {
                    customer_id,
                    closed_at,
                }));
            }
            let mut customer = account.customer.clone();
            revision::check(Some(&request.if_match), customer.revision)?;
            request.body.apply(&mut customer.profile)?;
            if is_taken(rows, &customer.profile.email, Some(customer_id)) {
                return Err(change_profile::Error::EmailTaken);
            }
            customer.revision = revision::next(customer.revision);
            rows.insert(customer_id, Account { customer: customer.clone(), closed_at: None });
            Ok(customer)
        })
    }

    async fn close_customer(
        &self,
        _: &Context,
        request: close_customer::Request,
    ) -> Result<close_customer::Response, close_customer::Error> {
        self.accounts.transact(|rows| {
            let account =
                rows.get_mut(&request.customer_id).ok_or(close_customer::Error::NotFound)?;
            if account.closed_at.is_some() {
                return Ok(());
            }
            revision::check(request.if_match.as_ref(), account.customer.revision)?;
            account.customer.status = CustomerStatus::Closed;
            account.customer.revision = revision::next(account.customer.revision);
            account.closed_at = Some(Timestamp::now());
            Ok(())
        })
    }
}

/// Whether an open account of somebody else has this address.
fn is_taken(rows: &BTreeMap<CustomerId, Account>, email: &str, except: Option<CustomerId>) -> bool {
    rows.values()
        .filter(|account| account.closed_at.is_none() && Some(account.customer.id) != except)
        .any(|account| account.customer.profile.email.eq_ignore_ascii_case(email))
}
