// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Order Process API, a module each.

pub mod cancel_order;
pub mod find_order_by_number;
pub mod get_category;
pub mod get_order;
pub mod list_orders;
pub mod list_products;
pub mod place_order;
pub mod quote_order;
