//! Where both servers keep their orders: the newest ten thousand, in memory.
//!
//! A benchmark enters more orders than anybody keeps; without a bound the memory of a server would tell how fast it is.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tiebeam::types::Uuid;

/// Orders that are kept.
const KEPT: usize = 10_000;

/// The newest orders of a server, whatever it takes for one.
#[derive(Debug)]
pub struct Shelf<T> {
    rows: Mutex<Rows<T>>,
}

#[derive(Debug)]
struct Rows<T> {
    by_id: HashMap<Uuid, T>,
    oldest_first: VecDeque<Uuid>,
    entered: usize,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        let (by_id, oldest_first) = (HashMap::new(), VecDeque::new());
        Self { rows: Mutex::new(Rows { by_id, oldest_first, entered: 0 }) }
    }
}

impl<T: Clone> Shelf<T> {
    /// A copy of the order with this id.
    pub fn get(&self, id: Uuid) -> Option<T> {
        self.lock().by_id.get(&id).cloned()
    }

    /// Puts an order there that stays.
    pub fn stock(&self, id: Uuid, order: T) {
        self.lock().by_id.insert(id, order);
    }

    /// Enters the order that is made of its position, and answers it.
    pub fn enter(&self, id: Uuid, make: impl FnOnce(usize) -> T) -> T {
        let mut rows = self.lock();
        rows.entered += 1;
        let order = make(rows.entered);
        if rows.oldest_first.len() == KEPT
            && let Some(oldest) = rows.oldest_first.pop_front()
        {
            rows.by_id.remove(&oldest);
        }
        rows.oldest_first.push_back(id);
        rows.by_id.insert(id, order.clone());
        order
    }

    /// Copies of the newest orders.
    pub fn newest(&self, number: usize) -> Vec<T> {
        let rows = self.lock();
        let ids = rows.oldest_first.iter().rev().take(number);
        ids.filter_map(|id| rows.by_id.get(id).cloned()).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Rows<T>> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use tiebeam::types::Uuid;

    use super::{KEPT, Shelf};

    #[test]
    fn the_oldest_goes_when_a_new_one_comes_and_what_is_stocked_stays() {
        let shelf = Shelf::default();
        let id = |number: usize| Uuid::from_u128(number as u128);
        shelf.stock(id(0), 0);
        for number in 1..=KEPT + 2 {
            assert_eq!(shelf.enter(id(number), |position| position), number);
        }
        let found = [0, 2, 3, KEPT + 2].map(|number| shelf.get(id(number)));
        assert_eq!(found, [Some(0), None, Some(3), Some(KEPT + 2)]);
        assert_eq!(shelf.newest(2), [KEPT + 2, KEPT + 1]);
    }
}
