//! A payment processor that says yes: a stand-in written by hand, where the example of a stub would not do.
//!
//! The same key is the same authorization as long as that was not given back, so what is done twice shows.

use std::sync::{Mutex, PoisonError};

use payments_system_v1::operations::{
    authorize, capture_authorization, get_authorization, void_authorization,
};
use payments_system_v1::{PaymentsSystem, Stub};
use retail_models::payment::{Authorization, AuthorizationId, AuthorizationStatus};
use tiebeam::types::{Timestamp, Uuid};
use tiebeam::{Context, IdempotencyKey};

/// Sets money aside for whoever asks.
#[derive(Default)]
pub(super) struct Till {
    authorizations: Mutex<Vec<(IdempotencyKey, Authorization)>>,
}

impl PaymentsSystem for Till {
    async fn authorize(
        &self,
        _: &Context,
        request: authorize::Request,
    ) -> Result<authorize::Response, authorize::Error> {
        let mut all = self.authorizations.lock().unwrap_or_else(PoisonError::into_inner);
        let earlier = all.iter().find(|(key, authorization)| {
            *key == request.idempotency_key && authorization.status == AuthorizationStatus::Approved
        });
        let authorization = match earlier {
            Some((_, authorization)) => authorization.clone(),
            None => Authorization {
                id: AuthorizationId(Uuid::now_v7()),
                customer_id: request.body.customer_id,
                amount: request.body.amount,
                status: AuthorizationStatus::Approved,
                authorized_at: Timestamp::now(),
                receipt: None,
            },
        };
        all.push((request.idempotency_key, authorization.clone()));
        Ok(authorize::Response::Created {
            body: Box::new(authorization),
            x_provider_reference: "R-1".to_owned(),
        })
    }

    async fn get_authorization(
        &self,
        context: &Context,
        request: get_authorization::Request,
    ) -> Result<get_authorization::Response, get_authorization::Error> {
        Stub.get_authorization(context, request).await
    }

    async fn capture_authorization(
        &self,
        context: &Context,
        request: capture_authorization::Request,
    ) -> Result<capture_authorization::Response, capture_authorization::Error> {
        Stub.capture_authorization(context, request).await
    }

    async fn void_authorization(
        &self,
        _: &Context,
        request: void_authorization::Request,
    ) -> Result<void_authorization::Response, void_authorization::Error> {
        let mut all = self.authorizations.lock().unwrap_or_else(PoisonError::into_inner);
        for (_, authorization) in all.iter_mut() {
            if authorization.id == request.authorization_id {
                authorization.status = AuthorizationStatus::Voided;
            }
        }
        Ok(())
    }
}
