//! What the channels see: compositions of the process APIs, tailored to each.
//!
//! | API | channel | implementation |
//! | --- | --- | --- |
//! | [`customer_experience_v1`] | web | [`WebShop`] |
//! | [`order_experience_v1`] | mobile | [`MobileApp`] |
//!
//! There is no business logic here: answers of process APIs are put side by side and said in the words of
//! the channel.
//!
//! # A skipped tier does not compile
//!
//! This crate may call what the specs of its APIs list under `uses:`, and Cargo knows nothing else of it.
//! The process APIs are at hand under their aliases:
//!
//! ```
//! use customer_experience_v1::customers::CustomerProcess;
//! use order_experience_v1::shipping::ShippingProcess;
//! ```
//!
//! The CRM is not, because it is two tiers down and no spec of this tier names it
//! (in `retail-system`, the same line compiles):
//!
//! ```compile_fail,E0432
//! use crm_system_v1::CrmSystem;
//! ```
//!
//! Nor is it to be had through the API that may call it:
//!
//! ```compile_fail,E0432
//! use customer_experience_v1::customers::crm::CrmSystem;
//! ```
//!
//! The same holds sideways, for the other API of this tier, and upwards, for whoever sits below:
//!
//! ```compile_fail,E0432
//! use customer_experience_v1::order_experience_v1::OrderExperience;
//! ```

mod mobile;
mod web;
mod words;

pub use mobile::MobileApp;
pub use web::WebShop;
