//! A table: rows by key, behind a lock that is held for one look or one change.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Rows by key, in the order of their keys.
#[derive(Debug)]
pub struct Table<K, V> {
    rows: Mutex<BTreeMap<K, V>>,
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self { rows: Mutex::default() }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(rows: I) -> Self {
        Self { rows: Mutex::new(rows.into_iter().collect()) }
    }
}

impl<K: Ord, V: Clone> Table<K, V> {
    /// The row with this key.
    pub fn get(&self, key: &K) -> Option<V> {
        self.lock().get(key).cloned()
    }

    /// Writes a row, over one that has the same key.
    pub fn put(&self, key: K, row: V) {
        self.lock().insert(key, row);
    }

    /// Removes a row and answers it.
    pub fn remove(&self, key: &K) -> Option<V> {
        self.lock().remove(key)
    }

    /// Copies of all rows, in the order of their keys.
    pub fn rows(&self) -> Vec<V> {
        self.lock().values().cloned().collect()
    }

    /// Looks at the rows and changes them while nobody else can: what is one decision is one call.
    pub fn transact<R>(&self, change: impl FnOnce(&mut BTreeMap<K, V>) -> R) -> R {
        change(&mut self.lock())
    }

    /// A panic elsewhere leaves complete rows behind, because rows are replaced whole.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<K, V>> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn rows_come_in_the_order_of_their_keys() {
        let table: Table<u8, &str> = [(2, "two"), (1, "one")].into_iter().collect();
        table.put(3, "three");
        assert_eq!(table.remove(&2), Some("two"));
        assert_eq!(table.rows(), ["one", "three"]);
    }
}
