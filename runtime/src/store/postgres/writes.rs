//! What the runtime writes with COMMIT, in the same round trip.
//!
//! A statement that is not prepared costs a round trip of its own, and COMMIT must not overtake it. So everything is
//! prepared first, and then sent without waiting for any answer.

use tokio_postgres::Statement;
use tokio_postgres::types::ToSql;

use super::connection::Connection;
use super::convert;
use super::session::borrowed;
use crate::store::emission::{ALL, Emission};
use crate::store::error::Error;
use crate::store::remembered::{Remembered, Scope};
use crate::store::schema::{self, KEEP};
use crate::store::value::Value;

/// The events that were emitted, a list for each column.
#[derive(Default)]
pub(super) struct Emitted {
    statement: Option<Statement>,
    ids: Vec<String>,
    topics: Vec<&'static str>,
    keys: Vec<Option<String>>,
    partitions: Vec<i32>,
    events: Vec<String>,
    times: Vec<i64>,
    expiries: Vec<Option<i64>>,
}

impl Emitted {
    pub(super) async fn prepare(
        connection: &Connection,
        emissions: Vec<Emission>,
    ) -> Result<Self, Error> {
        let mut emitted = Self::default();
        if emissions.is_empty() {
            return Ok(emitted);
        }
        emitted.statement = Some(connection.prepared(ALL).await.map_err(convert::error)?);
        for emission in emissions {
            emitted.ids.push(emission.id.to_string());
            emitted.topics.push(emission.topic);
            emitted.partitions.push(emission.partition().into());
            emitted.keys.push(emission.key);
            emitted.events.push(emission.event);
            emitted.times.push(emission.at);
            emitted.expiries.push(emission.expires);
        }
        Ok(emitted)
    }

    pub(super) async fn write(self, connection: &Connection) -> Result<(), Error> {
        let Some(statement) = &self.statement else { return Ok(()) };
        let params: [&(dyn ToSql + Sync); 7] = [
            &self.ids,
            &self.topics,
            &self.keys,
            &self.partitions,
            &self.events,
            &self.times,
            &self.expiries,
        ];
        let written = connection.client.execute(statement, &params).await;
        connection.checked(ALL, written).map(drop).map_err(convert::error)
    }
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
