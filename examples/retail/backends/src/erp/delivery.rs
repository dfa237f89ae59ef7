//! Deliveries: what left the house, and who carries it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::document::{Delivery, DeliveryList, Event, NewDelivery, Refusal};
use super::stock::{self, Stock};
use crate::form::Form;

/// The number before that of the first delivery.
const FIRST: u64 = 8_000_000_000;

/// Deliveries by their number.
#[derive(Debug)]
pub struct Deliveries {
    rows: BTreeMap<String, Delivery>,
    references: BTreeMap<String, String>,
    last: u64,
}

impl Default for Deliveries {
    fn default() -> Self {
        Self { rows: BTreeMap::new(), references: BTreeMap::new(), last: FIRST }
    }
}

impl Deliveries {
    /// Prints the papers; the goods leave.
    pub fn create(
        &mut self,
        stock: &mut Stock,
        wanted: NewDelivery,
        now: Timestamp,
    ) -> Result<Delivery, Refusal> {
        stock::check_reference(&wanted.reference)?;
        if let Some(number) = self.references.get(&wanted.reference) {
            return Err(stock::duplicate(number));
        }
        let positions = stock.send(&wanted.reservation)?;
        self.last += 1;
        let number = self.last.to_string();
        let at = now.to_zoned(TimeZone::UTC);
        let event = Event {
            date: at.strftime("%Y%m%d").to_string(),
            time: at.strftime("%H%M%S").to_string(),
            status: "A".to_owned(),
            place: "Warehouse IE01".to_owned(),
        };
        let delivery = Delivery {
            number: number.clone(),
            order: wanted.order,
            carrier: wanted.carrier,
            status: "A".to_owned(),
            weight: wanted.weight,
            address: wanted.address,
            tracking: format!("AC{number}IE"),
            days: "02".to_owned(),
            positions,
            events: vec![event],
        };
        self.references.insert(wanted.reference, number.clone());
        self.rows.insert(number, delivery.clone());
        Ok(delivery)
    }

    /// What a clerk in the warehouse does without asking anybody.
    pub fn ship(&mut self, stock: &mut Stock, form: &Form, now: Timestamp) -> Result<(), Refusal> {
        let wanted = NewDelivery {
            reference: format!("CLERK{}", self.last),
            order: form.get("AUFNR").to_owned(),
            reservation: form.get("RES").to_owned(),
            carrier: form.get("CARR").to_owned(),
            weight: "1,000".to_owned(),
            address: "AS PRINTED".to_owned(),
        };
        self.create(stock, wanted, now).map(drop)
    }

    /// Gives what belongs to an order to another carrier.
    pub fn reassign(&mut self, order: &str, carrier: &str) -> Result<(), String> {
        let mut found = false;
        for delivery in self.rows.values_mut().filter(|delivery| delivery.order == order) {
            carrier.clone_into(&mut delivery.carrier);
            found = true;
        }
        found.then_some(()).ok_or_else(|| format!("no delivery for {order}"))
    }

    pub fn find(&self, number: &str) -> Result<Delivery, Refusal> {
        let found = self.rows.get(number).cloned();
        found.ok_or_else(|| Refusal::new("VL", "302", "DELIVERY DOES NOT EXIST").about(number))
    }

    pub fn list(&self, order: &str) -> DeliveryList {
        let of_order = self.rows.values().filter(|delivery| delivery.order == order);
        let deliveries: Vec<Delivery> = of_order.cloned().collect();
        DeliveryList { count: deliveries.len(), deliveries }
    }

    pub fn count(&self) -> usize {
        self.rows.len()
    }
}
