//! Lists of rows: filtered, in the order of a key, and cut into pages.
//!
//! A page begins behind a key and not after so many rows, so a long list costs no more at its end than at its beginning,
//! and nobody sees a row twice because another was entered meanwhile.

use tiebeam::problem::own;
use tiebeam::store::{Row, Transaction, Value};
use tiebeam::{Cursor, Page, PageRequest, Problem};

/// Rows on a page when a caller in the same process leaves it to us.
const DEFAULT_LIMIT: u32 = 20;

/// What is listed, and in which order.
#[derive(Debug)]
pub struct Source {
    pub table: &'static str,
    /// What is read of it, the key among it.
    pub columns: &'static str,
    /// What tells rows apart; each column is a text.
    pub key: &'static [&'static str],
    pub direction: Direction,
}

/// Where a list begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// With the smallest key.
    Ascending,
    /// With the greatest.
    Descending,
}

/// A list with its filters.
#[derive(Debug)]
pub struct Listing {
    source: &'static Source,
    conditions: Vec<String>,
    params: Vec<Value>,
}

impl Listing {
    /// Everything.
    pub fn of(source: &'static Source) -> Self {
        Self { source, conditions: Vec::new(), params: Vec::new() }
    }

    /// Only rows whose column compares so with a value, as in `customer_id =`; every row where there is no value.
    pub fn only(mut self, comparison: &str, value: Option<impl Into<Value>>) -> Self {
        if let Some(value) = value {
            let parameter = self.parameter(value.into());
            self.conditions.push(format!("{comparison} {parameter}"));
        }
        self
    }

    /// Only rows whose column has one of these values; every row where there are none.
    pub fn one_of<V: Into<Value>>(mut self, column: &str, values: impl Iterator<Item = V>) -> Self {
        let parameters: Vec<String> = values.map(|value| self.parameter(value.into())).collect();
        if !parameters.is_empty() {
            self.conditions.push(format!("{column} IN ({})", parameters.join(", ")));
        }
        self
    }

    /// Reads a page.
    pub async fn page<T>(
        mut self,
        transaction: &Transaction,
        request: &PageRequest,
        read: impl Fn(&Row) -> Result<T, Problem>,
    ) -> Result<Page<T>, Problem> {
        if let Some(cursor) = &request.cursor {
            self = self.behind(cursor.decode()?)?;
        }
        let limit = if request.limit == 0 { DEFAULT_LIMIT } else { request.limit };
        // One row more tells whether there is another page.
        let limit_and_one = self.parameter((i64::from(limit) + 1).into());
        let rows = transaction.query(&self.sql(&limit_and_one), &self.params).await?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let items = rows.iter().take(limit).map(read).collect::<Result<Vec<T>, Problem>>()?;
        if rows.len() <= limit {
            return Ok(Page::last(items));
        }
        let key = self.source.key.iter().map(|column| rows[limit - 1].get(column));
        let key = key.collect::<Result<Vec<String>, _>>()?;
        Ok(Page::followed(items, Cursor::encode(&key)?))
    }

    /// Only rows behind the one with this key.
    fn behind(mut self, key: Vec<String>) -> Result<Self, Problem> {
        if key.len() != self.source.key.len() {
            return Err(own::VALIDATION_FAILED.problem().caused_by("a cursor of another list"));
        }
        let parameters: Vec<String> =
            key.into_iter().map(|value| self.parameter(value.into())).collect();
        let comparison = match self.source.direction {
            Direction::Ascending => ">",
            Direction::Descending => "<",
        };
        let (key, parameters) = (self.source.key.join(", "), parameters.join(", "));
        self.conditions.push(format!("({key}) {comparison} ({parameters})"));
        Ok(self)
    }

    fn sql(&self, limit: &str) -> String {
        let Source { table, columns, key, direction } = self.source;
        let conditions = match &*self.conditions {
            [] => String::new(),
            conditions => format!(" WHERE {}", conditions.join(" AND ")),
        };
        let word = match direction {
            Direction::Ascending => "ASC",
            Direction::Descending => "DESC",
        };
        let order: Vec<String> = key.iter().map(|column| format!("{column} {word}")).collect();
        let order = order.join(", ");
        format!("SELECT {columns} FROM {table}{conditions} ORDER BY {order} LIMIT {limit}")
    }

    /// Passes a value on, and answers what the statement calls it.
    fn parameter(&mut self, value: Value) -> String {
        self.params.push(value);
        format!("${}", self.params.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{Direction, Listing, Source};

    static SOURCE: Source = Source {
        table: "levels",
        columns: "place, name",
        key: &["place", "name"],
        direction: Direction::Descending,
    };

    #[test]
    fn a_list_is_filtered_and_goes_on_behind_a_key() {
        let mut all = Listing::of(&SOURCE).only("place =", None::<&str>);
        let limit = all.parameter(3.into());
        assert_eq!(
            all.sql(&limit),
            "SELECT place, name FROM levels ORDER BY place DESC, name DESC LIMIT $1"
        );
        let some = Listing::of(&SOURCE)
            .only("place =", Some("a"))
            .one_of("name", ["b", "c"].iter().copied());
        let mut some =
            some.behind(vec!["a".to_owned(), "b".to_owned()]).expect("the key has two parts");
        let limit = some.parameter(3.into());
        assert_eq!(
            some.sql(&limit),
            "SELECT place, name FROM levels WHERE place = $1 AND name IN ($2, $3) \
             AND (place, name) < ($4, $5) ORDER BY place DESC, name DESC LIMIT $6"
        );
    }

    #[test]
    fn a_key_of_another_list_is_refused() {
        assert!(Listing::of(&SOURCE).behind(vec!["a".to_owned()]).is_err());
    }
}
