//! Values, rows and errors between SQLite and us.

use std::sync::Arc;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, ErrorCode, ToSql, ffi};

use crate::store::error::Error;
use crate::store::value::{Row, Value};

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Boolean(value) => ValueRef::Integer((*value).into()),
            Self::Integer(value) => ValueRef::Integer(*value),
            Self::Real(value) => ValueRef::Real(*value),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Bytes(value) => ValueRef::Blob(value),
        }))
    }
}

/// Runs a statement; answers how many rows it touched.
pub(super) fn execute(connection: &Connection, sql: &str, params: &[Value]) -> Result<u64, Error> {
    let mut statement = bound(connection, sql, params)?;
    let count = statement.raw_execute().map_err(error)?;
    Ok(count as u64)
}

/// Runs a statement; answers the rows it found.
pub(super) fn query(
    connection: &Connection,
    sql: &str,
    params: &[Value],
) -> Result<Vec<Row>, Error> {
    let mut statement = bound(connection, sql, params)?;
    let columns: Arc<[String]> = statement.column_names().map(str::to_owned).collect();
    let mut found = Vec::new();
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(error)? {
        let mut values = Vec::with_capacity(columns.len());
        for index in 0..columns.len() {
            values.push(value(row.get_ref(index).map_err(error)?)?);
        }
        found.push(Row::new(Arc::clone(&columns), values));
    }
    Ok(found)
}

/// `$1` is a name to SQLite, so each parameter is looked up by name.
fn bound<'c>(
    connection: &'c Connection,
    sql: &str,
    params: &[Value],
) -> Result<CachedStatement<'c>, Error> {
    let mut statement = connection.prepare_cached(sql).map_err(error)?;
    let expected = statement.parameter_count();
    if expected != params.len() {
        return Err(Error::rejected(format!(
            "the statement has {expected} parameters and was given {}",
            params.len()
        )));
    }
    for (number, param) in (1..).zip(params) {
        let name = format!("${number}");
        let index = statement.parameter_index(&name).map_err(error)?;
        let index = index
            .ok_or_else(|| Error::rejected(format!("the statement has no parameter {name}")))?;
        statement.raw_bind_parameter(index, param).map_err(error)?;
    }
    Ok(statement)
}

fn value(value: ValueRef<'_>) -> Result<Value, Error> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(value) => Value::Integer(value),
        ValueRef::Real(value) => Value::Real(value),
        ValueRef::Text(value) => Value::Text(
            String::from_utf8(value.to_vec())
                .map_err(|_| Error::rejected("a text of the database is not UTF-8"))?,
        ),
        ValueRef::Blob(value) => Value::Bytes(value.to_vec()),
    })
}

/// What an error of SQLite means.
pub(super) fn error(error: rusqlite::Error) -> Error {
    let Some(failure) = error.sqlite_error() else { return Error::rejected(error) };
    match (failure.code, failure.extended_code) {
        (_, ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => {
            Error::unique_violation(error)
        }
        (_, ffi::SQLITE_BUSY_SNAPSHOT) => Error::conflict(error),
        (
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::DiskFull
            | ErrorCode::SystemIoFailure
            | ErrorCode::CannotOpen
            | ErrorCode::ReadOnly
            | ErrorCode::OutOfMemory
            | ErrorCode::OperationInterrupted
            | ErrorCode::FileLockingProtocolFailed,
            _,
        ) => Error::unavailable(error),
        (ErrorCode::PermissionDenied | ErrorCode::AuthorizationForStatementDenied, _) => {
            Error::denied(error)
        }
        _ => Error::rejected(error),
    }
}
