//! The Customer Process API: from the first visit to the last.

use customer_process_v1::crm::operations::{
    close_standing, get_standing as read_standing, open_standing,
};
use customer_process_v1::crm::{CrmSystem, StandingRequest};
use customer_process_v1::customers::operations::{
    change_profile as patch_profile, close_customer as close_account, create_customer,
    get_customer as read_customer, list_customers as list_accounts,
};
use customer_process_v1::customers::{CustomerService, NewCustomer};
use customer_process_v1::history::OrderHistoryService;
use customer_process_v1::history::operations::list_past_orders;
use customer_process_v1::operations::{
    change_profile, close_customer, get_customer, get_standing, list_customers, list_order_history,
    register_customer,
};
use customer_process_v1::orders::OrderService;
use customer_process_v1::orders::operations::list_orders;
use customer_process_v1::{CustomerProcess, errors};
use jiff::ToSpan;
use jiff::tz::TimeZone;
use retail_models::customer::{Customer, CustomerId, CustomerStatus, LoyaltyLevel, Profile};
use retail_models::order::{OrderNumber, OrderStatus};
use retail_relay::relayed;
use tiebeam::operation::Failure as _;
use tiebeam::problem::own;
use tiebeam::types::{Date, Timestamp};
use tiebeam::{Context, IdempotencyKey, PageRequest, Patch, Problem};

use crate::keys;

/// Who may sign a contract, in years.
const MINIMUM_AGE: i32 = 18;

/// How often one request may be undone and tried anew.
const ATTEMPTS: usize = 10;

/// Keeps the Customer Service and the CRM in agreement.
#[derive(Debug)]
pub struct CustomerDesk<Customers, Crm, Orders, History> {
    /// Owns the accounts.
    pub customers: Customers,
    /// Owns the commercial standing.
    pub crm: Crm,
    /// Knows the open orders.
    pub orders: Orders,
    /// Remembers the past ones.
    pub history: History,
}

impl<Customers, Crm, Orders, History> CustomerDesk<Customers, Crm, Orders, History>
where
    Customers: CustomerService,
    Crm: CrmSystem,
    Orders: OrderService,
    History: OrderHistoryService,
{
    /// Opens the account of a new customer.
    ///
    /// The Customer Service answers a repeated step as it answered the first, also when the account was closed since
    /// because the CRM did not want it. That attempt was undone, and this is the next one.
    async fn open_account(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        profile: Profile,
    ) -> Result<Customer, register_customer::Error> {
        for undone in 0..ATTEMPTS {
            let creation = create_customer::Request {
                idempotency_key: context.step_key(&keys::attempt(context, key, undone), "account"),
                body: NewCustomer { profile: profile.clone(), loyalty: LoyaltyLevel::Standard },
            };
            let customer = match self.customers.create_customer(context, creation).await {
                Ok(customer) => customer,
                Err(create_customer::Error::EmailTaken) => {
                    return Err(register_customer::Error::EmailTaken);
                }
                Err(create_customer::Error::Other(problem)) => return Err(relayed(problem).into()),
            };
            let reading = read_customer::Request { customer_id: customer.id };
            match self.customers.get_customer(context, reading).await {
                Ok(customer) if customer.status == CustomerStatus::Closed => {}
                Ok(customer) => return Ok(customer),
                Err(error) => {
                    self.give_up(context, customer.id).await;
                    return Err(relayed(error.into_problem()).into());
                }
            }
        }
        let problem = own::UNAVAILABLE.problem();
        Err(problem.caused_by(format!("{ATTEMPTS} attempts were undone")).into())
    }

    /// Closes an account that the CRM did not want.
    async fn give_up(&self, context: &Context, customer_id: CustomerId) {
        let request = close_account::Request { customer_id, if_match: None };
        if self.customers.close_customer(context, request).await.is_err() {
            tracing::error!("account {customer_id} stays open although the CRM does not know it");
        }
    }

    /// The numbers of the first ten orders that are on their way.
    async fn open_orders(
        &self,
        context: &Context,
        customer_id: CustomerId,
    ) -> Result<Vec<OrderNumber>, Problem> {
        let request = list_orders::Request {
            customer_id: Some(customer_id),
            status: vec![OrderStatus::Placed, OrderStatus::Confirmed, OrderStatus::Shipped],
            number: None,
            placed_after: None,
            page: PageRequest { limit: 10, cursor: None },
        };
        match self.orders.list_orders(context, request).await {
            Ok(page) => Ok(page.items.into_iter().map(|order| order.number).collect()),
            Err(list_orders::Error::Other(problem)) => Err(relayed(problem)),
        }
    }
}

impl<Customers, Crm, Orders, History> CustomerProcess
    for CustomerDesk<Customers, Crm, Orders, History>
where
    Customers: CustomerService,
    Crm: CrmSystem,
    Orders: OrderService,
    History: OrderHistoryService,
{
    async fn register_customer(
        &self,
        context: &Context,
        request: register_customer::Request,
    ) -> Result<register_customer::Response, register_customer::Error> {
        let profile = request.body.profile;
        if profile.birth_date.is_some_and(is_too_young) {
            return Err(register_customer::Error::TooYoung(too_young()));
        }
        let customer = self.open_account(context, &request.idempotency_key, profile).await?;
        let opening = standing_request(&customer);
        match self.crm.open_standing(context, opening).await {
            Ok(_) => Ok(customer),
            Err(open_standing::Error::Other(problem)) => {
                self.give_up(context, customer.id).await;
                Err(relayed(problem).into())
            }
        }
    }

    async fn get_customer(
        &self,
        context: &Context,
        request: get_customer::Request,
    ) -> Result<get_customer::Response, get_customer::Error> {
        let reading = read_customer::Request { customer_id: request.customer_id };
        self.customers.get_customer(context, reading).await.map_err(|error| match error {
            read_customer::Error::NotFound => get_customer::Error::NotFound,
            read_customer::Error::Other(problem) => relayed(problem).into(),
        })
    }

    async fn list_customers(
        &self,
        context: &Context,
        request: list_customers::Request,
    ) -> Result<list_customers::Response, list_customers::Error> {
        let listing =
            list_accounts::Request { status: request.status, loyalty: None, page: request.page };
        self.customers
            .list_customers(context, listing)
            .await
            .map_err(|list_accounts::Error::Other(problem)| relayed(problem).into())
    }

    async fn change_profile(
        &self,
        context: &Context,
        request: change_profile::Request,
    ) -> Result<change_profile::Response, change_profile::Error> {
        if let Patch::Value(birth_date) = &request.body.birth_date
            && is_too_young(*birth_date)
        {
            return Err(change_profile::Error::TooYoung(too_young()));
        }
        let patching = patch_profile::Request {
            customer_id: request.customer_id,
            idempotency_key: request.idempotency_key.map(|key| context.step_key(&key, "profile")),
            if_match: request.if_match,
            body: request.body,
        };
        self.customers.change_profile(context, patching).await.map_err(|error| match error {
            patch_profile::Error::NotFound => change_profile::Error::NotFound,
            patch_profile::Error::EmailTaken => change_profile::Error::EmailTaken,
            patch_profile::Error::AccountClosed(_) => change_profile::Error::AccountClosed,
            patch_profile::Error::Other(problem) => relayed(problem).into(),
        })
    }

    async fn close_customer(
        &self,
        context: &Context,
        request: close_customer::Request,
    ) -> Result<close_customer::Response, close_customer::Error> {
        let customer_id = request.customer_id;
        let orders = self.open_orders(context, customer_id).await?;
        if !orders.is_empty() {
            return Err(close_customer::Error::OpenOrders(errors::OpenOrders { orders }));
        }
        let closing = close_account::Request { customer_id, if_match: request.if_match };
        self.customers.close_customer(context, closing).await.map_err(|error| match error {
            close_account::Error::NotFound => close_customer::Error::NotFound,
            close_account::Error::Other(problem) => relayed(problem).into(),
        })?;
        self.crm
            .close_standing(context, close_standing::Request { customer_id })
            .await
            .map_err(|close_standing::Error::Other(problem)| relayed(problem).into())
    }

    async fn list_order_history(
        &self,
        context: &Context,
        request: list_order_history::Request,
    ) -> Result<list_order_history::Response, list_order_history::Error> {
        let customer_id = Some(request.customer_id);
        let listing = list_past_orders::Request { customer_id, page: request.page };
        self.history
            .list_past_orders(context, listing)
            .await
            .map_err(|list_past_orders::Error::Other(problem)| relayed(problem).into())
    }

    async fn get_standing(
        &self,
        context: &Context,
        request: get_standing::Request,
    ) -> Result<get_standing::Response, get_standing::Error> {
        let reading = read_standing::Request { customer_id: request.customer_id };
        self.crm.get_standing(context, reading).await.map_err(|error| match error {
            read_standing::Error::NotFound => get_standing::Error::NotFound,
            read_standing::Error::Other(problem) => relayed(problem).into(),
        })
    }
}

/// What the CRM wants to know of a new customer.
fn standing_request(customer: &Customer) -> open_standing::Request {
    let profile: &Profile = &customer.profile;
    open_standing::Request {
        customer_id: customer.id,
        body: StandingRequest {
            name: profile.name.clone(),
            country: profile.address.country.clone(),
            business: matches!(profile.organization, Patch::Value(_)),
        },
    }
}

/// Whether somebody who was born on that day is under age today.
fn is_too_young(birth_date: Date) -> bool {
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    birth_date.saturating_add(MINIMUM_AGE.years()) > today
}

fn too_young() -> errors::TooYoung {
    errors::TooYoung { minimum_age: MINIMUM_AGE }
}

#[cfg(test)]
mod tests {
    use super::is_too_young;

    #[test]
    fn adults_may_register() {
        assert!(!is_too_young("1990-05-17".parse().expect("a date")));
        assert!(is_too_young("2020-05-17".parse().expect("a date")));
    }
}
