//! The operations.

pub(crate) mod cancel_order;
pub(crate) mod change_order;
pub(crate) mod export_orders;
pub(crate) mod get_order;
pub(crate) mod list_orders;
pub(crate) mod place_order;
