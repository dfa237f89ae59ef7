// @generated from specs/models/shipping.yaml by `cargo xtask generate`. Do not edit.

//! Shipping: the canonical models of the domain, owned by logistics-team.
//!
//! Parcels on their way, whoever carries them.

mod carrier;
mod parcel;
mod shipment;
mod shipment_id;
mod shipment_status;
mod tracking_event;

pub use carrier::Carrier;
pub use parcel::Parcel;
pub use shipment::Shipment;
pub use shipment_id::ShipmentId;
pub use shipment_status::ShipmentStatus;
pub use tracking_event::TrackingEvent;
