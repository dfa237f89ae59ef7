//! The systems of record, simulated in memory behind their system APIs.
//!
//! | API | behind it |
//! | --- | --- |
//! | [`crm_system_v1`] | [`Crm`] |
//! | [`erp_system_v1`] | [`Erp`] |
//! | [`payments_system_v1`] | [`PayCo`] |
//!
//! What the experience tier cannot name is at home here:
//!
//! ```
//! use crm_system_v1::CrmSystem;
//! ```

mod catalog;
mod crm;
mod erp;
mod payco;

pub use crm::Crm;
pub use erp::Erp;
pub use payco::PayCo;
