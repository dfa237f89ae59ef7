//! The CRM: who may owe us how much.

use crm_system_v1::operations::{close_standing, get_standing, list_standings, open_standing};
use crm_system_v1::{CrmSystem, StandingRequest};
use retail_memory::{Table, page};
use retail_models::common::{Amount, Currency, Money};
use retail_models::customer::{CustomerId, Rating, Standing};
use tiebeam::Context;
use tiebeam::types::{Decimal, Timestamp};

/// The CRM, in memory.
#[derive(Debug, Default)]
pub struct Crm {
    standings: Table<CustomerId, Standing>,
}

impl Crm {
    /// What a clerk of the credit department does at a screen of the CRM itself.
    pub fn review(&self, customer_id: CustomerId, change: impl FnOnce(&mut Standing)) {
        self.standings.transact(|rows| {
            if let Some(standing) = rows.get_mut(&customer_id) {
                change(standing);
                standing.reviewed_at = Timestamp::now();
            }
        });
    }
}

impl CrmSystem for Crm {
    async fn get_standing(
        &self,
        _: &Context,
        request: get_standing::Request,
    ) -> Result<get_standing::Response, get_standing::Error> {
        self.standings.get(&request.customer_id).ok_or(get_standing::Error::NotFound)
    }

    async fn list_standings(
        &self,
        _: &Context,
        request: list_standings::Request,
    ) -> Result<list_standings::Response, list_standings::Error> {
        let mut standings = self.standings.rows();
        standings.retain(|standing| {
            (request.rating.is_empty() || request.rating.contains(&standing.rating))
                && request.on_hold.is_none_or(|on_hold| standing.on_hold == on_hold)
        });
        Ok(page(standings, |standing| standing.customer_id.to_string(), &request.page)?)
    }

    async fn open_standing(
        &self,
        _: &Context,
        request: open_standing::Request,
    ) -> Result<open_standing::Response, open_standing::Error> {
        let customer_id = request.customer_id;
        Ok(self.standings.transact(|rows| {
            if let Some(known) = rows.get(&customer_id) {
                return open_standing::Response::Ok(Box::new(known.clone()));
            }
            let standing = stranger(customer_id, &request.body);
            rows.insert(customer_id, standing.clone());
            open_standing::Response::Created(Box::new(standing))
        }))
    }

    async fn close_standing(
        &self,
        _: &Context,
        request: close_standing::Request,
    ) -> Result<close_standing::Response, close_standing::Error> {
        self.standings.remove(&request.customer_id);
        Ok(())
    }
}

/// What we think of somebody whom we do not know: companies may owe a little, private persons nothing yet.
fn stranger(customer_id: CustomerId, request: &StandingRequest) -> Standing {
    let limit = if request.business { 2_500 } else { 150 };
    Standing {
        customer_id,
        rating: Rating::Good,
        credit_limit: Some(Money {
            amount: Amount(Decimal::new(limit, 0)),
            currency: Currency("EUR".to_owned()),
        }),
        on_hold: false,
        hold_reason: None,
        risk_score: 0.03,
        account_manager: None,
        reviewed_at: Timestamp::now(),
    }
}
