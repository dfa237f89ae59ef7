// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Order Experience API, a module each.

pub mod browse_products;
pub mod cancel_order;
pub mod check_out;
pub mod get_order;
pub mod get_shelf;
pub mod list_orders;
pub mod quote_basket;
pub mod track_order;
