//! Statements for several rows: as few as they can be, and of few different texts, so that all stay prepared.

use std::time::Duration;

use jiff::Timestamp;

use crate::bus::message::Message;
use crate::event::{Invalid, json};
use crate::store::{Error, Transaction, Value};

/// How many rows a statement has; a connection prepares each text once.
const SIZES: [usize; 4] = [64, 16, 4, 1];

/// Runs a statement for all rows: its text up to the rows, and the columns of each row.
pub(super) async fn insert(
    transaction: &Transaction,
    head: &str,
    columns: usize,
    mut rows: &[Vec<Value>],
) -> Result<(), Error> {
    while !rows.is_empty() {
        let size = SIZES.into_iter().find(|size| *size <= rows.len()).expect("the last is one");
        let (now, later) = rows.split_at(size);
        let row = |row: usize| {
            let params: Vec<_> =
                (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
            format!("({})", params.join(", "))
        };
        let texts: Vec<_> = (0..size).map(row).collect();
        let params: Vec<Value> = now.iter().flatten().cloned().collect();
        transaction.execute(&format!("{head} VALUES {}", texts.join(", ")), &params).await?;
        rows = later;
    }
    Ok(())
}

/// `$first, $next, …` for a list of values, and the list, as long as one of the sizes: the last value fills it up.
pub(super) fn list(first: usize, values: &[Value]) -> (String, Vec<Value>) {
    let size = SIZES.into_iter().rev().find(|size| *size >= values.len());
    let size = size.unwrap_or(SIZES[0]);
    let last = values.last().expect("a list is asked for where there are values");
    let filled = values.iter().chain(std::iter::repeat(last)).take(size);
    let params: Vec<_> = (first..first + size).map(|number| format!("${number}")).collect();
    (params.join(", "), filled.cloned().collect())
}

/// The largest list of values.
pub(super) const LARGEST_LIST: usize = SIZES[0];

/// Reads the message in a column.
pub(super) fn message(topic: &str, event: &str) -> Result<Message, Invalid> {
    Ok(Message::new(topic, json::read(event.as_bytes())?))
}

/// After so long, as a database holds it; at the end of time where there is no such time.
pub(super) fn later(now: Timestamp, delay: Duration) -> i64 {
    now.as_microsecond().saturating_add(micros(delay))
}

/// What a database holds of a duration.
pub(super) fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::list;
    use crate::store::Value;

    #[test]
    fn a_list_is_filled_up_to_one_of_few_sizes() {
        let values: Vec<_> = (0..3_i64).map(Value::from).collect();
        let (text, params) = list(2, &values);
        assert_eq!(text, "$2, $3, $4, $5");
        assert_eq!(params.last(), Some(&Value::from(2_i64)));
        assert_eq!(list(1, &vec![Value::Null; 17]).1.len(), 64);
    }
}
