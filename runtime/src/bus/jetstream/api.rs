//! Questions to the server, and what its refusals mean.

use async_nats::jetstream::context::{RequestError, RequestErrorKind};
use async_nats::jetstream::response::Response;
use async_nats::jetstream::{self, ErrorCode};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::connection::Connection;
use crate::bus::error::Error;

/// What the subjects of questions begin with.
const PREFIX: &str = "$JS.API";

/// An answer of the server; `Err` where it refuses.
pub(super) type Answer<T> = Result<T, jetstream::Error>;

/// The whole subject of a question.
pub(super) fn subject(question: &str) -> String {
    format!("{PREFIX}.{question}")
}

impl Connection {
    /// Asks the server something.
    pub(super) async fn ask<T: DeserializeOwned>(
        &self,
        question: &str,
        content: &impl Serialize,
    ) -> Result<Answer<T>, Error> {
        self.check()?;
        let asking = async {
            let response = self.context.request(question.to_owned(), content).await;
            match response.map_err(|error| unanswered(&error))? {
                Response::Ok(answer) => Ok(Ok(answer)),
                Response::Err { error } => Ok(Err(error)),
            }
        };
        self.answered(&subject(question), asking).await
    }
}

/// The answer, `None` where what was asked about is not there.
pub(super) fn found<T>(answer: Answer<T>) -> Result<Option<T>, Error> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(error) => match error.error_code() {
            ErrorCode::STREAM_NOT_FOUND | ErrorCode::CONSUMER_NOT_FOUND => Ok(None),
            _ => Err(refused(&error)),
        },
    }
}

/// What a refusal means: what a server has no room or no leader for may work later.
pub(super) fn refused(error: &jetstream::Error) -> Error {
    match error.code() {
        400..500 => Error::rejected(error),
        _ => Error::unavailable(error),
    }
}

fn unanswered(error: &RequestError) -> Error {
    match error.kind() {
        RequestErrorKind::NoResponders => {
            Error::unavailable("the server has no JetStream, or not at the moment")
        }
        _ => Error::unavailable(error),
    }
}
