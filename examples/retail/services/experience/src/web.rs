//! The Customer Experience API: accounts, as the web shop shows them.

use customer_experience_v1::customers::operations::{
    change_profile, close_customer, get_customer, register_customer,
};
use customer_experience_v1::customers::{CustomerProcess, Registration};
use customer_experience_v1::operations::{
    change_settings, close_account, get_account, get_dashboard, sign_up,
};
use customer_experience_v1::orders::OrderProcess;
use customer_experience_v1::orders::operations::list_orders;
use customer_experience_v1::{
    Account, AccountState, CustomerExperience, Dashboard, MemberLevel, OrderTeaser, PostalAddress,
    PostalAddressPatch, Settings, SettingsPatch, SignUp, errors,
};
use retail_models::common::{Address, AddressPatch};
use retail_models::customer::{Customer, Profile, ProfilePatch};
use retail_models::order::Order;
use retail_relay::relayed;
use tiebeam::{Context, PageRequest, Patch};

use crate::words;

/// Accounts for the web shop.
#[derive(Debug)]
pub struct WebShop<Customers, Orders> {
    /// Registers customers and changes their profiles.
    pub customers: Customers,
    /// Lists orders; the web shop has not moved to version 2 yet.
    pub orders: Orders,
}

impl<Customers, Orders> CustomerExperience for WebShop<Customers, Orders>
where
    Customers: CustomerProcess,
    Orders: OrderProcess,
{
    async fn sign_up(
        &self,
        context: &Context,
        request: sign_up::Request,
    ) -> Result<sign_up::Response, sign_up::Error> {
        let registration = register_customer::Request {
            idempotency_key: context.step_key(&request.idempotency_key, "register"),
            body: Registration { profile: profile(request.body), channel: "web".to_owned() },
        };
        match self.customers.register_customer(context, registration).await {
            Ok(customer) => Ok(account(customer)),
            Err(register_customer::Error::EmailTaken) => Err(sign_up::Error::EmailTaken),
            Err(register_customer::Error::TooYoung(detail)) => {
                let minimum_age = detail.minimum_age;
                Err(sign_up::Error::TooYoung(errors::TooYoung { minimum_age }))
            }
            Err(register_customer::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn get_account(
        &self,
        context: &Context,
        request: get_account::Request,
    ) -> Result<get_account::Response, get_account::Error> {
        let reading = get_customer::Request { customer_id: request.customer_id };
        match self.customers.get_customer(context, reading).await {
            Ok(customer) => Ok(account(customer)),
            Err(get_customer::Error::NotFound) => Err(get_account::Error::NotFound),
            Err(get_customer::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn change_settings(
        &self,
        context: &Context,
        request: change_settings::Request,
    ) -> Result<change_settings::Response, change_settings::Error> {
        let change = change_profile::Request {
            customer_id: request.customer_id,
            idempotency_key: request.idempotency_key.map(|key| context.step_key(&key, "settings")),
            if_match: request.if_match,
            body: profile_patch(request.body),
        };
        match self.customers.change_profile(context, change).await {
            Ok(customer) => Ok(account(customer)),
            Err(change_profile::Error::NotFound) => Err(change_settings::Error::NotFound),
            Err(change_profile::Error::EmailTaken) => Err(change_settings::Error::EmailTaken),
            Err(change_profile::Error::AccountClosed) => Err(change_settings::Error::Conflict),
            Err(change_profile::Error::TooYoung(detail)) => {
                let minimum_age = detail.minimum_age;
                Err(change_settings::Error::TooYoung(errors::TooYoung { minimum_age }))
            }
            Err(change_profile::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn close_account(
        &self,
        context: &Context,
        request: close_account::Request,
    ) -> Result<close_account::Response, close_account::Error> {
        let closing = close_customer::Request {
            customer_id: request.customer_id,
            if_match: request.if_match,
        };
        self.customers.close_customer(context, closing).await.map_err(|error| match error {
            close_customer::Error::NotFound => close_account::Error::NotFound,
            close_customer::Error::OpenOrders(detail) => {
                close_account::Error::OpenOrders(errors::OpenOrders { orders: detail.orders })
            }
            close_customer::Error::Other(problem) => relayed(problem).into(),
        })
    }

    async fn get_dashboard(
        &self,
        context: &Context,
        request: get_dashboard::Request,
    ) -> Result<get_dashboard::Response, get_dashboard::Error> {
        let customer_id = request.customer_id;
        let reading = get_customer::Request { customer_id };
        let customer = match self.customers.get_customer(context, reading).await {
            Ok(customer) => customer,
            Err(get_customer::Error::NotFound) => return Err(get_dashboard::Error::NotFound),
            Err(get_customer::Error::Other(problem)) => return Err(relayed(problem).into()),
        };
        let limit = u32::try_from(request.orders).unwrap_or_default();
        let page = PageRequest { limit, cursor: None };
        let listing = list_orders::Request { customer_id, page };
        let orders = self.orders.list_orders(context, listing).await;
        let orders = orders.map_err(|list_orders::Error::Other(problem)| relayed(problem))?;
        let latest_orders: Vec<OrderTeaser> = orders.items.into_iter().map(teaser).collect();
        Ok(get_dashboard::Response {
            x_orders_shown: i32::try_from(latest_orders.len()).unwrap_or(i32::MAX),
            body: Dashboard {
                greeting: greeting(&customer.profile),
                account: account(customer),
                latest_orders,
                more_orders: orders.next_cursor.is_some(),
            },
        })
    }
}

/// The form, as the canonical model has it.
fn profile(form: SignUp) -> Profile {
    Profile {
        name: form.name,
        preferred_name: Patch::Absent,
        email: form.email,
        birth_date: form.birth_date,
        language: form.language,
        address: Address {
            lines: vec![form.address.street],
            city: form.address.city,
            postal_code: form.address.postal_code,
            region: None,
            country: form.address.country,
        },
        contacts: None,
        organization: Patch::Absent,
        newsletter: form.newsletter,
        preferences: None,
        fax: None,
    }
}

/// The settings page, as the canonical model has it.
fn profile_patch(patch: SettingsPatch) -> ProfilePatch {
    ProfilePatch {
        name: patch.name,
        preferred_name: patch.nickname,
        email: patch.email,
        language: patch.language.map_or(Patch::Absent, Patch::Value),
        address: patch.address.map(address_patch),
        newsletter: patch.newsletter.map_or(Patch::Absent, Patch::Value),
        preferences: patch.preferences,
        ..ProfilePatch::default()
    }
}

fn address_patch(patch: PostalAddressPatch) -> AddressPatch {
    AddressPatch {
        lines: patch.street.map(|street| vec![street]),
        city: patch.city,
        postal_code: patch.postal_code,
        region: Patch::Absent,
        country: patch.country,
    }
}

/// A customer, as the shop shows it.
fn account(customer: Customer) -> Account {
    let profile = customer.profile;
    Account {
        id: customer.id,
        version: customer.revision,
        state: AccountState::from(customer.status.as_str().to_owned()),
        level: MemberLevel::from(customer.loyalty.as_str().to_owned()),
        settings: Settings {
            name: profile.name,
            nickname: profile.preferred_name,
            email: profile.email,
            address: PostalAddress {
                street: profile.address.lines.join(", "),
                city: profile.address.city,
                postal_code: profile.address.postal_code,
                country: profile.address.country,
            },
            language: profile.language,
            newsletter: profile.newsletter,
            preferences: profile.preferences,
        },
        member_since: words::day(customer.customer_since),
    }
}

fn teaser(order: Order) -> OrderTeaser {
    OrderTeaser {
        placed_on: words::day(order.placed_at),
        title: words::headline(&order.lines),
        total: words::money(&order.total),
        state: order.status.to_string(),
        number: order.number,
    }
}

/// Says hello in the customer's language.
fn greeting(profile: &Profile) -> String {
    let name = profile.preferred_name.value().unwrap_or(&profile.name);
    match profile.language.0.get(..2) {
        Some("de") => format!("Guten Tag, {name}!"),
        Some("fr") => format!("Bonjour, {name} !"),
        _ => format!("Hello, {name}!"),
    }
}
