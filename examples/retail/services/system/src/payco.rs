//! `PayCo`, our payment provider.
//!
//! Like a real provider's sandbox it has cards that always behave in the same way: one that ends in `0002`
//! is declined, one that ends in `0119` goes to a person for review, and every other one works.

use payments_system_v1::operations::{
    authorize, capture_authorization, get_authorization, void_authorization,
};
use payments_system_v1::{PaymentsSystem, errors};
use retail_memory::{Once, Table};
use retail_models::payment::{
    Authorization, AuthorizationId, AuthorizationStatus, DeclineReason, PaymentMethod,
};
use tiebeam::Context;
use tiebeam::types::{Bytes, Timestamp, Uuid};

/// `PayCo`, in memory.
#[derive(Debug, Default)]
pub struct PayCo {
    authorizations: Table<AuthorizationId, Authorization>,
    authorized: Once<AuthorizationId>,
}

impl PaymentsSystem for PayCo {
    async fn authorize(
        &self,
        _: &Context,
        request: authorize::Request,
    ) -> Result<authorize::Response, authorize::Error> {
        let earlier = self.authorized.created_by(&request.idempotency_key);
        if let Some(authorization) = earlier.and_then(|id| self.authorizations.get(&id)) {
            return Ok(answer(authorization));
        }
        let status = decide(&request.body.payment)?;
        let authorization = Authorization {
            id: AuthorizationId(Uuid::now_v7()),
            customer_id: request.body.customer_id,
            amount: request.body.amount,
            status,
            authorized_at: Timestamp::now(),
            receipt: Some(Bytes::from(b"signed by PayCo".to_vec())),
        };
        self.authorizations.put(authorization.id, authorization.clone());
        self.authorized.remember(&request.idempotency_key, authorization.id);
        Ok(answer(authorization))
    }

    async fn get_authorization(
        &self,
        _: &Context,
        request: get_authorization::Request,
    ) -> Result<get_authorization::Response, get_authorization::Error> {
        self.authorizations.get(&request.authorization_id).ok_or(get_authorization::Error::NotFound)
    }

    async fn capture_authorization(
        &self,
        _: &Context,
        request: capture_authorization::Request,
    ) -> Result<capture_authorization::Response, capture_authorization::Error> {
        self.authorizations.transact(|rows| {
            let authorization = rows
                .get_mut(&request.body.authorization_id)
                .ok_or(capture_authorization::Error::NotFound)?;
            match authorization.status {
                AuthorizationStatus::Approved | AuthorizationStatus::Captured => {
                    authorization.status = AuthorizationStatus::Captured;
                    Ok(authorization.clone())
                }
                _ => Err(capture_authorization::Error::Conflict),
            }
        })
    }

    async fn void_authorization(
        &self,
        _: &Context,
        request: void_authorization::Request,
    ) -> Result<void_authorization::Response, void_authorization::Error> {
        self.authorizations.transact(|rows| match rows.get(&request.authorization_id) {
            Some(taken) if taken.status == AuthorizationStatus::Captured => {
                Err(void_authorization::Error::NotVoidable)
            }
            _ => {
                rows.remove(&request.authorization_id);
                Ok(())
            }
        })
    }
}

/// What the provider thinks of a way to pay.
fn decide(payment: &PaymentMethod) -> Result<AuthorizationStatus, authorize::Error> {
    match payment {
        PaymentMethod::Card(card) if card.last_digits == "0002" => {
            Err(authorize::Error::PaymentDeclined(errors::PaymentDeclined {
                reason: DeclineReason::InsufficientFunds,
                retry_after: Some("PT24H".parse().expect("a day is an ISO 8601 duration")),
            }))
        }
        PaymentMethod::Card(card) if card.last_digits == "0119" => Ok(AuthorizationStatus::Review),
        _ => Ok(AuthorizationStatus::Approved),
    }
}

/// The status code tells whether the money is there already.
fn answer(authorization: Authorization) -> authorize::Response {
    let authorization = Box::new(authorization);
    if authorization.status == AuthorizationStatus::Review {
        return authorize::Response::Accepted(authorization);
    }
    let x_provider_reference = format!("PC-{}", authorization.id.0.simple());
    authorize::Response::Created { body: authorization, x_provider_reference }
}
