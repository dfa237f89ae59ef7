//! What the runtime writes with COMMIT, in the same round trip.
//!
//! A statement that is not prepared costs a round trip of its own, and COMMIT must not overtake it. So everything is
//! prepared first, and then sent without waiting for any answer.

use std::future::poll_fn;
use std::task::Poll;

use tokio_postgres::Statement;
use tokio_postgres::types::ToSql;

use super::connection::Connection;
use super::convert;
use super::session::borrowed;
use crate::store::emission::{Emission, once};
use crate::store::error::Error;
use crate::store::remembered::{Remembered, Scope};
use crate::store::schema::{self, KEEP};
use crate::store::value::Value;

/// The events that were emitted, each with its statement.
pub(super) struct Emitted(Vec<(Statement, Emission)>);

impl Emitted {
    pub(super) async fn prepare(
        connection: &Connection,
        emissions: Vec<Emission>,
    ) -> Result<Self, Error> {
        let mut emitted = Vec::with_capacity(emissions.len());
        for emission in emissions {
            let statement = connection.prepared(sql(&emission)).await.map_err(convert::error)?;
            emitted.push((statement, emission));
        }
        Ok(Self(emitted))
    }

    /// Sends all of them before it waits for the first answer.
    pub(super) async fn write(self, connection: &Connection) -> Result<(), Error> {
        let writing = self.0.iter().map(|(statement, emission)| async move {
            let written = write(connection, statement, emission).await;
            connection.checked(sql(emission), written).map_err(convert::error)
        });
        sent_in_order(writing).await
    }
}

/// Runs futures beside each other, each of which sends something when it is first polled: in their order, and before
/// whatever is polled after this. What promises less could let COMMIT overtake an event.
async fn sent_in_order<F>(futures: impl Iterator<Item = F>) -> Result<(), Error>
where
    F: Future<Output = Result<(), Error>>,
{
    let mut running: Vec<_> = futures.map(Box::pin).collect();
    let mut first_error = Ok(());
    poll_fn(|context| {
        running.retain_mut(|future| match future.as_mut().poll(context) {
            Poll::Ready(ended) => {
                if first_error.is_ok() {
                    first_error = ended;
                }
                false
            }
            Poll::Pending => true,
        });
        if running.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    first_error
}

fn sql(emission: &Emission) -> &'static str {
    if emission.key.is_some() { once::KEYED } else { once::UNKEYED }
}

async fn write(
    connection: &Connection,
    statement: &Statement,
    emission: &Emission,
) -> Result<(), tokio_postgres::Error> {
    let (id, partition) = (emission.id.to_string(), i64::from(emission.partition()));
    let Emission { topic, key, event, at, expires, .. } = emission;
    let params: [&(dyn ToSql + Sync); 7] = [&id, topic, key, event, expires, &partition, at];
    connection.client.execute(statement, &params).await.map(drop)
}

/// The answer to a request.
pub(super) struct Kept(Option<(Statement, [Value; 7])>);

impl Kept {
    pub(super) async fn prepare(
        connection: &Connection,
        answer: Option<(Scope, Remembered)>,
    ) -> Result<Self, Error> {
        let Some((scope, answer)) = answer else { return Ok(Self(None)) };
        let statement = connection.prepared(KEEP).await.map_err(convert::error)?;
        Ok(Self(Some((statement, schema::params(scope, answer)))))
    }

    pub(super) async fn write(self, connection: &Connection) -> Result<(), Error> {
        let Some((statement, params)) = &self.0 else { return Ok(()) };
        let kept = connection.client.execute(statement, &borrowed(params)).await;
        kept.map(drop).map_err(|error| lost(convert::error(error)))
    }
}

/// Another transaction kept an answer under the same scope, so this one must not: run again, it will be found.
fn lost(error: Error) -> Error {
    if error.is_unique_violation() { Error::conflict(error) } else { error }
}
