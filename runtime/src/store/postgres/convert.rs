//! Values, rows and errors between PostgreSQL and us.

use std::error::Error as StdError;
use std::sync::Arc;

use bytes::{BufMut as _, BytesMut};
use deadpool::managed::PoolError;
use jiff::{SignedDuration, Timestamp};
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

use super::connection::is_stale;
use crate::store::error::Error;
use crate::store::value::{Row, Value};

type Boxed = Box<dyn StdError + Sync + Send>;

/// The epoch of PostgreSQL, the beginning of 2000, in seconds of Unix.
const EPOCH: i64 = 946_684_800;

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Boxed> {
        match (self, ty) {
            (Self::Null, _) => return Ok(IsNull::Yes),
            (Self::Boolean(value), &Type::BOOL) => return value.to_sql(ty, out),
            (Self::Integer(value), &Type::INT8) => return value.to_sql(ty, out),
            (Self::Integer(value), &Type::INT4) => return i32::try_from(*value)?.to_sql(ty, out),
            (Self::Integer(value), &Type::INT2) => return i16::try_from(*value)?.to_sql(ty, out),
            (Self::Real(value), &Type::FLOAT8) => return value.to_sql(ty, out),
            (Self::Integer(value), &Type::FLOAT8) => {
                return f64::from(i32::try_from(*value)?).to_sql(ty, out);
            }
            (Self::Bytes(value), &Type::BYTEA) => return value.to_sql(ty, out),
            (
                Self::Text(value),
                &Type::TEXT | &Type::VARCHAR | &Type::BPCHAR | &Type::NAME | &Type::UNKNOWN,
            ) => return value.to_sql(ty, out),
            (Self::Text(value), &Type::JSON) => out.put_slice(value.as_bytes()),
            (Self::Text(value), &Type::JSONB) => {
                out.put_u8(1);
                out.put_slice(value.as_bytes());
            }
            (Self::Text(value), &Type::UUID) => out.put_slice(value.parse::<Uuid>()?.as_bytes()),
            (Self::Text(value), &Type::TIMESTAMPTZ) => {
                let since = value.parse::<Timestamp>()?.duration_since(epoch()?);
                out.put_i64(i64::try_from(since.as_micros())?);
            }
            _ => {
                let kind = self.kind();
                return Err(format!(
                    "{kind} cannot be written as {ty}; cast the parameter, for example $1::text::{ty}"
                )
                .into());
            }
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'r> FromSql<'r> for Value {
    fn from_sql(ty: &Type, raw: &'r [u8]) -> Result<Self, Boxed> {
        Ok(match *ty {
            Type::BOOL => Self::Boolean(bool::from_sql(ty, raw)?),
            Type::INT8 => Self::Integer(i64::from_sql(ty, raw)?),
            Type::INT4 => Self::Integer(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => Self::Integer(i16::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => Self::Real(f64::from_sql(ty, raw)?),
            Type::FLOAT4 => Self::Real(f32::from_sql(ty, raw)?.into()),
            Type::BYTEA => Self::Bytes(raw.to_vec()),
            Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN | Type::JSON => {
                Self::Text(std::str::from_utf8(raw)?.to_owned())
            }
            Type::JSONB => {
                Self::Text(std::str::from_utf8(raw.get(1..).unwrap_or_default())?.to_owned())
            }
            Type::UUID => Self::Text(Uuid::from_slice(raw)?.to_string()),
            Type::TIMESTAMPTZ => {
                let micros = i64::from_be_bytes(raw.try_into()?);
                let time = epoch()?.checked_add(SignedDuration::from_micros(micros))?;
                Self::Text(time.to_string())
            }
            _ => return Err(format!("{ty} cannot be read; cast the column to text").into()),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Boxed> {
        Ok(Self::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

fn epoch() -> Result<Timestamp, Boxed> {
    Ok(Timestamp::from_second(EPOCH)?)
}

/// The rows that a query found.
pub(super) fn rows(found: &[tokio_postgres::Row]) -> Result<Vec<Row>, Error> {
    let Some(first) = found.first() else { return Ok(Vec::new()) };
    let columns: Arc<[String]> =
        first.columns().iter().map(|column| column.name().to_owned()).collect();
    let read = |row: &tokio_postgres::Row| {
        let values = (0..columns.len()).map(|index| row.try_get(index).map_err(error));
        Ok(Row::new(Arc::clone(&columns), values.collect::<Result<_, _>>()?))
    };
    found.iter().map(read).collect()
}

/// What an error of the pool means.
pub(super) fn pool_error(failed: PoolError<tokio_postgres::Error>) -> Error {
    match failed {
        PoolError::Backend(failed) => error(failed),
        failed => Error::unavailable(failed),
    }
}

/// What an error of PostgreSQL, or on the way to it, means.
#[expect(clippy::needless_pass_by_value, reason = "`map_err` gives it away")]
pub(super) fn error(error: tokio_postgres::Error) -> Error {
    let message = message(&error);
    let Some(code) = error.code() else {
        let is_io = error.source().is_some_and(<dyn StdError>::is::<std::io::Error>);
        return if is_io || error.is_closed() {
            Error::unavailable(message)
        } else {
            Error::rejected(message)
        };
    };
    match *code {
        SqlState::T_R_SERIALIZATION_FAILURE
        | SqlState::T_R_DEADLOCK_DETECTED
        | SqlState::LOCK_NOT_AVAILABLE => Error::conflict(message),
        // The statement is prepared again when the transaction is run again.
        ref code if is_stale(code) => Error::conflict(message),
        // `IF NOT EXISTS` does not see what another instance is creating at the same moment.
        SqlState::UNIQUE_VIOLATION | SqlState::DUPLICATE_TABLE | SqlState::DUPLICATE_SCHEMA => {
            Error::unique_violation(message)
        }
        SqlState::INSUFFICIENT_PRIVILEGE => Error::denied(message),
        SqlState::QUERY_CANCELED
        | SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT
        | SqlState::READ_ONLY_SQL_TRANSACTION => Error::unavailable(message),
        // Connections, resources, operators and the system: all of them come and go.
        _ if ["08", "53", "57", "58"].iter().any(|class| code.code().starts_with(class)) => {
            Error::unavailable(message)
        }
        _ => Error::rejected(message),
    }
}

/// The error and what caused it.
fn message(error: &tokio_postgres::Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}
