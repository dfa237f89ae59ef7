//! The Payments System API: authorizations, out of `PayCo`'s forms and lines.
//!
//! `PayCo` may take the money and not say so: its answer is lost, or comes too late. Each request therefore carries a
//! reference that follows from our idempotency key, and whoever asks again with the same key is told about the
//! transaction that is there.

mod wire;
mod words;

use payments_system_v1::operations::{
    authorize, capture_authorization, get_authorization, void_authorization,
};
use payments_system_v1::{PaymentsSystem, errors};
use retail_models::payment::{Authorization, AuthorizationId, AuthorizationStatus};
use tiebeam::{Context, Problem};

use self::wire::{Counter, Reply};
use crate::document::Document;
use crate::line::Line;

/// `PayCo`, behind its system API.
#[derive(Debug)]
pub struct PayCo {
    counter: Counter,
}

impl PayCo {
    /// Works with the processor at the other end of a line, with the secret of our merchants.
    #[must_use]
    pub fn new(line: Line, secret: &str) -> Self {
        Self { counter: Counter::new(line, secret) }
    }

    fn authorization(&self, reply: &Reply) -> Result<Authorization, Problem> {
        words::authorization(reply).map_err(|field| self.counter.odd(format!("field {field}")))
    }
}

impl PaymentsSystem for PayCo {
    async fn authorize(
        &self,
        context: &Context,
        request: authorize::Request,
    ) -> Result<authorize::Response, authorize::Error> {
        let reference = request.idempotency_key.derive("payco");
        let Some(mut fields) = words::fields(&request.body) else {
            // A currency that the processor has no number for.
            return Err(declined("57", None));
        };
        fields.push(("ref", reference.to_string()));
        fields.push(("mid", request.x_merchant_id));
        let reply = self.counter.ask(context, "AUTH", fields).await?;
        match reply.code() {
            "00" => Ok(answer(&reply, self.authorization(&reply)?)),
            code if reply.is_declined() => Err(declined(code, reply.number("wait"))),
            _ => Err(self.counter.unexpected(&reply).into()),
        }
    }

    async fn get_authorization(
        &self,
        context: &Context,
        request: get_authorization::Request,
    ) -> Result<get_authorization::Response, get_authorization::Error> {
        let fields = transaction(request.authorization_id);
        let fields = fields.ok_or(get_authorization::Error::NotFound)?;
        let reply = self.counter.ask(context, "INFO", fields).await?;
        match reply.code() {
            "00" => Ok(self.authorization(&reply)?),
            "T404" => Err(get_authorization::Error::NotFound),
            _ => Err(self.counter.unexpected(&reply).into()),
        }
    }

    async fn capture_authorization(
        &self,
        context: &Context,
        request: capture_authorization::Request,
    ) -> Result<capture_authorization::Response, capture_authorization::Error> {
        let fields = transaction(request.body.authorization_id);
        let fields = fields.ok_or(capture_authorization::Error::NotFound)?;
        let reply = self.counter.ask(context, "CAPT", fields).await?;
        match reply.code() {
            "00" => Ok(self.authorization(&reply)?),
            "T404" => Err(capture_authorization::Error::NotFound),
            "S409" => Err(capture_authorization::Error::Conflict),
            _ => Err(self.counter.unexpected(&reply).into()),
        }
    }

    async fn void_authorization(
        &self,
        context: &Context,
        request: void_authorization::Request,
    ) -> Result<void_authorization::Response, void_authorization::Error> {
        let Some(fields) = transaction(request.authorization_id) else {
            return Ok(());
        };
        let reply = self.counter.ask(context, "VOID", fields).await?;
        match reply.code() {
            "00" | "T404" => Ok(()),
            "S409" => Err(void_authorization::Error::NotVoidable),
            _ => Err(self.counter.unexpected(&reply).into()),
        }
    }
}

/// The field that names a transaction; `None` for an authorization that is not of this processor.
fn transaction(id: AuthorizationId) -> Option<Vec<(&'static str, String)>> {
    let number = Document::Transaction.number(id.0)?;
    Some(vec![("txn", number.to_string())])
}

/// The status code tells whether the money is there already.
fn answer(reply: &Reply, authorization: Authorization) -> authorize::Response {
    let authorization = Box::new(authorization);
    if authorization.status == AuthorizationStatus::Review {
        return authorize::Response::Accepted(authorization);
    }
    let x_provider_reference = reply.get("txn").to_owned();
    authorize::Response::Created { body: authorization, x_provider_reference }
}

fn declined(code: &str, wait: Option<u32>) -> authorize::Error {
    authorize::Error::PaymentDeclined(errors::PaymentDeclined {
        reason: words::reason(code),
        retry_after: wait.and_then(|minutes| format!("PT{minutes}M").parse().ok()),
    })
}
