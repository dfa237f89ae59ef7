//! What lies on the shelves, and what of it is promised.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::catalog::Catalog;
use super::document::{NewReservation, Position, Refusal, Reservation};

/// The only warehouse with goods in it.
const WAREHOUSE: &str = "IE01";

/// The number before that of the first reservation.
const FIRST: u64 = 4_500_000_000;

/// Letters of a reference at most.
const REFERENCE: usize = 20;

/// Shelves and reservations.
#[derive(Debug)]
pub struct Stock {
    /// Pieces that nobody was promised, by material.
    free: BTreeMap<String, i64>,
    reservations: BTreeMap<String, Kept>,
    last: u64,
}

#[derive(Debug)]
struct Kept {
    reference: String,
    positions: Vec<Position>,
    until: Timestamp,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Left,
}

impl Stock {
    /// Full shelves.
    pub fn of(catalog: &Catalog) -> Self {
        let free = catalog.materials().iter().map(|it| (it.number.clone(), it.pieces));
        Self { free: free.collect(), reservations: BTreeMap::new(), last: FIRST }
    }

    /// Puts back what was reserved for longer than it was meant to be.
    pub fn let_lapse(&mut self, now: Timestamp) {
        let lapsed = self.reservations.iter().filter(|(_, it)| it.state == State::Open);
        let lapsed = lapsed.filter(|(_, it)| it.until < now).map(|(number, _)| number.clone());
        for number in lapsed.collect::<Vec<_>>() {
            self.put_back(&number);
        }
    }

    /// Takes everything from the shelf, or nothing.
    pub fn reserve(
        &mut self,
        catalog: &Catalog,
        wanted: NewReservation,
        now: Timestamp,
    ) -> Result<Reservation, Refusal> {
        check_reference(&wanted.reference)?;
        let known = self.reservations.iter().find(|(_, it)| it.reference == wanted.reference);
        if let Some((number, _)) = known {
            return Err(duplicate(number));
        }
        let mut free = self.free.clone();
        for Position { material, quantity } in &wanted.positions {
            catalog.check(material)?;
            let there = free.entry(material.clone()).or_default();
            if *there < *quantity {
                let deficit = Refusal::new("M7", "021", "DEFICIT OF STOCK");
                let available = self.free.get(material).copied().unwrap_or_default();
                return Err(deficit
                    .about(material)
                    .about(quantity.to_string())
                    .about(available.to_string()));
            }
            *there -= quantity;
        }
        self.free = free;
        self.last += 1;
        let number = self.last.to_string();
        let kept = Kept {
            reference: wanted.reference,
            positions: wanted.positions,
            until: now + SignedDuration::from_mins(wanted.hold),
            state: State::Open,
        };
        let shown = kept.shown(&number);
        self.reservations.insert(number, kept);
        Ok(shown)
    }

    pub fn find(&self, number: &str) -> Result<Reservation, Refusal> {
        let kept = self.reservations.get(number).ok_or_else(|| no_reservation(number))?;
        Ok(kept.shown(number))
    }

    /// Gives back what was set aside; its reference is free again.
    pub fn release(&mut self, number: &str) -> Result<(), Refusal> {
        match self.reservations.get(number) {
            Some(kept) if kept.state == State::Open => self.put_back(number),
            Some(_) => return Err(has_left(number)),
            None => return Err(no_reservation(number)),
        }
        Ok(())
    }

    /// Lets the goods of a reservation leave the house, and tells what they are.
    pub fn send(&mut self, number: &str) -> Result<Vec<Position>, Refusal> {
        let kept = self.reservations.get_mut(number).ok_or_else(|| no_reservation(number))?;
        match kept.state {
            State::Left => Err(has_left(number)),
            State::Open => {
                kept.state = State::Left;
                Ok(kept.positions.clone())
            }
        }
    }

    /// Pieces that nobody was promised, by material.
    pub fn available(&self) -> &BTreeMap<String, i64> {
        &self.free
    }

    /// Numbers of the reservations whose goods have not left yet.
    pub fn open(&self) -> Vec<&str> {
        let open = self.reservations.iter().filter(|(_, kept)| kept.state == State::Open);
        open.map(|(number, _)| number.as_str()).collect()
    }

    fn put_back(&mut self, number: &str) {
        for Position { material, quantity } in
            self.reservations.remove(number).map(|kept| kept.positions).unwrap_or_default()
        {
            *self.free.entry(material).or_default() += quantity;
        }
    }
}

impl Kept {
    fn shown(&self, number: &str) -> Reservation {
        let until = self.until.to_zoned(TimeZone::UTC);
        Reservation {
            number: number.to_owned(),
            status: if self.state == State::Open { "O" } else { "L" }.to_owned(),
            warehouse: WAREHOUSE.to_owned(),
            positions: self.positions.clone(),
            until_date: until.strftime("%Y%m%d").to_string(),
            until_time: until.strftime("%H%M%S").to_string(),
        }
    }
}

/// A reference is short, and there.
pub fn check_reference(reference: &str) -> Result<(), Refusal> {
    let is_fine = !reference.is_empty() && reference.len() <= REFERENCE;
    is_fine.then_some(()).ok_or(Refusal::new("SY", "002", "EXTREF MISSING OR TOO LONG"))
}

/// A document of this reference is there.
pub fn duplicate(number: &str) -> Refusal {
    Refusal::new("M7", "022", "DOCUMENT WITH EXTREF EXISTS").about(number)
}

fn no_reservation(number: &str) -> Refusal {
    Refusal::new("M7", "058", "RESERVATION DOES NOT EXIST").about(number)
}

fn has_left(number: &str) -> Refusal {
    Refusal::new("VL", "150", "GOODS ISSUE POSTED").about(number)
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::{NewReservation, Position, Stock};
    use crate::erp::catalog::Catalog;

    #[test]
    fn what_is_reserved_too_long_goes_back() {
        let catalog = Catalog::default();
        let mut stock = Stock::of(&catalog);
        let material = catalog.materials()[0].number.clone();
        let before = stock.available()[&material];
        let wanted = NewReservation {
            reference: "a".to_owned(),
            positions: vec![Position { material: material.clone(), quantity: 3 }],
            hold: 30,
        };
        let now = Timestamp::UNIX_EPOCH;
        stock.reserve(&catalog, wanted, now).expect("there is enough");
        assert_eq!(stock.available()[&material], before - 3);
        stock.let_lapse(now + SignedDuration::from_mins(30));
        assert_eq!(stock.open().len(), 1, "half an hour is not over");
        stock.let_lapse(now + SignedDuration::from_mins(31));
        assert_eq!(stock.available()[&material], before);
    }
}
