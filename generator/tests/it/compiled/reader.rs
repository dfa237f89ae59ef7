//! Reads orders that were placed, those of the first version too.

use shop_order_events::{OrderPlaced, OrderPlacedV2};
use tiebeam::event::{Envelope, Unreadable, Upcast};
use tiebeam::types::Decimal;

/// Knows what an order cost before orders said so.
#[derive(Debug)]
pub struct Reader {
    /// What every piece cost.
    pub price: Decimal,
}

impl Upcast<OrderPlacedV2> for Reader {
    fn upcast(&self, earlier: OrderPlaced) -> Result<OrderPlacedV2, Unreadable> {
        if earlier.lines.is_empty() {
            return Err(Unreadable::Outdated("nothing was ordered".to_owned()));
        }
        let pieces: Decimal = earlier.lines.iter().map(|line| Decimal::from(line.quantity)).sum();
        Ok(OrderPlacedV2 {
            order_id: earlier.order_id,
            lines: earlier.lines,
            total: pieces * self.price,
            note: tiebeam::Patch::Absent,
            gift: false,
        })
    }
}

impl Reader {
    /// The order in an envelope of either version.
    ///
    /// # Errors
    ///
    /// When there is none, or nothing was ordered.
    pub fn read(&self, envelope: &Envelope) -> Result<OrderPlacedV2, Unreadable> {
        envelope.read_with(self)
    }
}
