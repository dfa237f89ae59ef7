// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Obstacle API, a module each.

pub mod a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more;
pub mod api;
pub mod clone;
pub mod core_;
pub mod drop;
pub mod errors;
pub mod from_here;
pub mod into;
pub mod into_there;
pub mod iter;
pub mod jump;
pub mod new;
pub mod router;
pub mod self_;
pub mod serde_;
pub mod server;
pub mod shorten;
pub mod std_;
pub mod tiebeam_;
