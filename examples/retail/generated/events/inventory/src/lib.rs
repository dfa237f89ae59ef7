// @generated from specs/events/inventory.yaml by `cargo xtask generate`. Do not edit.

//! The events of the inventory domain, owned by warehouse-team.
//!
//! What moves on the shelves.
//!
//! | event | topic | key | what happened |
//! | --- | --- | --- | --- |
//! | [`InventoryAdjusted`] | `inventory.inventory-adjusted.v1` | `sku` | The stock ledger was corrected, and the ERP has to follow. Published for synchronization: a business process should not react to it. |
//! | [`InventoryReserved`] | `inventory.inventory-reserved.v1` | `orderId` | Stock is set aside for an order; the Shipping Process API plans the parcels when it hears of it. |
//! | [`InventoryShort`] | `inventory.inventory-short.v1` | `orderId` | Too little lies in our warehouse for an order, so nothing is set aside for it. |
//!
//! [`Envelope::of`](tiebeam::event::Envelope::of) makes an envelope of an event,
//! [`Envelope::read`](tiebeam::event::Envelope::read) gets it back.

mod inventory_adjusted;
mod inventory_reserved;
mod inventory_short;

pub use inventory_adjusted::InventoryAdjusted;
pub use inventory_reserved::InventoryReserved;
pub use inventory_short::InventoryShort;
